package org.zaudit.report;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.zaudit.audit.Audit;
import org.zaudit.audit.CommitInfo;
import org.zaudit.audit.Life;

/** The report for people: commit by commit, newest last, as a release manager reads a history. */
final class TextReport {
  private final Page page;
  private final FindingText finding;

  private TextReport(Page page) {
    this.page = page;
    this.finding = new FindingText(page);
  }

  static void write(Audit audit, Report.Options options, OutputStream out) throws IOException {
    Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
    var page = new Page(writer, options.color());
    var text = new TextReport(page);
    try {
      Timeline timeline = Timeline.of(audit);
      text.before(timeline.before());
      timeline.chapters().forEach(text::chapter);
      new Closing(page).write(audit, options);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    writer.flush();
  }

  private void before(List<Life> findings) {
    if (findings.isEmpty()) {
      return;
    }
    page.line(page.paint(Style.COMMIT, "Already there where the range starts"));
    page.blank();
    findings.forEach(this::full);
  }

  private void chapter(Timeline.Chapter chapter) {
    CommitInfo commit = chapter.commit();
    page.line(
        page.paint(Style.COMMIT, FindingText.hash(commit.commit()))
            + " "
            + commit.date().toLocalDate()
            + " "
            + Printable.of(commit.subject()));
    page.blank();
    chapter.introduced().forEach(this::full);
    chapter.repeated().forEach(life -> brief("+", Style.INTRODUCED, "again", life));
    chapter.fixed().forEach(life -> brief("-", Style.ENDED, "fixed", life));
    chapter.vanished().forEach(life -> brief("-", Style.ENDED, "vanished", life));
  }

  private void full(Life life) {
    finding.full(life);
    page.blank();
  }

  private void brief(String sign, Style style, String label, Life life) {
    finding.brief(sign, style, label, life);
    page.blank();
  }
}
