package org.zaudit.cli;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;
import java.util.function.LongSupplier;

/**
 * One line on a terminal that tells how far the work has got. It is drawn over itself, at most some
 * times a second, and leaves nothing behind. Safe to use from several threads.
 */
final class ProgressLine implements AutoCloseable {
  private static final long INTERVAL = Duration.ofMillis(200).toNanos();

  /** The first rates are noise. */
  private static final long SETTLED = Duration.ofSeconds(2).toNanos();

  private static final String ERASE = "\r\u001b[K";

  private final PrintStream out;
  private final int width;
  private final LongSupplier clock;
  private final boolean silent;
  private String step = "";
  private long started;
  private long drawn;
  private boolean visible;

  private ProgressLine(PrintStream out, int width, LongSupplier clock, boolean silent) {
    this.out = out;
    this.width = width;
    this.clock = clock;
    this.silent = silent;
  }

  /** A line on this stream; the clock counts nanoseconds. */
  static ProgressLine on(PrintStream out, int width, LongSupplier clock) {
    return new ProgressLine(out, width, clock, false);
  }

  /** Says nothing. */
  static ProgressLine silent() {
    return new ProgressLine(System.err, 0, () -> 0, true);
  }

  /**
   * A step has got this far.
   *
   * @param what is done, and counted ("commits")
   * @param total 0 when it is not known
   * @param remark what else is worth knowing; may be empty
   */
  synchronized void update(String what, long done, long total, String remark) {
    if (silent) {
      return;
    }
    long now = clock.getAsLong();
    if (!what.equals(step)) {
      step = what;
      started = now;
      drawn = now - INTERVAL;
    }
    if (now - drawn >= INTERVAL) {
      drawn = now;
      draw(text(what, done, total, remark, now - started));
    }
  }

  /** For the progress of a clone or fetch. */
  void transfer(String step, int done, int total) {
    update(step, done, total, "");
  }

  /** For the progress of an audit. */
  void audit(int commits, int total, int findings) {
    update(
        "commits", commits, total, number(findings) + (findings == 1 ? " finding" : " findings"));
  }

  /** Takes the line away, so that something else can be printed. */
  @Override
  public synchronized void close() {
    if (visible) {
      out.print(ERASE);
      out.flush();
      visible = false;
    }
  }

  private void draw(String text) {
    out.print(ERASE + text.substring(0, Math.min(text.length(), width - 1)));
    out.flush();
    visible = true;
  }

  private static String text(String what, long done, long total, String remark, long nanos) {
    var text = new StringBuilder(what).append(' ').append(number(done));
    if (total > 0) {
      text.append('/').append(number(total));
    }
    if (nanos >= SETTLED && done > 0) {
      double rate = done * 1e9 / nanos;
      text.append(String.format(Locale.ROOT, rate < 10 ? ", %.1f/s" : ", %,.0f/s", rate));
      if (total > done) {
        text.append(", ").append(left(Math.round((total - done) / rate))).append(" left");
      }
    }
    return remark.isEmpty() ? text.toString() : text.append(", ").append(remark).toString();
  }

  private static String left(long seconds) {
    return seconds >= 60 ? seconds / 60 + " min " + seconds % 60 + " s" : seconds + " s";
  }

  private static String number(long n) {
    return String.format(Locale.ROOT, "%,d", n);
  }
}
