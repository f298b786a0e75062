package org.zaudit.analysis;

import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/** A set of integers: an interval less a few values. Empty when {@code low > high}. Immutable. */
record Range(long low, long high, SortedSet<Long> excluded) {
  /** Nearly always: what is excluded is worth looking at only where there is something. */
  private static final SortedSet<Long> NOTHING = Collections.emptySortedSet();

  static final Range ANY = new Range(Long.MIN_VALUE, Long.MAX_VALUE, NOTHING);
  static final Range NONE = new Range(1, 0, NOTHING);
  static final Range ZERO = exactly(0);
  static final Range NON_ZERO = ANY.without(0);
  static final Range POSITIVE = new Range(1, Long.MAX_VALUE, NOTHING);

  /** What errno may hold on Linux and FreeBSD (MAX_ERRNO of the Linux kernel). */
  static final Range ERROR_NUMBER = new Range(1, 4095, NOTHING);

  static final Range TRUTH = new Range(0, 1, NOTHING);

  static Range exactly(long value) {
    return new Range(value, value, NOTHING);
  }

  static Range between(long low, long high) {
    return new Range(low, high, NOTHING).tight();
  }

  @Override
  public boolean equals(Object other) {
    return this == other
        || other instanceof Range(long otherLow, long otherHigh, SortedSet<Long> others)
            && low == otherLow
            && high == otherHigh
            && excluded.equals(others);
  }

  @Override
  public int hashCode() {
    return 31 * Long.hashCode(low) + Long.hashCode(high);
  }

  boolean isEmpty() {
    return low > high;
  }

  boolean isAny() {
    return low == Long.MIN_VALUE && high == Long.MAX_VALUE && excluded.isEmpty();
  }

  boolean contains(long value) {
    return low <= value && value <= high && (excluded.isEmpty() || !excluded.contains(value));
  }

  boolean containsZero() {
    return contains(0);
  }

  /** True when there is one value in it. */
  boolean isOne() {
    return low == high;
  }

  boolean isExactly(long value) {
    return low == value && high == value;
  }

  Range without(long value) {
    if (value < low || value > high) {
      return this;
    }
    SortedSet<Long> more = new TreeSet<>(excluded);
    more.add(value);
    return new Range(low, high, more).tight();
  }

  Range intersect(Range other) {
    if (other.isAny()) {
      return this;
    }
    if (excluded.isEmpty() && other.excluded.isEmpty()) {
      return plain(Math.max(low, other.low), Math.min(high, other.high));
    }
    SortedSet<Long> both = new TreeSet<>(excluded);
    both.addAll(other.excluded);
    return new Range(Math.max(low, other.low), Math.min(high, other.high), both).tight();
  }

  Range union(Range other) {
    if (isEmpty()) {
      return other;
    }
    if (other.isEmpty()) {
      return this;
    }
    if (excluded.isEmpty() && other.excluded.isEmpty()) {
      Range hull = plain(Math.min(low, other.low), Math.max(high, other.high));
      return hull.containsZero() && !containsZero() && !other.containsZero()
          ? hull.without(0)
          : hull;
    }
    SortedSet<Long> neither = new TreeSet<>();
    SortedSet<Long> candidates = new TreeSet<>(excluded);
    candidates.addAll(other.excluded);
    candidates.add(0L);
    for (long value : candidates) {
      if (!contains(value) && !other.contains(value)) {
        neither.add(value);
      }
    }
    return new Range(Math.min(low, other.low), Math.max(high, other.high), neither).tight();
  }

  /**
   * What {@code next}, a later approximation of this, becomes so that growth ends: a bound that
   * moved goes to its end.
   */
  Range widen(Range next) {
    return new Range(
            next.low < low ? Long.MIN_VALUE : next.low,
            next.high > high ? Long.MAX_VALUE : next.high,
            next.excluded)
        .tight();
  }

  boolean within(Range other) {
    return isEmpty()
        || (low >= other.low
            && high <= other.high
            && other.excluded.stream().noneMatch(this::contains));
  }

  Range shift(long by) {
    if (by == 0 || isAny()) {
      return this;
    }
    SortedSet<Long> moved = new TreeSet<>();
    for (long value : excluded) {
      moved.add(value + by);
    }
    return new Range(
            low == Long.MIN_VALUE ? low : saturated(low, by),
            high == Long.MAX_VALUE ? high : saturated(high, by),
            moved)
        .tight();
  }

  Range negate() {
    SortedSet<Long> moved = new TreeSet<>();
    for (long value : excluded) {
      moved.add(-value);
    }
    return new Range(
            high == Long.MAX_VALUE ? Long.MIN_VALUE : -high,
            low == Long.MIN_VALUE ? Long.MAX_VALUE : -low,
            moved)
        .tight();
  }

  /** The differences of one of these and one of those, which are mathematical: nothing wraps. */
  Range minus(Range other) {
    if (isEmpty() || other.isEmpty()) {
      return NONE;
    }
    Range added = other.negate();
    return plain(
        low == Long.MIN_VALUE || added.low == Long.MIN_VALUE
            ? Long.MIN_VALUE
            : saturated(low, added.low),
        high == Long.MAX_VALUE || added.high == Long.MAX_VALUE
            ? Long.MAX_VALUE
            : saturated(high, added.high));
  }

  private static long saturated(long a, long b) {
    long sum = a + b;
    return ((a ^ sum) & (b ^ sum)) < 0 ? (a < 0 ? Long.MIN_VALUE : Long.MAX_VALUE) : sum;
  }

  /** An interval with nothing left out. */
  private static Range plain(long low, long high) {
    return low > high ? NONE : new Range(low, high, NOTHING);
  }

  private Range tight() {
    if (excluded.isEmpty()) {
      return plain(low, high);
    }
    long from = low;
    long to = high;
    while (from <= to && excluded.contains(from)) {
      from++;
    }
    while (to >= from && excluded.contains(to)) {
      to--;
    }
    if (from > to) {
      return NONE;
    }
    SortedSet<Long> inside = new TreeSet<>();
    for (long value : excluded) {
      if (value > from && value < to && inside.size() < Bounds.EXCLUDED_VALUES) {
        inside.add(value);
      }
    }
    return new Range(from, to, inside.isEmpty() ? NOTHING : inside);
  }

  /** As a test on a name: {@code == 0}, {@code != 0}, {@code < 0}, or a set. */
  String describe() {
    if (isExactly(0)) {
      return "is 0";
    }
    if (low == high) {
      return "is " + low;
    }
    if (!containsZero() && low < 0 && high > 0) {
      return "is not 0";
    }
    if (high < 0) {
      return "is negative";
    }
    if (low > 0) {
      return "is positive";
    }
    return low == 0 ? "is not negative" : "is any";
  }
}
