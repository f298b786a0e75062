package org.zaudit.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The laws of the value lattice, checked against the sets of integers that ranges stand for. */
class RangeTest {
  private static final long SEED = 20261125;
  private static final int ROUNDS = 20_000;
  private static final int EDGE = 6;

  private final Random random = new Random(SEED);

  private Range any() {
    long a = random.nextLong(-EDGE, EDGE + 1);
    long b = random.nextLong(-EDGE, EDGE + 1);
    Range range =
        switch (random.nextInt(5)) {
          case 0 -> Range.between(Long.MIN_VALUE, a);
          case 1 -> Range.between(a, Long.MAX_VALUE);
          case 2 -> Range.ANY;
          default -> Range.between(Math.min(a, b), Math.max(a, b));
        };
    for (int i = random.nextInt(3); i > 0; i--) {
      range = range.without(random.nextInt(2 * EDGE + 1) - EDGE);
    }
    return range;
  }

  private static List<Long> members(Range range) {
    List<Long> members = new ArrayList<>();
    for (long v = -EDGE - 2; v <= EDGE + 2; v++) {
      if (range.contains(v)) {
        members.add(v);
      }
    }
    return members;
  }

  @Test
  void intersectionIsExact() {
    for (int i = 0; i < ROUNDS; i++) {
      Range a = any();
      Range b = any();
      List<Long> both = new ArrayList<>(members(a));
      both.retainAll(members(b));
      assertThat(members(a.intersect(b))).as("%s and %s", a, b).isEqualTo(both);
    }
  }

  @Test
  void unionHoldsBothAndIsCommutativeAndIdempotent() {
    for (int i = 0; i < ROUNDS; i++) {
      Range a = any();
      Range b = any();
      assertThat(members(a.union(b)))
          .as("%s or %s", a, b)
          .containsAll(members(a))
          .containsAll(members(b));
      assertThat(a.union(b)).isEqualTo(b.union(a));
      assertThat(a.union(a)).isEqualTo(a);
      assertThat(a.within(a.union(b))).isTrue();
    }
  }

  @Test
  void unionKeepsThatNeitherIsZero() {
    assertThat(Range.exactly(-1).union(Range.exactly(1)).containsZero()).isFalse();
    assertThat(Range.between(Long.MIN_VALUE, -1).union(Range.POSITIVE)).isEqualTo(Range.NON_ZERO);
  }

  @Test
  void wideningEnds() {
    for (int i = 0; i < ROUNDS; i++) {
      Range value = any();
      int steps = 0;
      for (Range next = value.widen(value.union(any()));
          !next.equals(value) && steps < 50;
          steps++) {
        value = next;
        next = value.widen(value.union(any()));
      }
      assertThat(steps).isLessThan(50);
    }
  }

  @Test
  void shiftAndNegationMoveEveryMember() {
    for (int i = 0; i < ROUNDS; i++) {
      Range a = Range.between(-3, 3).intersect(any());
      long by = random.nextLong(-2, 3);
      assertThat(new TreeSet<>(members(a.shift(by))))
          .isEqualTo(new TreeSet<>(members(a).stream().map(v -> v + by).toList()));
      assertThat(new TreeSet<>(members(a.negate())))
          .isEqualTo(new TreeSet<>(members(a).stream().map(v -> -v).toList()));
    }
  }
}
