package org.zaudit.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zaudit.audit.store.Store;
import org.zaudit.history.History;
import org.zaudit.history.RevisionQuery;
import org.zaudit.history.TestRepository;

/** What earlier runs left changes the work, never the result. */
class KeptResultsTest {
  private static final String LEAKS = "void f(int x)\n{\n\tacquire(x);\n\tdrop(x);\n}\n";
  private static final String DROPS = "void drop(int x)\n{\n\trelease(x);\n}\n";
  private static final String KEEPS = "void drop(int x)\n{\n\tkeep(x);\n}\n";

  @TempDir private Path folder;

  private record Run(Audit audit, int analysed, int escapes) {}

  private Run run(TestRepository repository, boolean kept) {
    FakeEngine engine = new FakeEngine();
    Optional<Store.Folder> place =
        kept ? Optional.of(new Store.Folder(folder.resolve("kept"), 1 << 20)) : Optional.empty();
    var request =
        new AuditRequest(
            RevisionQuery.of("HEAD"), FakeEngine.rules(), List.of("*"), 2, false, place);
    try (History history = repository.open()) {
      Audit audit = Audit.run(history, request, engine, AuditListener.silent());
      return new Run(audit, engine.analysed.get(), engine.escapes.get());
    }
  }

  @Test
  void aSecondRunAnalysesNothing() {
    try (TestRepository repository = TestRepository.in(folder.resolve("a.git"))) {
      repository.commit("leaks").file("a.c", LEAKS).done();
      repository.commit("drops").file("b.c", DROPS).done();
      repository.commit("keeps").file("b.c", KEEPS).done();
      Run without = run(repository, false);
      Run first = run(repository, true);
      Run second = run(repository, true);
      assertThat(without.audit().findings()).isNotEmpty();
      assertThat(first).isEqualTo(without);
      assertThat(second.audit()).isEqualTo(without.audit());
      assertThat(second.analysed()).isZero();
    }
  }

  @Test
  void aRunAfterMoreCommitsAnalysesWhatTheyChanged() {
    try (TestRepository repository = TestRepository.in(folder.resolve("b.git"))) {
      repository.commit("leaks").file("a.c", LEAKS).done();
      repository.commit("drops").file("b.c", DROPS).done();
      run(repository, true);
      String prepares = "void drop(int x)\n{\n\tprepare(x);\n\trelease(x);\n}\n";
      repository.commit("prepares").file("b.c", prepares).done();
      Run more = run(repository, true);
      assertThat(more.audit()).isEqualTo(run(repository, false).audit());
      assertThat(more.analysed()).as("drop, whose text is new").isEqualTo(1);
    }
  }

  @Test
  void whereArgumentsGoIsKeptToo() {
    try (TestRepository repository = TestRepository.in(folder.resolve("c.git"))) {
      String asks = "void f(int x)\n{\n\tacquire(x);\n\tdrop(given);\n}\n";
      repository.commit("asks").file("a.c", asks).file("b.c", KEEPS).done();
      Run first = run(repository, true);
      assertThat(first.escapes()).isPositive();
      repository.commit("more").file("c.c", "void g(int x)\n{\n\tacquire(x);\n}\n").done();
      Run more = run(repository, true);
      assertThat(more.audit()).isEqualTo(run(repository, false).audit());
      assertThat(more.escapes()).as("of what it had read before").isZero();
    }
  }
}
