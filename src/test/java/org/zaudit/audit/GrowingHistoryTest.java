package org.zaudit.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.zaudit.audit.store.Store;
import org.zaudit.history.History;
import org.zaudit.history.RevisionQuery;
import org.zaudit.history.TestRepository;

/**
 * Whatever a history grows by (commits, branches, merges, tags on lines beside), an audit that goes
 * on from an earlier one tells the same as one from nothing, with one thread or two.
 */
class GrowingHistoryTest {
  @TempDir private Path folder;

  @TestFactory
  Stream<DynamicTest> goingOnIsFromScratch() {
    return IntStream.range(0, 12)
        .mapToObj(seed -> DynamicTest.dynamicTest("seed " + seed, () -> grow(seed)));
  }

  private void grow(int seed) {
    var random = new Random(seed);
    var tree = new RandomTree(seed);
    List<String> branches = new ArrayList<>(List.of("master"));
    Path place = folder.resolve("" + seed);
    try (TestRepository repository = TestRepository.in(place.resolve("grows.git"))) {
      commit(repository, tree, 0);
      for (int step = 1; step < 25; step++) {
        String branch = branches.get(random.nextInt(branches.size()));
        switch (random.nextInt(6)) {
          case 0 -> {
            String head = repository.on("master").head().orElseThrow();
            branches.add("branch" + step);
            repository.on("branch" + step).reset(head);
            commit(repository, tree, step);
          }
          case 1 -> {
            String other = repository.on(branch).head().orElseThrow();
            if (!branch.equals("master")) {
              repository.on("master").merge("merge " + step, other).done();
            }
          }
          case 2 -> repository.on(branch).tag("v" + step);
          default -> {
            repository.on(random.nextBoolean() ? "master" : branch);
            commit(repository, tree, step);
          }
        }
        if (random.nextInt(3) == 0) {
          Optional<Store.Folder> kept =
              Optional.of(new Store.Folder(place.resolve("kept"), 1 << 24));
          Audit scratch = audit(repository, 1, Optional.empty());
          stop(repository, random.nextInt(step + 1), kept);
          assertThat(audit(repository, 2, kept)).as("step %d", step).isEqualTo(scratch);
          assertThat(audit(repository, 1, kept)).as("again, step %d", step).isEqualTo(scratch);
        }
      }
    }
  }

  private static void commit(TestRepository repository, RandomTree tree, int step) {
    TestRepository.Draft draft = repository.commit("step " + step);
    tree.change()
        .forEach((path, text) ->
            text.ifPresentOrElse(t -> draft.file(path, t), () -> draft.without(path)));
    draft.done();
  }

  private static Audit audit(TestRepository repository, int jobs, Optional<Store.Folder> kept) {
    try (History history = repository.open()) {
      return Audit.run(
          history, request(jobs, kept), new FakeEngine(), AuditListener.silent(), () -> false);
    }
  }

  private static AuditRequest request(int jobs, Optional<Store.Folder> kept) {
    return new AuditRequest(
        RevisionQuery.of("master"), FakeEngine.rules(), List.of("*"), jobs, false, kept);
  }

  private static final class Stopped extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  /** Runs an audit that is stopped after so many commits, each of which it has kept. */
  private static void stop(TestRepository repository, int commits, Optional<Store.Folder> kept) {
    AuditListener stopping =
        (done, _, _) -> {
          if (done > commits) {
            throw new Stopped();
          }
        };
    try (History history = repository.open()) {
      Audit.run(history, request(1, kept), new FakeEngine(), stopping, () -> true);
    } catch (Stopped _) {
      // The next one goes on from there.
    }
  }

  @Test
  void aRunThatWasStoppedIsGoneOnWith() {
    try (TestRepository repository = TestRepository.in(folder.resolve("stopped.git"))) {
      var tree = new RandomTree(7);
      for (int step = 0; step < 20; step++) {
        commit(repository, tree, step);
      }
      Optional<Store.Folder> kept = Optional.of(new Store.Folder(folder.resolve("kept"), 1 << 24));
      stop(repository, 12, kept);
      List<Integer> progress = new ArrayList<>();
      try (History history = repository.open()) {
        Audit.run(
            history,
            request(1, kept),
            new FakeEngine(),
            (done, _, _) -> progress.add(done),
            () -> false);
      }
      assertThat(progress).startsWith(0, 13).endsWith(20);
    }
  }
}
