package org.zaudit.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.zaudit.analysis.Symbol.Argument;
import org.zaudit.analysis.Symbol.Constant;
import org.zaudit.source.Span;

class StateTest {
  private static final Symbol I = new Argument(0, "i", false);
  private static final Symbol N = new Argument(1, "n", false);

  private static State state() {
    return new State(Trail.start(new Event(Event.Kind.CALL, new Span(0, 0), "")));
  }

  @Test
  void aConditionThatWasTrueIsTrueAgain() {
    State s = state();
    Symbol less = Arithmetic.apply("<", I, N);
    assertThat(s.assumeTruth(less, true)).isTrue();
    assertThat(s.range(less).containsZero()).isFalse();
    assertThat(s.range(Arithmetic.apply(">=", I, N)).isExactly(0)).isTrue();
    assertThat(s.range(Arithmetic.apply(">", N, I)).containsZero()).isFalse();
    assertThat(s.copy().assumeTruth(less, false)).isFalse();
  }

  @Test
  void comparisonsWithConstantsNarrow() {
    State s = state();
    assertThat(s.assumeTruth(Arithmetic.apply(">=", I, new Constant(0)), true)).isTrue();
    assertThat(s.assumeTruth(Arithmetic.apply("!=", I, new Constant(0)), true)).isTrue();
    assertThat(s.range(I)).isEqualTo(Range.POSITIVE);
    assertThat(s.range(Arithmetic.apply("-", Symbol.Constant.ZERO, I)).containsZero()).isFalse();
  }

  @Test
  void equalityJoinsWhatIsKnown() {
    State s = state();
    s.assume(I, Range.POSITIVE);
    assertThat(s.assumeTruth(Arithmetic.apply("==", I, N), true)).isTrue();
    assertThat(s.range(N)).isEqualTo(Range.POSITIVE);
    assertThat(s.copy().assume(N, Range.ZERO)).isFalse();
  }

  @Test
  void errorNumbersArePositive() {
    assertThat(state().range(new Symbol.Named("ENOMEM"))).isEqualTo(Range.ERROR_NUMBER);
  }

  @Test
  void aValueOfTheRoundBeforeKeepsItsPlace() {
    State s = state();
    Symbol.Made made = new Symbol.Made(3, 0);
    s.memory.put(Location.local("before"), s.fresh(made));
    s.assume(made, Range.NON_ZERO);
    s.fresh(made);
    assertThat(s.read(Location.local("before"))).isEqualTo(new Symbol.Aged(made));
    assertThat(s.range(new Symbol.Aged(made))).isEqualTo(Range.NON_ZERO);
    assertThat(s.range(made).isAny()).isTrue();
  }

  @Test
  void joiningKeepsWhatBothKnow() {
    State a = state();
    State b = state();
    a.memory.put(Location.local("x"), new Constant(1));
    b.memory.put(Location.local("x"), new Constant(2));
    a.memory.put(Location.local("y"), I);
    b.memory.put(Location.local("y"), I);
    State joined = Merge.of(a, b, 5, false);
    assertThat(joined.read(Location.local("y"))).isEqualTo(I);
    assertThat(joined.range(joined.read(Location.local("x")))).isEqualTo(Range.between(1, 2));
    assertThat(Merge.same(Merge.of(joined, a, 5, true), joined)).isTrue();
  }
}
