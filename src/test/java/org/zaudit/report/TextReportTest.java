package org.zaudit.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.zaudit.Golden;
import org.zaudit.analysis.Event;
import org.zaudit.audit.Audit;
import org.zaudit.audit.EventLine;
import org.zaudit.audit.Life;
import org.zaudit.audit.Notice;
import org.zaudit.audit.Place;
import org.zaudit.audit.RelatedLine;

class TextReportTest {
  @Test
  void tellsTheHistoryCommitByCommit() throws IOException {
    Golden.check(getClass(), "history.txt", text(SampleAudit.full(), false, false));
  }

  @Test
  void saysWhatWasLookedAtWhenAsked() throws IOException {
    Golden.check(
        getClass(),
        "coverage.txt",
        text(SampleAudit.audit(List.of(), SampleAudit.notices()), false, true));
  }

  @Test
  void saysThatNothingWasFound() throws IOException {
    assertThat(text(SampleAudit.empty(), false, false))
        .isEqualTo("0 findings in 0 commits and 0 distinct functions, 12.3 s.\n");
  }

  @Test
  void colorsChangeNoText() throws IOException {
    String colored = text(SampleAudit.full(), true, true);
    assertThat(colored).contains("\u001b[33ma3d1000000\u001b[0m");
    assertThat(colored.replaceAll("\u001b\\[[0-9;]*m", ""))
        .isEqualTo(text(SampleAudit.full(), false, true));
  }

  @Test
  void proseStaysWithinThePage() throws IOException {
    assertThat(text(SampleAudit.full(), false, true).lines())
        .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(Page.WIDTH));
  }

  @Test
  void nothingFromTheRepositoryReachesTheTerminalRaw() throws IOException {
    String evil = "a\u001b]0;pwned\u0007\u009b31m\u202ecod\u2028\r\nforged line";
    Life stale = SampleAudit.stale();
    Life hostile =
        new Life(
            stale.fingerprint(),
            List.of(),
            evil,
            stale.check(),
            stale.confidence(),
            stale.state(),
            evil,
            evil,
            evil,
            Optional.of(evil),
            new Place(stale.location().commit(), evil, evil, 1, 1),
            Optional.of(
                new Life.Introduction(
                    SampleAudit.commit("a3d1", evil, evil, "2022-05-04T17:20:31+02:00"), evil, 1)),
            List.of(),
            List.of(SampleAudit.commit("c8f2", evil, evil, "2022-06-04T17:20:31+02:00")),
            List.of(),
            List.of(evil),
            List.of(new EventLine(Event.Kind.USE, evil, evil, 1, 3, evil, evil)),
            List.of(new RelatedLine(evil, evil, 1, evil)),
            Optional.empty(),
            evil);
    var notice =
        new Notice(
            Notice.Kind.DAMAGED_OBJECT,
            Optional.of(evil),
            Optional.of(evil),
            OptionalInt.of(1),
            evil);
    Audit audit = SampleAudit.audit(List.of(hostile), List.of(notice));

    String shown = text(audit, false, true);

    assertThat(shown).doesNotContainPattern("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}&&[^\n]]");
    assertThat(shown.lines()).noneMatch(line -> line.startsWith("forged"));
    assertThat(shown).contains("a<1B>]0;pwned<07><U+009B>31m<U+202E>cod<U+2028><0D><0A>forged");
  }

  static String text(Audit audit, boolean color, boolean coverage) throws IOException {
    var out = new ByteArrayOutputStream();
    var options =
        new Report.Options(
            Report.Format.TEXT,
            "1.2.3",
            color,
            coverage,
            false,
            Optional.of(Duration.ofMillis(12345)));
    Report.write(audit, options, out);
    return out.toString(StandardCharsets.UTF_8);
  }
}
