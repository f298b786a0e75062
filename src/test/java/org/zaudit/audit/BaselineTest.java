package org.zaudit.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zaudit.Ring;
import org.zaudit.analysis.Confidence;
import org.zaudit.history.History;
import org.zaudit.history.Proposal;
import org.zaudit.history.TestRepository;
import org.zaudit.rules.Rules;

/** What a gate says of findings that are listed somewhere. */
class BaselineTest {
  /** Two pages of one name, of which none is lost. */
  private static final String TWICE =
      Ring.RIGHT.replace(
          "\treturn (0);",
          """
          \tpage = alloc_page(GFP_KERNEL);
          \tif (page == NULL)
          \t\treturn (-ENOMEM);
          \tif (ring->full) {
          \t\t__free_page(page);
          \t\treturn (-EFBIG);
          \t}
          \t__free_page(page);
          \treturn (0);\
          """);

  private static final String FIRST_LEAKS =
      TWICE.replace(
          "{\n\t\t__free_page(page);\n\t\treturn (-EBUSY);\n\t}", "\n\t\treturn (-EBUSY);");

  private static final String BOTH_LEAK =
      FIRST_LEAKS.replace(
          "{\n\t\t__free_page(page);\n\t\treturn (-EFBIG);\n\t}", "\n\t\treturn (-EFBIG);");

  @TempDir private Path folder;
  private TestRepository repository;
  private String right = "";
  private String first = "";
  private String both = "";

  @BeforeEach
  void begin() {
    repository = TestRepository.in(folder.resolve("ring.git"));
    right = repository.commit("ring: begin").file("ring.c", TWICE).done();
    first = repository.commit("ring: busy").file("ring.c", FIRST_LEAKS).done();
    both = repository.commit("ring: full").file("ring.c", BOTH_LEAK).done();
  }

  @AfterEach
  void close() {
    repository.close();
  }

  @Test
  void whatIsListedPasses() {
    assertThat(check(right, first, Baseline.EMPTY).passes()).isFalse();
    Check check = check(right, first, known(right, first));
    assertThat(check.passes()).isTrue();
    assertThat(check.audit().findings()).isEmpty();
    assertThat(check(right, both, known(right, both)).passes()).isTrue();
    assertThat(check(right, both, known(right, first)).audit().findings()).hasSize(1);
  }

  @Test
  void anEntryOutlivesItsFingerprint() {
    assertThat(check(right, first, aged(known(right, first))).passes()).isTrue();
    assertThat(check(right, both, aged(known(right, both))).passes()).isTrue();
  }

  /** The entry is that of the first leak, which stands before and after. */
  @Test
  void aNewFindingDoesNotHideBehindAnOldOne() {
    assertThat(known(right, first).entries()).hasSize(1);
    for (Baseline known : List.of(known(right, first), aged(known(right, first)))) {
      assertThat(check(first, both, known).passes()).isFalse();
      assertThat(check(first, both, known).audit().findings()).hasSize(1);
    }
  }

  @Test
  void anEntryOfAnotherFunctionOrCheckMeansNothingHere() {
    for (String part : List.of("file", "function", "check", "rule", "subject")) {
      Baseline other =
          new Baseline(
              known(right, first).entries().stream()
                  .map(e ->
                      new Baseline.Entry(
                          "0000000000000000",
                          part.equals("rule") ? "x" : e.rule(),
                          part.equals("check") ? "x" : e.check(),
                          part.equals("file") ? "x" : e.file(),
                          part.equals("function") ? "x" : e.function(),
                          part.equals("subject") ? "x" : e.subject()))
                  .toList());
      assertThat(check(right, first, other).passes()).as(part).isFalse();
    }
  }

  @Test
  void whatIsSilencedByTheChangeFailsAllTheSame() {
    String silenced =
        BOTH_LEAK.replace(
            "\t\treturn (-EBUSY);", "\t\t/* zaudit: ignore leak: so */\n\t\treturn (-EBUSY);");
    repository.reset(right);
    String head = repository.commit("ring: so").file("ring.c", silenced).done();
    Baseline known = known(right, head);
    assertThat(known.entries()).hasSize(1);
    assertThat(check(right, head, known).passes()).isFalse();
  }

  private Baseline known(String from, String to) {
    return Baseline.of(check(from, to, Baseline.EMPTY).audit().findings());
  }

  private static Baseline aged(Baseline baseline) {
    return new Baseline(
        baseline.entries().stream()
            .map(e ->
                new Baseline.Entry(
                    "%016x".formatted(baseline.entries().indexOf(e)),
                    e.rule(),
                    e.check(),
                    e.file(),
                    e.function(),
                    e.subject()))
            .toList());
  }

  private Check check(String from, String to, Baseline baseline) {
    try (History history = repository.open()) {
      var request =
          new CheckRequest(Rules.load(List.of("pages")), List.of("*"), Confidence.LIKELY, false, 1);
      return Check.run(
          history,
          history.propose(new Proposal.Range(from, to)),
          request,
          baseline,
          AuditListener.silent());
    }
  }
}
