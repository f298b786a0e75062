package org.zaudit.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.zaudit.history.History;
import org.zaudit.history.RevisionQuery;
import org.zaudit.history.TestRepository;
import org.zaudit.rules.RuleSet;
import org.zaudit.rules.Rules;

/**
 * The double put of direct I/O in every shape that it is written in: what a commit brings in and
 * another takes away is told of those two.
 */
class ClothesTest {
  private static final Path CLOTHES = Path.of("src/test/fixtures/pages/clothes");
  private static final String RIGHT = "-right.c";
  private static final RuleSet RULES = Rules.load(List.of("pages"));

  @TempDir private Path folder;

  static Stream<String> shapes() throws IOException {
    try (Stream<Path> files = Files.list(CLOTHES)) {
      return files
          .map(f -> f.getFileName().toString())
          .filter(f -> !f.endsWith(RIGHT))
          .sorted()
          .toList()
          .stream();
    }
  }

  @ParameterizedTest
  @MethodSource("shapes")
  void isIntroducedAndFixed(String shape) throws IOException {
    String wrong = Files.readString(CLOTHES.resolve(shape));
    String right = Files.readString(CLOTHES.resolve(shape.replace(".c", RIGHT)));
    try (TestRepository repository = TestRepository.in(folder.resolve("clothes.git"))) {
      repository.commit("right").file("a.c", right).done();
      repository.commit("wrong").file("a.c", wrong).done();
      repository.commit("mended").file("a.c", "/* Again. */\n" + right).done();
      assertThat(audit(repository).findings())
          .extracting(
              life -> life.check().id(),
              Life::state,
              life -> life.introduced().map(i -> i.commit().subject() + ":" + i.line()).orElse(""),
              life -> life.fixed().stream().map(CommitInfo::subject).toList())
          .containsExactlyInAnyOrder(lives(shape, wrong));
    }
  }

  private static Tuple[] lives(String shape, String wrong) {
    return Fixture.read(shape, wrong.getBytes(java.nio.charset.StandardCharsets.UTF_8))
        .expectations()
        .stream()
        .map(e -> tuple(e.check(), Life.State.FIXED, "wrong:" + e.line(), List.of("mended")))
        .toArray(Tuple[]::new);
  }

  private static Audit audit(TestRepository repository) {
    try (History history = repository.open()) {
      var request = new AuditRequest(RevisionQuery.of("HEAD"), RULES, List.of("*"), 1, false);
      return Audit.run(history, request, AuditListener.silent());
    }
  }
}
