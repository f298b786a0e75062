package org.zaudit.analysis;

import org.zaudit.analysis.Symbol.Constant;
import org.zaudit.analysis.Symbol.Operation;

/**
 * Folds what is constant and brings sums and masks into one form, so that equal values have equal
 * symbols.
 */
final class Arithmetic {
  private Arithmetic() {}

  static Symbol apply(String operator, Symbol left, Symbol right) {
    if (left instanceof Constant(long a) && right instanceof Constant(long b)) {
      Symbol folded = fold(operator, a, b);
      if (folded != null) {
        return folded;
      }
    }
    return switch (operator) {
      case "+" -> sum(left, right);
      case "-" -> difference(left, right);
      case "*" ->
          left instanceof Constant && !(right instanceof Constant)
              ? multiply(right, left)
              : multiply(left, right);
      case "&" -> mask(left, right);
      case "|" ->
          left.equals(right) || right.equals(Symbol.Constant.ZERO)
              ? left
              : left.equals(Symbol.Constant.ZERO) ? right : new Operation("|", left, right);
      case "==", "<=", ">=" ->
          left.equals(right) ? Symbol.Constant.ONE : new Operation(operator, left, right);
      case "!=", "<", ">" ->
          left.equals(right) ? Symbol.Constant.ZERO : new Operation(operator, left, right);
      default -> new Operation(operator, left, right);
    };
  }

  private static @org.jspecify.annotations.Nullable Symbol fold(String operator, long a, long b) {
    return switch (operator) {
      case "+" -> new Constant(a + b);
      case "-" -> new Constant(a - b);
      case "*" -> new Constant(a * b);
      case "/" -> b == 0 ? null : new Constant(a / b);
      case "%" -> b == 0 ? null : new Constant(a % b);
      case "&" -> new Constant(a & b);
      case "|" -> new Constant(a | b);
      case "^" -> new Constant(a ^ b);
      case "<<" -> isLostByShift(a, b) ? null : new Constant(a << b);
      case ">>" -> b < 0 || b > 63 ? null : new Constant(a >> b);
      case "==" -> truth(a == b);
      case "!=" -> truth(a != b);
      case "<" -> truth(a < b);
      case "<=" -> truth(a <= b);
      case ">" -> truth(a > b);
      case ">=" -> truth(a >= b);
      default -> null;
    };
  }

  /** What reaches the sign is a number without one in C, and greater than all others. */
  private static boolean isLostByShift(long a, long by) {
    return by < 0 || by > 63 || a << by >> by != a;
  }

  private static Symbol truth(boolean b) {
    return b ? Symbol.Constant.ONE : Symbol.Constant.ZERO;
  }

  /** {@code (x + 1) + 2} is {@code x + 3}; the constant stands right. */
  private static Symbol sum(Symbol left, Symbol right) {
    if (left instanceof Constant && !(right instanceof Constant)) {
      return sum(right, left);
    }
    if (right instanceof Constant(long b)) {
      if (b == 0) {
        return left;
      }
      if (left instanceof Operation(String sign, Symbol x, Constant(long a)) && sign.equals("+")) {
        return sum(x, new Constant(a + b));
      }
    }
    if (left instanceof Operation(String sign, Symbol a, Symbol b)
        && sign.equals("-")
        && b.equals(right)) {
      return a;
    }
    return new Operation("+", left, right);
  }

  private static Symbol difference(Symbol left, Symbol right) {
    if (left.equals(right)) {
      return Symbol.Constant.ZERO;
    }
    if (right instanceof Constant(long b)) {
      return sum(left, new Constant(-b));
    }
    if (left instanceof Operation(String sign, Symbol x, Symbol y) && sign.equals("+")) {
      if (x.equals(right)) {
        return y;
      }
      if (y.equals(right)) {
        return x;
      }
      if (right instanceof Operation(String sign2, Symbol u, Symbol v)
          && sign2.equals("+")
          && u.equals(x)) {
        return difference(y, v);
      }
    }
    if (left.equals(Symbol.Constant.ZERO)
        && right instanceof Operation(String sign, Symbol zero, Symbol x)
        && sign.equals("-")
        && zero.equals(Symbol.Constant.ZERO)) {
      return x;
    }
    return new Operation("-", left, right);
  }

  private static Symbol multiply(Symbol left, Symbol right) {
    if (right.equals(Symbol.Constant.ONE)) {
      return left;
    }
    return right.equals(Symbol.Constant.ZERO)
        ? Symbol.Constant.ZERO
        : new Operation("*", left, right);
  }

  /**
   * Bits of a value whose flags were set and cleared by name: {@code (x | F) & F} is {@code F},
   * {@code (x & ~F) & F} is 0.
   */
  private static Symbol mask(Symbol left, Symbol right) {
    if (left instanceof Constant
        || left instanceof Symbol.Named
            && !(right instanceof Constant || right instanceof Symbol.Named)) {
      return right instanceof Constant ? new Operation("&", left, right) : maskOf(right, left);
    }
    return maskOf(left, right);
  }

  private static Symbol maskOf(Symbol value, Symbol bits) {
    if (value.equals(bits)) {
      return value;
    }
    if (bits.equals(Symbol.Constant.ZERO)
        || value.equals(Symbol.Constant.ZERO)
        || disjoint(value, bits)) {
      return Symbol.Constant.ZERO;
    }
    if (value instanceof Operation(String sign, Symbol a, Symbol b) && sign.equals("|")) {
      if (b.equals(bits) || a.equals(bits)) {
        return bits;
      }
      if (disjoint(b, bits)) {
        return maskOf(a, bits);
      }
      if (disjoint(a, bits)) {
        return maskOf(b, bits);
      }
    }
    if (value instanceof Operation(String sign, Symbol a, Operation(String sign2, Symbol gone, _))
        && sign2.equals("~")
        && sign.equals("&")) {
      if (gone.equals(bits)) {
        return Symbol.Constant.ZERO;
      }
      if (disjoint(gone, bits)) {
        return maskOf(a, bits);
      }
    }
    if (value instanceof Operation(String sign, Symbol a, Constant(long kept))
        && sign.equals("&")
        && bits instanceof Constant(long asked)) {
      return (kept & asked) == 0 ? Symbol.Constant.ZERO : maskOf(a, new Constant(kept & asked));
    }
    return new Operation("&", value, bits);
  }

  /** Flags of different names are taken to be different bits; constants are compared. */
  private static boolean disjoint(Symbol a, Symbol b) {
    if (a instanceof Constant(long x) && b instanceof Constant(long y)) {
      return (x & y) == 0;
    }
    return a instanceof Symbol.Named && b instanceof Symbol.Named && !a.equals(b);
  }
}
