package org.zaudit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ProgressLineTest {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
  private long now;

  @Test
  void tellsRateTimeLeftAndWhatWasFound() {
    try (ProgressLine line = ProgressLine.on(out, 80, () -> now)) {
      line.update("commits", 0, 11_109, "0 findings");
      pass(10_000);
      line.update("commits", 1000, 11_109, "3 findings");
    }
    assertThat(written())
        .isEqualTo(
            "\r\u001b[Kcommits 0/11,109, 0 findings"
                + "\r\u001b[Kcommits 1,000/11,109, 100/s, 1 min 41 s left, 3 findings"
                + "\r\u001b[K");
  }

  @Test
  void countsWithoutAnEndInSight() {
    ProgressLine line = ProgressLine.on(out, 80, () -> now);
    line.update("Receiving objects", 1, 0, "");
    pass(4000);
    line.update("Receiving objects", 2, 0, "");
    assertThat(written())
        .isEqualTo("\r\u001b[KReceiving objects 1\r\u001b[KReceiving objects 2, 0.5/s");
  }

  @Test
  void drawsAFewTimesASecond() {
    ProgressLine line = ProgressLine.on(out, 80, () -> now);
    for (int i = 0; i < 1000; i++) {
      line.update("commits", i, 1000, "");
      pass(1);
    }
    assertThat(written().chars().filter(c -> c == '\r')).hasSize(5);
  }

  @Test
  void startsAnewWithEachStep() {
    ProgressLine line = ProgressLine.on(out, 80, () -> now);
    line.update("Counting objects", 5, 5, "");
    line.update("commits", 0, 9, "");
    assertThat(written()).endsWith("\r\u001b[Kcommits 0/9");
  }

  @Test
  void staysOnOneLine() {
    ProgressLine line = ProgressLine.on(out, 40, () -> now);
    line.update("x".repeat(100), 1, 2, "");
    assertThat(written()).isEqualTo("\r\u001b[K" + "x".repeat(39));
  }

  @Test
  void leavesNothingBehindWhereNothingWasDrawn() {
    ProgressLine.on(out, 40, () -> now).close();
    ProgressLine.silent().update("commits", 1, 2, "");
    assertThat(written()).isEmpty();
  }

  private void pass(long millis) {
    now += Duration.ofMillis(millis).toNanos();
  }

  private String written() {
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
