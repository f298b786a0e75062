package org.zaudit.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zaudit.history.History;
import org.zaudit.history.RevisionQuery;
import org.zaudit.history.TestRepository;

/** A fork of a repository in which a leak was brought in, before they parted or after. */
class UpstreamFixesTest {
  private static final String HEAD = "/* What this is for\n * and what not. */\n\n";
  private static final String LEAKS = HEAD + "void f(int x)\n{\n\tacquire(x);\n\tdrop(x);\n}\n";
  private static final String RIGHT = LEAKS.replace("drop", "release");
  private static final String OTHER = "int g(void)\n{\n\treturn (0);\n}\n";

  @TempDir private Path folder;
  private TestRepository upstream;
  private TestRepository fork;

  @BeforeEach
  void makeBoth() {
    upstream = TestRepository.in(folder.resolve("upstream.git"));
    fork = TestRepository.in(folder.resolve("fork.git"));
  }

  @AfterEach
  void close() {
    upstream.close();
    fork.close();
  }

  /** A commit of that name and date has one id in both. */
  private void both(String subject, String file, String text) {
    assertThat(upstream.commit(subject).file(file, text).done())
        .isEqualTo(fork.commit(subject).file(file, text).done());
  }

  private List<Life> findings() {
    var request =
        new AuditRequest(
            RevisionQuery.of("HEAD"), FakeEngine.rules(), List.of("*"), 1, false, Optional.empty());
    Map<String, String> before = fork.bytes();
    try (History theirs = upstream.open();
        History here = fork.openWith(theirs)) {
      Audit audit = Audit.run(here, request, new FakeEngine(), AuditListener.silent());
      return UpstreamFixes.name(
              audit,
              here,
              theirs.head().orElseThrow(),
              request,
              new FakeEngine(),
              AuditListener.silent())
          .findings();
    } finally {
      assertThat(fork.bytes()).as("nothing is written").isEqualTo(before);
    }
  }

  private Optional<Life.Upstream> fix() {
    assertThat(findings()).hasSize(1);
    assertThat(findings().getFirst().state()).isEqualTo(Life.State.OPEN);
    return findings().getFirst().upstream();
  }

  @Test
  void theCommitThatFixedItIsNamed() {
    both("leaks", "a.c", LEAKS);
    upstream.commit("more").file("b.c", OTHER).done();
    String fix = upstream.commit("mend it").file("a.c", RIGHT).done();
    upstream.commit("later").file("b.c", OTHER + OTHER.replace("g", "h")).done();
    fork.commit("ours").file("c.c", OTHER).done();
    assertThat(fix()).contains(new Life.Upstream(fix, "mend it", true));
    assertThat(findings().getFirst().advice())
        .isEqualTo("cherry-pick " + fix.substring(0, 12) + " (mend it)");
    assertThat(findings().getFirst().fixed()).as("not here").isEmpty();
  }

  @Test
  void whetherItAppliesIsToldByTheTextThatIsHere() {
    both("leaks", "a.c", LEAKS);
    String fix = upstream.commit("mend it").file("a.c", RIGHT).done();
    fork.commit("elsewhere").file("a.c", LEAKS.replace("What this is for", "Ours")).done();
    assertThat(fix()).contains(new Life.Upstream(fix, "mend it", true));
    fork.commit("there too").file("a.c", LEAKS.replace("drop(x)", "keep(x)")).done();
    assertThat(fix()).contains(new Life.Upstream(fix, "mend it", false));
    assertThat(findings().getFirst().advice()).endsWith(", which conflicts with what is here");
  }

  @Test
  void aFunctionThatUpstreamTookAwayIsNoLongerWrongThere() {
    both("leaks", "a.c", LEAKS);
    String gone = upstream.commit("rewrite it").file("a.c", OTHER).done();
    fork.commit("ours").file("c.c", OTHER).done();
    assertThat(fix()).contains(new Life.Upstream(gone, "rewrite it", true));
  }

  @Test
  void whatUpstreamHasStillHasNoFix() {
    both("leaks", "a.c", LEAKS);
    upstream.commit("more").file("b.c", OTHER).done();
    fork.commit("ours").file("c.c", OTHER).done();
    assertThat(fix()).isEmpty();
  }

  @Test
  void whatTheForkFixedIsNoMatterOfUpstream() {
    both("leaks", "a.c", LEAKS);
    upstream.commit("mend it").file("a.c", RIGHT).done();
    fork.commit("our mend").file("a.c", RIGHT).done();
    assertThat(findings())
        .singleElement()
        .satisfies(life -> {
          assertThat(life.state()).isEqualTo(Life.State.FIXED);
          assertThat(life.upstream()).isEmpty();
        });
  }

  @Test
  void whatTheForkTookOverAfterTheyPartedIsKnownByItsFingerprint() {
    both("begin", "b.c", OTHER);
    upstream.commit("leaks").file("a.c", LEAKS).done();
    String fix = upstream.commit("mend it").file("a.c", RIGHT).done();
    fork.commit("leaks, as upstream does").file("a.c", LEAKS).done();
    assertThat(fix()).contains(new Life.Upstream(fix, "mend it", true));
  }

  @Test
  void aForkThatHasAllOfUpstreamHasNothingToTake() {
    both("leaks", "a.c", LEAKS);
    fork.commit("ours").file("c.c", OTHER).done();
    assertThat(fix()).isEmpty();
  }
}
