package org.zaudit.report;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Optional;
import org.zaudit.audit.Audit;
import org.zaudit.audit.Check;
import tools.jackson.core.exc.JacksonIOException;

/**
 * The front door: writes an audit in one of its public formats. The same audit and options give the
 * same bytes; they are UTF-8 with {@code \n} as line end, and end in a line end.
 */
public final class Report {
  private Report() {}

  /** Writes the whole report and flushes; the stream stays open and belongs to the caller. */
  public static void write(Audit audit, Options options, OutputStream out) throws IOException {
    try {
      switch (options.format()) {
        case TEXT -> TextReport.write(audit, options, out);
        case JSON -> JsonReport.write(audit, options.version(), out);
        case JSONL -> JsonReport.writeLines(audit, out);
        case SARIF -> SarifReport.write(audit, options.version(), out);
        case GITHUB -> GitHubReport.write(audit, out);
      }
    } catch (JacksonIOException e) {
      throw e.getCause();
    }
  }

  /** Writes what a gate found, and flushes; the stream stays open and belongs to the caller. */
  public static void write(Check check, Options options, OutputStream out) throws IOException {
    switch (options.format()) {
      case TEXT -> GateText.write(check, options, out);
      case GITHUB -> GitHubReport.write(check, out);
      case JSON, JSONL, SARIF -> write(check.audit(), options, out);
    }
  }

  /** What a gate found, as Markdown for the summary of a job of GitHub Actions. */
  public static String jobSummary(Check check) {
    return GitHubReport.summary(check);
  }

  /** The formats, under the names that users give them. */
  public enum Format {
    TEXT("text"),
    JSON("json"),
    JSONL("jsonl"),
    SARIF("sarif"),
    GITHUB("github");

    private final String id;

    Format(String id) {
      this.id = id;
    }

    public String id() {
      return id;
    }
  }

  /**
   * How to write.
   *
   * @param version of the program that made the audit
   * @param color whether the text may hold ANSI colours; the other formats never do
   * @param coverage whether the text says what was looked at, and names what was not analysed
   * @param quiet whether the text leaves out its last line, the counts
   * @param elapsed how long the audit took; empty when nobody should be told
   */
  public record Options(
      Format format,
      String version,
      boolean color,
      boolean coverage,
      boolean quiet,
      Optional<Duration> elapsed) {}
}
