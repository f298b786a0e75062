package org.zaudit.analysis;

import java.util.Map;
import org.zaudit.analysis.Symbol.Constant;
import org.zaudit.analysis.Symbol.Operation;

/**
 * What follows from the facts of one state, which are intervals: of values, and of the differences
 * of two (Miné, A New Numerical Abstract Domain Based on Difference-Bound Matrices, PADO 2001).
 * Writes what it takes in to the facts. One thread.
 */
final class Reasoning {
  private final Map<Symbol, Range> facts;

  Reasoning(Map<Symbol, Range> facts) {
    this.facts = facts;
  }

  /** What the value may be: by what it is made of, and by what is known of it. */
  Range range(Symbol symbol) {
    Range intrinsic = intrinsic(symbol);
    Range known = facts.get(symbol);
    return known == null ? intrinsic : intrinsic.intersect(known);
  }

  private Range intrinsic(Symbol symbol) {
    return switch (symbol) {
      case Constant(long value) -> Range.exactly(value);
      case Symbol.Address _, Symbol.Text _ -> Range.NON_ZERO;
      case Symbol.Named(String name) ->
          Constants.isErrorNumber(name) ? Range.ERROR_NUMBER : Range.ANY;
      case Operation(String op, Symbol a, Constant(long by)) when op.equals("+") ->
          range(a).shift(by);
      case Operation(String op, Constant(long zero), Symbol b) when op.equals("-") && zero == 0 ->
          range(b).negate();
      case Operation(String op, Symbol a, Symbol b) -> ofOperation(op, a, b);
      default -> Range.ANY;
    };
  }

  private Range ofOperation(String op, Symbol a, Symbol b) {
    return switch (op) {
      case "==", "!=", "<", "<=", ">", ">=" -> ofComparison(op, a, b);
      case "&" -> {
        Range x = range(a);
        Range y = range(b);
        yield x.isOne() && y.isOne()
            ? Range.exactly(x.low() & y.low())
            : y.low() >= 0 && y.high() < Long.MAX_VALUE ? Range.between(0, y.high()) : Range.ANY;
      }
      case "|" -> {
        Range x = range(a);
        Range y = range(b);
        yield x.isOne() && y.isOne()
            ? Range.exactly(x.low() | y.low())
            : !x.containsZero() || !y.containsZero() ? Range.NON_ZERO : Range.ANY;
      }
      case "-" -> {
        Range flipped = facts.get(new Operation("-", b, a));
        Range difference = range(a).minus(range(b));
        yield flipped == null ? difference : difference.intersect(flipped.negate());
      }
      case "*" -> {
        Range x = range(a);
        Range y = range(b);
        yield x.low() >= 0 && y.low() >= 0
            ? (x.containsZero() || y.containsZero()
                ? Range.between(0, Long.MAX_VALUE)
                : Range.POSITIVE)
            : Range.ANY;
      }
      default -> Range.ANY;
    };
  }

  private Range ofComparison(String op, Symbol a, Symbol b) {
    Range difference =
        b instanceof Constant(long c) ? range(a).shift(-c) : range(Arithmetic.apply("-", a, b));
    Range holds = satisfying(op);
    if (difference.within(holds)) {
      return Range.exactly(1);
    }
    return difference.intersect(holds).isEmpty() ? Range.ZERO : Range.TRUTH;
  }

  static Range satisfying(String op) {
    return switch (op) {
      case "==" -> Range.ZERO;
      case "!=" -> Range.NON_ZERO;
      case "<" -> Range.between(Long.MIN_VALUE, -1);
      case "<=" -> Range.between(Long.MIN_VALUE, 0);
      case ">" -> Range.POSITIVE;
      default -> Range.between(0, Long.MAX_VALUE);
    };
  }

  /** Takes in that the value lies in the range. False when it cannot. */
  boolean assume(Symbol symbol, Range range) {
    Range now = range(symbol).intersect(range);
    if (now.isEmpty()) {
      return false;
    }
    if (symbol instanceof Constant || now.isAny()) {
      return true;
    }
    facts.put(symbol, now);
    if (!(symbol instanceof Operation) && !agreesWithDifferences(symbol)) {
      return false;
    }
    return switch (symbol) {
      case Operation(String op, Symbol a, Constant(long by)) when op.equals("+") ->
          assume(a, now.shift(-by));
      case Operation(String op, Constant(long zero), Symbol b) when op.equals("-") && zero == 0 ->
          assume(b, now.negate());
      case Operation(String op, Symbol a, Symbol b) when isComparison(op) ->
          !now.isExactly(1) && !now.isExactly(0) && !Range.TRUTH.intersect(now).isExactly(1)
              || compare(op, a, b, !now.containsZero());
      case Operation(String op, Symbol a, Symbol b) when op.equals("|") && now.isExactly(0) ->
          assume(a, Range.ZERO) && assume(b, Range.ZERO);
      case Operation(String op, Symbol a, Symbol b) when op.equals("&") && !now.containsZero() ->
          assume(a, Range.NON_ZERO);
      case Operation(String op, Symbol a, Symbol b) when op.equals("*") && !now.containsZero() ->
          assume(a, Range.NON_ZERO) && assume(b, Range.NON_ZERO);
      default -> true;
    };
  }

  /** Whether no difference to another value, as far as it is known, leaves none for this one. */
  private boolean agreesWithDifferences(Symbol symbol) {
    for (Map.Entry<Symbol, Range> fact : facts.entrySet()) {
      if (fact.getKey() instanceof Operation(String op, Symbol a, Symbol b)
          && op.equals("-")
          && (a.equals(symbol) || b.equals(symbol))
          && fact.getValue().intersect(range(a).minus(range(b))).isEmpty()) {
        return false;
      }
    }
    return true;
  }

  static boolean isComparison(String op) {
    return switch (op) {
      case "==", "!=", "<", "<=", ">", ">=" -> true;
      default -> false;
    };
  }

  private boolean compare(String op, Symbol a, Symbol b, boolean truth) {
    Range range = truth ? satisfying(op) : satisfying(opposite(op));
    if (b instanceof Constant(long c)) {
      return assume(a, range.shift(c));
    }
    if (a instanceof Constant(long c)) {
      return assume(b, range.negate().shift(c));
    }
    Range ra = range(a);
    Range rb = range(b);
    if (range.equals(Range.ZERO)) {
      return assume(a, rb) && assume(b, ra) && assume(Arithmetic.apply("-", a, b), range);
    }
    if (range.equals(Range.NON_ZERO) && rb.isOne()) {
      return assume(a, Range.ANY.without(rb.low()));
    }
    if (range.high() <= 0
        && rb.high() < Long.MAX_VALUE
        && !assume(a, Range.between(Long.MIN_VALUE, rb.high() + range.high()))) {
      return false;
    }
    if (range.high() <= 0
        && ra.low() > Long.MIN_VALUE
        && !assume(b, Range.between(ra.low() - range.high(), Long.MAX_VALUE))) {
      return false;
    }
    Symbol difference = Arithmetic.apply("-", a, b);
    Symbol flipped = Arithmetic.apply("-", b, a);
    if (facts.containsKey(flipped)) {
      return assume(flipped, range.negate());
    }
    return assume(difference, range);
  }

  static String opposite(String op) {
    return switch (op) {
      case "==" -> "!=";
      case "!=" -> "==";
      case "<" -> ">=";
      case "<=" -> ">";
      case ">" -> "<=";
      default -> "<";
    };
  }

  /** Takes in that a condition was true, or false. */
  boolean assumeTruth(Symbol condition, boolean truth) {
    if (condition instanceof Operation(String op, Symbol a, Symbol b) && isComparison(op)) {
      return compare(op, a, b, truth)
          && (truth ? !range(condition).isExactly(0) : !range(condition).isExactly(1));
    }
    return assume(condition, truth ? Range.NON_ZERO : Range.ZERO);
  }
}
