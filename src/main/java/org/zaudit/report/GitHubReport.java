package org.zaudit.report;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.zaudit.analysis.Confidence;
import org.zaudit.audit.Audit;
import org.zaudit.audit.Check;
import org.zaudit.audit.Life;
import org.zaudit.audit.Notice;

/**
 * Workflow commands of GitHub Actions, which turn into annotations on the changed files; and the
 * summary of a job, in Markdown.
 */
final class GitHubReport {
  /** GitHub shows no more of a kind for one step, and drops the rest without a word. */
  private static final int SHOWN = 10;

  /** GitHub takes no summary beyond 1 MiB, and says so where nobody looks. */
  private static final int ROWS = 200;

  private enum Kind {
    ERROR("error"),
    WARNING("warning"),
    NOTICE("notice");

    private final String command;

    Kind(String command) {
      this.command = command;
    }
  }

  private final StringBuilder out = new StringBuilder();
  private final Map<Kind, Integer> written = new EnumMap<>(Kind.class);

  /** What a gate found: what stood before is mentioned, no more. */
  static void write(Check check, OutputStream stream) throws IOException {
    write(check.audit(), Kind.NOTICE, GateText.summary(check), stream);
  }

  /** What a history holds: what is still open counts. */
  static void write(Audit audit, OutputStream stream) throws IOException {
    String summary = Closing.count(audit.findings().size(), "finding");
    write(audit, Kind.ERROR, summary, stream);
  }

  private static void write(Audit audit, Kind worstOpen, String summary, OutputStream stream)
      throws IOException {
    var report = new GitHubReport();
    audit.findings().forEach(life -> report.finding(life, worstOpen));
    audit.notices().forEach(report::notice);
    report.rest();
    report.out.append(summary).append(".\n");
    stream.write(report.out.toString().getBytes(StandardCharsets.UTF_8));
    stream.flush();
  }

  private void finding(Life life, Kind worstOpen) {
    Kind kind =
        switch (life.state()) {
          case INTRODUCED, WIDENED -> level(life.confidence());
          case OPEN -> worstOpen == Kind.ERROR ? level(life.confidence()) : worstOpen;
          case REPAIRED, FIXED, VANISHED -> Kind.NOTICE;
        };
    String message =
        life.message()
            + (life.state() == Life.State.REPAIRED ? "\nA later patch repairs it." : "")
            + life.condition().map(c -> "\nWhen " + c).orElse("")
            + (life.advice().isEmpty() ? "" : "\nAdvice: " + life.advice());
    String place =
        String.join(
            ",",
            "file=" + property(life.location().file()),
            "line=" + life.location().line(),
            "col=" + life.location().column(),
            "title=" + property("zaudit: " + life.check().id() + " (" + life.rule() + ")"));
    command(kind, place, message);
  }

  private static Kind level(Confidence confidence) {
    return switch (confidence) {
      case CERTAIN -> Kind.ERROR;
      case LIKELY -> Kind.WARNING;
      case POSSIBLE -> Kind.NOTICE;
    };
  }

  private void notice(Notice notice) {
    var properties = new StringBuilder();
    notice.file().ifPresent(file -> properties.append("file=").append(property(file)).append(','));
    notice.line().ifPresent(line -> properties.append("line=").append(line).append(','));
    properties.append("title=").append(property("zaudit: " + notice.kind().id()));
    Kind kind =
        switch (notice.kind()) {
          case SUPPRESSION_ADDED, DAMAGED_OBJECT, NOT_ANALYSED -> Kind.WARNING;
          case SUPPRESSION_WITHOUT_REASON, BOUND -> Kind.NOTICE;
        };
    command(
        kind,
        properties.toString(),
        notice.function().map(name -> name + ": ").orElse("") + notice.text());
  }

  private void command(Kind kind, String properties, String message) {
    if (written.merge(kind, 1, Integer::sum) <= SHOWN) {
      out.append("::").append(kind.command).append(' ').append(properties);
      out.append("::").append(data(message)).append('\n');
    }
  }

  private void rest() {
    written.forEach((kind, count) -> {
      if (count > SHOWN) {
        out.append(count - SHOWN).append(" more of kind ").append(kind.command);
        out.append(" not shown here: GitHub shows ").append(SHOWN).append(" of a kind.\n");
      }
    });
  }

  /** As the runner reads it: only the percent sign and line ends mean something. */
  private static String data(String text) {
    var lines = new StringBuilder();
    for (String line : text.split("\n", -1)) {
      lines.append(lines.isEmpty() ? "" : "\n").append(Printable.of(line));
    }
    return lines.toString().replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
  }

  private static String property(String text) {
    return data(text).replace(":", "%3A").replace(",", "%2C");
  }

  /** The summary of the job, as Markdown. */
  static String summary(Check check) {
    var text = new StringBuilder("### zaudit\n\n");
    text.append(GateText.summary(check)).append(".\n\n");
    if (!check.audit().findings().isEmpty()) {
      text.append("| | check | where | what |\n| --- | --- | --- | --- |\n");
      List<Life> findings = check.audit().findings();
      for (Life life : findings.subList(0, Math.min(ROWS, findings.size()))) {
        text.append("| ").append(life.state().id()).append(", ").append(life.confidence().id());
        text.append(" | ").append(life.check().id());
        text.append(" | ").append(cell(life.location().file() + ":" + life.location().line()));
        text.append(" | ").append(cell(life.message())).append(" |\n");
      }
      text.append('\n').append(more(findings.size()));
    }
    List<Notice> notices = check.audit().notices();
    for (Notice notice : notices.subList(0, Math.min(ROWS, notices.size()))) {
      text.append("- ").append(notice.kind().id()).append(": ");
      notice.file().ifPresent(file -> text.append(cell(file)).append(' '));
      notice.line().ifPresent(line -> text.append("line ").append(line).append(' '));
      text.append(cell(notice.text())).append('\n');
    }
    return text.append('\n').append(more(notices.size())).toString();
  }

  private static String more(int all) {
    return all > ROWS ? "And " + (all - ROWS) + " more.\n\n" : "";
  }

  /** Nothing in it is Markdown or HTML. */
  private static String cell(String text) {
    var out = new StringBuilder();
    for (char c : Printable.of(text).toCharArray()) {
      boolean plain = Character.isLetterOrDigit(c) || " _-.,/".indexOf(c) >= 0 || c > 0x7f;
      out.append(plain && c != '_' ? String.valueOf(c) : "&#" + (int) c + ";");
    }
    return out.toString();
  }
}
