package org.zaudit.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zaudit.Ring;
import org.zaudit.history.History;
import org.zaudit.history.RevisionQuery;
import org.zaudit.history.TestRepository;
import org.zaudit.rules.Rules;

/** Comments that silence a finding, in an audit of a history. */
class SuppressedTest {
  @TempDir private Path folder;

  @Test
  void aCommentWithAReasonSetsItsFindingApart() {
    Audit audit = audit("\t/* zaudit: ignore leak: the ring keeps it */\n\t\treturn (-EBUSY);");
    assertThat(audit.findings()).isEmpty();
    assertThat(audit.suppressed())
        .singleElement()
        .satisfies(one -> {
          assertThat(one.life().state()).isEqualTo(Life.State.OPEN);
          assertThat(one.reason()).isEqualTo("the ring keeps it");
          assertThat(one.isAdded()).isFalse();
        });
    assertThat(audit.only(life -> false).suppressed()).isEmpty();
  }

  @Test
  void aCommentOnTheLineItselfDoesToo() {
    assertThat(audit("\treturn (-EBUSY); // zaudit: ignore leak: so").suppressed()).hasSize(1);
  }

  @Test
  void oneWithoutAReasonOrForAnotherCheckOrElsewhereDoesNot() {
    for (String other :
        List.of(
            "\t/* zaudit: ignore leak */\n\t\treturn (-EBUSY);",
            "\t/* zaudit: ignore double-release: so */\n\t\treturn (-EBUSY);",
            "\t/* zaudit: ignore leak: so */\n\n\t\treturn (-EBUSY);")) {
      Audit audit = audit(other);
      assertThat(audit.findings()).as(other).hasSize(1);
      assertThat(audit.suppressed()).as(other).isEmpty();
    }
  }

  private Audit audit(String leaving) {
    try (var repository = TestRepository.in(folder.resolve("r" + leaving.hashCode()))) {
      repository.commit("Begin").file("ring.c", Ring.SIMPLE).done();
      repository
          .commit("ring: busy")
          .file("ring.c", Ring.LEAKS.replace("\treturn (-EBUSY);", leaving))
          .done();
      try (History history = repository.open()) {
        var request =
            new AuditRequest(
                RevisionQuery.of("HEAD"),
                Rules.load(List.of("pages")),
                List.of("*"),
                1,
                false,
                Optional.empty());
        return Audit.run(history, request, AuditListener.silent());
      }
    }
  }
}
