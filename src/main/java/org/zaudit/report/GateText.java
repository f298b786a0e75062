package org.zaudit.report;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.zaudit.audit.Audit;
import org.zaudit.audit.Check;
import org.zaudit.audit.CommitInfo;
import org.zaudit.audit.Life;
import org.zaudit.audit.Notice;

/** What a gate tells whoever proposes a change: patch by patch, what it brings in. */
final class GateText {
  /** The commit that git blame names for lines that are not committed. */
  private static final String NO_COMMIT = "0".repeat(40);

  private final Page page;
  private final FindingText finding;

  private GateText(Page page) {
    this.page = page;
    this.finding = new FindingText(page);
  }

  static void write(Check check, Report.Options options, OutputStream out) throws IOException {
    Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
    var text = new GateText(new Page(writer, options.color()));
    try {
      Timeline timeline = Timeline.of(check.audit());
      text.before(timeline.before());
      timeline.chapters().forEach(text::chapter);
      var closing = new Closing(text.page);
      closing.notices(check.audit().notices());
      if (options.coverage()) {
        closing.coverage(check.audit().coverage());
      }
      if (!options.quiet()) {
        text.page.line(
            text.page.paint(Style.MESSAGE, summary(check) + time(options.elapsed()) + "."));
      }
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    writer.flush();
  }

  private void before(List<Life> findings) {
    if (!findings.isEmpty()) {
      page.line(page.paint(Style.COMMIT, "Already there before this change"));
      page.blank();
      findings.forEach(this::full);
    }
  }

  private void chapter(Timeline.Chapter chapter) {
    page.line(page.paint(Style.COMMIT, head(chapter.commit())));
    page.blank();
    chapter.introduced().forEach(this::full);
    chapter.repeated().forEach(life -> brief("+", Style.INTRODUCED, "again", life));
    chapter.fixed().forEach(life -> brief("-", Style.ENDED, "repaired", life));
    chapter.vanished().forEach(life -> brief("-", Style.ENDED, "vanished", life));
  }

  private static String head(CommitInfo commit) {
    String subject = Printable.of(commit.subject());
    return commit.commit().equals(NO_COMMIT)
        ? subject
        : FindingText.hash(commit.commit()) + " " + commit.date().toLocalDate() + " " + subject;
  }

  private void full(Life life) {
    finding.full(life);
    page.blank();
  }

  private void brief(String sign, Style style, String label, Life life) {
    finding.brief(sign, style, label, life);
    page.blank();
  }

  /** One line for those who read no other. */
  static String summary(Check check) {
    Audit audit = check.audit();
    long brought = count(audit, Life.State.INTRODUCED) + count(audit, Life.State.WIDENED);
    long repaired = count(audit, Life.State.REPAIRED);
    long silenced =
        audit.notices().stream().filter(n -> n.kind() == Notice.Kind.SUPPRESSION_ADDED).count();
    var text = new StringBuilder("This change brings in ");
    text.append(brought == 0 ? "nothing" : Closing.count(brought, "finding"));
    if (repaired > 0) {
      text.append(", and ").append(repaired).append(" that a later part of it repairs");
    }
    if (silenced > 0) {
      text.append("; it silences ").append(Closing.count(silenced, "finding"));
    }
    return text.append(", in ").append(Closing.count(audit.range().commits(), "commit")).toString();
  }

  private static long count(Audit audit, Life.State state) {
    return audit.findings().stream().filter(life -> life.state() == state).count();
  }

  private static String time(Optional<Duration> elapsed) {
    return elapsed
        .map(e -> String.format(Locale.ROOT, " (%.1f s)", e.toMillis() / 1000.0))
        .orElse("");
  }
}
