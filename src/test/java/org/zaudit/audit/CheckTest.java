package org.zaudit.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
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

/** The gate, on a driver that takes a page. */
class CheckTest {
  @TempDir private Path folder;
  private TestRepository repository;
  private String base = "";

  @BeforeEach
  void begin() {
    repository = TestRepository.in(folder.resolve("ring.git"));
    base = repository.commit("ring: begin").file("ring.c", Ring.RIGHT).file("README", "x\n").done();
  }

  @AfterEach
  void close() {
    repository.close();
  }

  @Test
  void aNewLeakFails() {
    String head = repository.commit("ring: busy").file("ring.c", Ring.LEAKS).done();
    Check check = range(base, head);
    assertThat(check.passes()).isFalse();
    assertThat(check.audit().findings())
        .singleElement()
        .satisfies(life -> {
          assertThat(life.check().id()).isEqualTo("leak");
          assertThat(life.state()).isEqualTo(Life.State.INTRODUCED);
          assertThat(life.location().line()).isEqualTo(9);
          assertThat(life.introduced().orElseThrow().commit().subject()).isEqualTo("ring: busy");
        });
  }

  @Test
  void aPatchSaysWhatItsCommitWouldSay() {
    String head = repository.commit("ring: busy").file("ring.c", Ring.LEAKS).done();
    Check check = patches(mail("ring: busy", repository.diff(base, head)));
    assertThat(check.passes()).isFalse();
    assertThat(check.audit().findings())
        .singleElement()
        .satisfies(life -> {
          assertThat(life.location().line()).isEqualTo(9);
          assertThat(life.introduced().orElseThrow().commit().subject()).isEqualTo("ring: busy");
          assertThat(life.introduced().orElseThrow().commit().author()).isEqualTo("Ann Ångström");
        });
  }

  @Test
  void whatStoodBeforeIsNotNew() {
    String before = repository.commit("ring: busy").file("ring.c", Ring.LEAKS).done();
    String moved =
        repository
            .commit("ring: move it, below a comment")
            .without("ring.c")
            .file("drivers/rings.c", "/* Rings. */\n\n" + Ring.LEAKS)
            .done();
    String renamed =
        repository
            .commit("ring: rename it")
            .file("drivers/rings.c", Ring.LEAKS.replace("ring_start", "ring_begin"))
            .done();
    String wrapped =
        repository
            .commit("ring: the old name calls the new one")
            .file(
                "drivers/rings.c",
                Ring.LEAKS.replace("ring_start", "ring_begin_at")
                    + "\nint\nring_begin(struct ring *r)\n{\n\treturn (ring_begin_at(r));\n}\n")
            .done();
    assertThat(range(before, moved)).satisfies(CheckTest::bringsNothing);
    assertThat(range(moved, renamed)).satisfies(CheckTest::bringsNothing);
    assertThat(range(renamed, wrapped)).satisfies(CheckTest::bringsNothing);
    assertThat(patches(repository.diff(base, before)).passes()).isFalse();
  }

  @Test
  void allFindingsAreShownWhenAskedFor() {
    String before = repository.commit("ring: busy").file("ring.c", Ring.LEAKS).done();
    String head = repository.commit("ring: more").file("ring.c", "\n" + Ring.LEAKS).done();
    Check check = run(new Proposal.Range(before, head), true);
    assertThat(check.passes()).isTrue();
    assertThat(check.audit().findings())
        .singleElement()
        .satisfies(life -> assertThat(life.state()).isEqualTo(Life.State.OPEN));
  }

  @Test
  void aFixBringsNothing() {
    String before = repository.commit("ring: busy").file("ring.c", Ring.LEAKS).done();
    String head = repository.commit("ring: give it back").file("ring.c", Ring.RIGHT).done();
    assertThat(range(before, head)).satisfies(CheckTest::bringsNothing);
  }

  @Test
  void aSeriesThatRepairsItselfPasses() {
    String first = repository.commit("one").file("ring.c", Ring.LEAKS).done();
    String second = repository.commit("two").file("ring.c", Ring.RIGHT).done();
    Check check =
        patches(
            mail("[PATCH 1/2] ring: busy", repository.diff(base, first))
                + mail("[PATCH 2/2] ring: give it back", repository.diff(first, second)));
    assertThat(check.passes()).isTrue();
    assertThat(check.audit().findings())
        .singleElement()
        .satisfies(life -> {
          assertThat(life.state()).isEqualTo(Life.State.REPAIRED);
          assertThat(life.introduced().orElseThrow().commit().subject()).isEqualTo("ring: busy");
          assertThat(life.fixed())
              .singleElement()
              .satisfies(c -> assertThat(c.subject()).isEqualTo("ring: give it back"));
        });
  }

  @Test
  void theMergeBaseCounts() {
    String fork = base;
    repository.commit("ring: busy, on master").file("ring.c", Ring.LEAKS).done();
    String head = repository.on("topic").reset(fork).commit("docs").file("README", "y\n").done();
    assertThat(range("master", head)).satisfies(CheckTest::bringsNothing);
  }

  @Test
  void aCalleeThatMakesItsCallerWrongIsReportedWhereItChanged() {
    String helper =
        """
        static void
        ring_drop(struct page *page)
        {
        	__free_page(page);
        }

        """;
    String caller =
        helper
            + Ring.RIGHT.replace(
                "\t__free_page(page);\n\treturn (0)", "\tring_drop(page);\n\treturn (0)");
    String before = repository.commit("ring: drop").file("ring.c", caller).done();
    String head =
        repository
            .commit("ring: drop nothing")
            .file(
                "ring.c",
                caller.replace("\t__free_page(page);\n}\n\n", "\tring_log(page->index);\n}\n\n"))
            .done();
    Check check = range(before, head);
    assertThat(check.passes()).isFalse();
    assertThat(check.audit().findings())
        .allSatisfy(life -> {
          assertThat(life.location().function()).isEqualTo("ring_drop");
          assertThat(life.location().line()).isEqualTo(4);
          assertThat(life.related().getFirst().function()).isEqualTo("ring_start");
        });
  }

  @Test
  void aCommentThatTheChangeAddsDoesNotOpenTheGate() {
    String silenced =
        Ring.LEAKS.replace(
            "\t\treturn (-EBUSY);",
            "\t\t/* zaudit: ignore leak: the ring keeps it */\n\t\treturn (-EBUSY);");
    String head = repository.commit("ring: busy").file("ring.c", silenced).done();
    Check check = range(base, head);
    assertThat(check.passes()).isFalse();
    assertThat(check.audit().findings()).isEmpty();
    assertThat(check.audit().notices())
        .singleElement()
        .satisfies(notice -> {
          assertThat(notice.kind()).isEqualTo(Notice.Kind.SUPPRESSION_ADDED);
          assertThat(notice.line()).hasValue(9);
        });
    assertThat(check.audit().suppressed())
        .singleElement()
        .satisfies(one -> {
          assertThat(one.isAdded()).isTrue();
          assertThat(one.reason()).isEqualTo("the ring keeps it");
        });
  }

  @Test
  void aCommentThatSilencesNothingIsSaid() {
    String head =
        repository
            .commit("ring: comments")
            .file(
                "ring.c",
                "/* zaudit: ignore leak */\n" + Ring.RIGHT + "/* zaudit: ignore leak: so */\n")
            .done();
    assertThat(range(base, head))
        .satisfies(check -> {
          assertThat(check.passes()).isTrue();
          assertThat(check.audit().notices())
              .extracting(Notice::kind)
              .containsOnly(Notice.Kind.SUPPRESSION_WITHOUT_REASON)
              .hasSize(2);
        });
  }

  @Test
  void whatCanNoLongerBeReadIsSaid() {
    for (String broken :
        List.of(
            Ring.RIGHT.replace(
                "(page == NULL)", "(".repeat(200) + "page == NULL" + ")".repeat(200)),
            Ring.RIGHT.replace("\n}\n", "\n"),
            Ring.RIGHT.replace("if (ring->busy) {", "if (ring->busy) {{{"))) {
      repository.reset(base);
      String head = repository.commit("ring: break it").file("ring.c", broken).done();
      assertThat(range(base, head).audit().notices())
          .as(broken)
          .anySatisfy(notice -> {
            assertThat(notice.kind()).isEqualTo(Notice.Kind.NOT_ANALYSED);
            assertThat(notice.function()).hasValue("ring_start");
          });
    }
  }

  @Test
  void theRepositoryStaysAsItIs() {
    String head = repository.commit("ring: busy").file("ring.c", Ring.LEAKS).done();
    String patch = repository.diff(base, head);
    Map<String, String> before = repository.bytes();
    assertThat(range(base, head).passes()).isFalse();
    assertThat(patches(patch).passes()).isFalse();
    assertThat(repository.bytes()).isEqualTo(before);
  }

  private static void bringsNothing(Check check) {
    assertThat(check.passes()).isTrue();
    assertThat(check.audit().findings()).isEmpty();
    assertThat(check.audit().notices()).isEmpty();
  }

  private Check range(String from, String to) {
    return run(new Proposal.Range(from, to), false);
  }

  /** On top of the first commit. */
  private Check patches(String text) {
    var patch = new Proposal.Text("test.patch", text.getBytes(StandardCharsets.UTF_8));
    return run(new Proposal.Patches(base, List.of(patch), 1), false);
  }

  /** Only what the change reaches is looked at, unless everything is asked for: with one result. */
  private Check run(Proposal proposal, boolean everything) {
    try (History history = repository.open()) {
      Check whole = run(history, proposal, true);
      Check asked = run(history, proposal, everything);
      assertThat(asked.passes()).isEqualTo(whole.passes());
      assertThat(asked.audit().notices()).isEqualTo(whole.audit().notices());
      assertThat(asked.audit().coverage()).isEqualTo(whole.audit().coverage());
      assertThat(asked.audit().findings())
          .isEqualTo(
              whole.audit().findings().stream()
                  .filter(life -> everything || isOfTheChange(life))
                  .toList());
      return asked;
    }
  }

  private static boolean isOfTheChange(Life life) {
    return life.state() == Life.State.INTRODUCED || life.state() == Life.State.REPAIRED;
  }

  private static Check run(History history, Proposal proposal, boolean everything) {
    var request =
        new CheckRequest(
            Rules.load(List.of("pages")), List.of("*"), Confidence.LIKELY, everything, 1);
    return Check.run(history, history.propose(proposal), request, AuditListener.silent());
  }

  private static String mail(String subject, String diff) {
    return "From "
        + "1234567890".repeat(4).replace("1", Integer.toHexString(subject.length() % 16))
        + " Mon Sep 17 00:00:00 2001\n"
        + "From: =?UTF-8?q?Ann=20=C3=85ngstr=C3=B6m?= <ann@example.org>\n"
        + "Date: Sat, 6 Jan 2024 10:00:00 +0100\n"
        + "Subject: "
        + subject
        + "\n\nWhy.\n---\n ring.c | 2 +-\n\n"
        + diff
        + "-- \n2.50.0\n\n";
  }
}
