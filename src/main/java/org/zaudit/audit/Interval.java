package org.zaudit.audit;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** True each time that so much time has gone by since it was last, or since the beginning. */
final class Interval implements BooleanSupplier {
  private final long nanos;
  private long last = System.nanoTime();

  Interval(Duration length) {
    this.nanos = length.toNanos();
  }

  @Override
  public boolean getAsBoolean() {
    long now = System.nanoTime();
    boolean isOver = now - last >= nanos;
    if (isOver) {
      last = now;
    }
    return isOver;
  }
}
