package org.zaudit.report;

import java.util.List;
import org.zaudit.audit.CommitInfo;
import org.zaudit.audit.Life;
import org.zaudit.audit.Place;
import org.zaudit.audit.RelatedLine;

/** One finding as text: in full where it came in, in short where it ended. */
final class FindingText {
  /** Of a hash, git shows as many digits in a repository of this size. */
  static final int SHORT_HASH = 10;

  private static final int INDENT = 4;
  private static final int LABEL = 10;

  private final Page page;

  FindingText(Page page) {
    this.page = page;
  }

  void full(Life life) {
    title("+", Style.INTRODUCED, life);
    place(life);
    PathText.write(
        page, INDENT + 2, life.location().file(), life.location().function(), life.events());
    if (life.state() == Life.State.OPEN) {
      field("status", "still open");
    }
    life.condition().ifPresent(condition -> field("when", condition));
    if (!life.tags().isEmpty()) {
      field("releases", Releases.summary(life.tags()));
    }
    String label = "related";
    for (RelatedLine related : life.related()) {
      field(label, place(related.file(), related.line(), related.function()) + note(related));
      label = "";
    }
    life.upstream().ifPresent(fix -> field("upstream", fix(fix)));
    commits("fixed by", life.fixed());
    commits("vanished", life.vanished());
    if (!life.advice().isEmpty()) {
      field("advice", life.advice());
    }
    field("finding", life.fingerprint());
  }

  /** For a commit that is not the one that tells the whole story. */
  void brief(String sign, Style style, String label, Life life) {
    title(sign, style, life);
    place(life);
    String origin =
        life.introduced()
            .map(i -> "came in with " + line(i.commit()))
            .orElse("stood there where the range starts");
    field(label, origin);
    field("finding", life.fingerprint());
  }

  private void title(String sign, Style style, Life life) {
    String kind = life.confidence().id() + " " + life.check().id();
    String head = "  " + page.paint(style, sign + " " + kind + ":") + " ";
    page.prose(head, kind.length() + 6, INDENT, Printable.of(life.message()), Style.MESSAGE);
  }

  private void place(Life life) {
    Place at = life.location();
    page.line(
        " ".repeat(INDENT)
            + page.paint(Style.PLACE, Printable.of(place(at.file(), at.line(), at.function())))
            + page.paint(Style.LABEL, "  (" + Printable.of(life.rule()) + ")"));
  }

  private void commits(String label, List<CommitInfo> commits) {
    String first = label;
    for (CommitInfo commit : commits) {
      field(first, line(commit));
      first = "";
    }
  }

  private void field(String label, String text) {
    String head =
        " ".repeat(INDENT) + page.paint(Style.LABEL, label) + " ".repeat(LABEL - label.length());
    page.prose(head, INDENT + LABEL, Printable.of(text));
  }

  private static String fix(Life.Upstream fix) {
    return "gone since %s %s, which %s"
        .formatted(
            hash(fix.commit()),
            fix.subject(),
            fix.applies() ? "applies here" : "does not apply here as it is");
  }

  private static String note(RelatedLine related) {
    return related.note().isEmpty() ? "" : ": " + related.note();
  }

  private static String place(String file, int line, String function) {
    return file + ":" + line + " in " + function;
  }

  static String line(CommitInfo commit) {
    return hash(commit.commit()) + " " + commit.date().toLocalDate() + " " + commit.subject();
  }

  static String hash(String commit) {
    return commit.substring(0, Math.min(SHORT_HASH, commit.length()));
  }
}
