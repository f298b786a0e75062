package org.zaudit.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zaudit.analysis.Confidence;
import org.zaudit.history.History;
import org.zaudit.history.Proposal;
import org.zaudit.history.RevisionQuery;
import org.zaudit.history.TestRepository;
import org.zaudit.rules.Rules;

/** What leaks on several ways out, each of which somebody may bring in or mend. */
class WaysOutTest {
  private static final String BUSY = "\tif (r->busy)\n\t\treturn (EBUSY);\n";
  private static final String BUSY_RIGHT = right(BUSY);
  private static final String LONG = "\tif (n > 100)\n\t\treturn (E2BIG);\n";
  private static final String LONG_RIGHT = right(LONG);

  @TempDir private Path folder;
  private TestRepository repository;

  @BeforeEach
  void begin() {
    repository = TestRepository.in(folder.resolve("ring.git"));
  }

  @AfterEach
  void close() {
    repository.close();
  }

  @Test
  void eachIsMendedByWhoeverMendsIt() {
    String first = fill(BUSY, LONG);
    String mendsOne = fill(BUSY, LONG_RIGHT);
    String mendsOther = fill(BUSY_RIGHT, LONG_RIGHT);
    assertThat(audit())
        .satisfiesExactlyInAnyOrder(
            life -> lasted(life, first, mendsOne), life -> lasted(life, first, mendsOther));
  }

  @Test
  void whatIsMendedTogetherIsOneFinding() {
    String first = fill(BUSY, LONG);
    String mends = fill(BUSY_RIGHT, LONG_RIGHT);
    assertThat(audit())
        .singleElement()
        .satisfies(life -> {
          lasted(life, first, mends);
          assertThat(life.location().line()).isEqualTo(7);
          assertThat(life.related()).extracting(RelatedLine::line).containsExactly(9);
        });
  }

  @Test
  void theOneThatIsLeftIsTheSameAsBefore() {
    String first = fill(BUSY, LONG);
    String mends = fill(BUSY_RIGHT, LONG);
    List<Life> lives = audit();
    assertThat(lives)
        .satisfiesExactlyInAnyOrder(
            life -> lasted(life, first, mends),
            life -> {
              assertThat(introduced(life)).isEqualTo(first);
              assertThat(life.state()).isEqualTo(Life.State.OPEN);
              assertThat(life.events().getLast().source()).contains("E2BIG");
            });
  }

  @Test
  void waysThatBecomeOneAreNotMended() {
    String first = fill(BUSY, LONG);
    fill("\tif (r->busy || n > 100)\n\t\treturn (EINVAL);\n");
    assertThat(audit())
        .singleElement()
        .satisfies(life -> {
          assertThat(introduced(life)).isEqualTo(first);
          assertThat(life.fixed()).isEmpty();
        });
  }

  @Test
  void anotherWayOutBesideOneThatLeaksIsNew() {
    String before = fill(BUSY);
    String after = fill(BUSY, LONG);
    assertThat(check(before, after).audit().findings())
        .singleElement()
        .satisfies(life -> {
          assertThat(introduced(life)).isEqualTo(after);
          assertThat(life.location().line()).isEqualTo(9);
        });
    assertThat(check(before, after).passes()).isFalse();
  }

  @Test
  void anotherWayOutBeforeTheOneThatLeaksIsNew() {
    String before = fill(LONG);
    String after = fill(BUSY, LONG);
    assertThat(check(before, after).audit().findings())
        .singleElement()
        .satisfies(life -> assertThat(life.location().line()).isEqualTo(7));
  }

  private static String right(String branch) {
    return branch.replace(")\n", ") {\n\t\tkmem_free(text, n);\n").concat("\t}\n");
  }

  private static String introduced(Life life) {
    return life.introduced().orElseThrow().commit().commit();
  }

  private static void lasted(Life life, String first, String last) {
    assertThat(introduced(life)).isEqualTo(first);
    assertThat(life.fixed()).extracting(CommitInfo::commit).containsExactly(last);
  }

  /** A commit in which a function takes memory, goes these ways, and gives it back. */
  private String fill(String... ways) {
    String text =
        """
        int
        ring_fill(struct ring *r, int n)
        {
        	char *text = kmem_alloc(n, KM_SLEEP);

        %s	kmem_free(text, n);
        	return (0);
        }
        """
            .formatted(String.join("", ways));
    return repository.commit("ring: fill").file("ring.c", text).done();
  }

  private List<Life> audit() {
    try (History history = repository.open()) {
      var request =
          new AuditRequest(
              RevisionQuery.of("master"), Rules.load(List.of("kmem")), List.of("*"), 1, false);
      return Audit.run(history, request, AuditListener.silent()).findings();
    }
  }

  private Check check(String base, String head) {
    var request =
        new CheckRequest(Rules.load(List.of("kmem")), List.of("*"), Confidence.LIKELY, false, 1);
    try (History history = repository.open()) {
      return Check.run(
          history,
          history.propose(new Proposal.Range(base, head)),
          request,
          AuditListener.silent());
    }
  }
}
