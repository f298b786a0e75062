package org.zaudit.report;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;
import java.util.function.Function;
import org.zaudit.analysis.Confidence;
import org.zaudit.audit.Audit;
import org.zaudit.audit.CoverageCounts;
import org.zaudit.audit.Life;
import org.zaudit.audit.Notice;

/** What stands below the findings: notices, what was looked at, the counts. */
final class Closing {
  private final Page page;

  Closing(Page page) {
    this.page = page;
  }

  void write(Audit audit, Report.Options options) {
    notices(
        audit.notices().stream()
            .filter(n -> options.coverage() || isAlwaysShown(n.kind()))
            .toList());
    if (options.coverage()) {
      coverage(audit.coverage());
    } else {
      unseen(audit.coverage());
    }
    if (!options.quiet()) {
      summary(audit, options);
    }
  }

  void notices(List<Notice> notices) {
    notices.forEach(this::notice);
    if (!notices.isEmpty()) {
      page.blank();
    }
  }

  /** Gaps of the analysis are many in a long history, and counted; the rest needs a person. */
  private static boolean isAlwaysShown(Notice.Kind kind) {
    return switch (kind) {
      case SUPPRESSION_ADDED, SUPPRESSION_WITHOUT_REASON, DAMAGED_OBJECT -> true;
      case NOT_ANALYSED, BOUND -> false;
    };
  }

  private void notice(Notice notice) {
    var text = new StringBuilder();
    notice.file().ifPresent(text::append);
    notice.line().ifPresent(line -> text.append(':').append(line));
    notice.function().ifPresent(name -> text.append(text.isEmpty() ? "" : " in ").append(name));
    text.append(text.isEmpty() ? "" : ": ").append(notice.text());
    String kind = notice.kind().id() + ":";
    page.prose(
        page.paint(Style.WARNING, kind) + " ", kind.length() + 1, Printable.of(text.toString()));
  }

  void coverage(CoverageCounts counts) {
    row(counts.blobs(), "distinct C and header files");
    row(counts.functionVersions(), "functions in them");
    row(counts.distinctFunctions(), "with a text of their own");
    row(counts.irrelevant(), "skipped: nothing in them concerns a rule");
    row(counts.parsed(), "parsed");
    row(counts.analysed(), "analysed");
    row(counts.failed(), "not read whole in some configuration");
    row(counts.bounded(), "given up early, at a bound");
    page.blank();
  }

  private void row(long count, String what) {
    page.line(String.format(Locale.ROOT, "%,14d  %s", count, what));
  }

  private void unseen(CoverageCounts counts) {
    if (counts.failed() + counts.bounded() > 0) {
      page.line(
          count(counts.failed(), "function")
              + " not read whole in some configuration, "
              + number(counts.bounded())
              + " given up early; --coverage names them.");
    }
  }

  private void summary(Audit audit, Report.Options options) {
    var text = new StringBuilder(count(audit.findings().size(), "finding"));
    if (!audit.findings().isEmpty()) {
      text.append(" (").append(kinds(audit.findings())).append(")");
    }
    if (!audit.suppressed().isEmpty()) {
      text.append(", and ")
          .append(number(audit.suppressed().size()))
          .append(" that a comment silences,");
    }
    text.append(" in ").append(count(audit.range().commits(), "commit"));
    text.append(" and ").append(count(audit.coverage().distinctFunctions(), "distinct function"));
    options.elapsed().ifPresent(time -> text.append(", ").append(seconds(time)));
    page.prose("", 0, 0, text.append('.').toString(), Style.MESSAGE);
  }

  /** How many there are of each state, and of each confidence, surest first. */
  private static String kinds(List<Life> findings) {
    return tally(List.of(Life.State.values()), Life.State::id, findings, Life::state)
        + "; "
        + tally(
            List.of(Confidence.values()).reversed(), Confidence::id, findings, Life::confidence);
  }

  private static <K> String tally(
      List<K> kinds, Function<K, String> name, List<Life> findings, Function<Life, K> kind) {
    var tally = new StringJoiner(", ");
    for (K k : kinds) {
      long n = findings.stream().filter(life -> kind.apply(life).equals(k)).count();
      if (n > 0) {
        tally.add(number(n) + " " + name.apply(k));
      }
    }
    return tally.toString();
  }

  static String count(long n, String what) {
    return number(n) + " " + what + (n == 1 ? "" : "s");
  }

  private static String number(long n) {
    return String.format(Locale.ROOT, "%,d", n);
  }

  private static String seconds(Duration time) {
    if (time.toMinutes() > 0) {
      return time.toMinutes() + " min " + time.toSecondsPart() + " s";
    }
    return String.format(Locale.ROOT, "%.1f s", time.toMillis() / 1000.0);
  }
}
