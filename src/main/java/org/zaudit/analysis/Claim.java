package org.zaudit.analysis;

import java.util.Optional;
import org.zaudit.syntax.Expression;
import org.zaudit.syntax.Expression.BinaryOperator;
import org.zaudit.syntax.Expression.UnaryOperator;

/**
 * What a condition says, however it is written: {@code p == NULL}, {@code !p} and {@code p} make
 * the same claim, or the opposite.
 *
 * @param text equal for equal claims
 * @param holds whether the claim holds where the condition does
 * @param subject what it speaks of: one thing compared with a number, or the whole claim
 * @param values of the subject for which the claim, as the text says it, is true
 */
record Claim(String text, boolean holds, String subject, Range values) {
  static Claim of(Expression condition) {
    return switch (condition) {
      case Expression.Unary(_, UnaryOperator operator, Expression operand)
          when operator == UnaryOperator.NOT ->
          of(operand).opposite();
      case Expression.Binary(_, BinaryOperator operator, Expression left, Expression right) ->
          switch (operator) {
            case EQUAL -> equal(left, right);
            case NOT_EQUAL -> equal(left, right).opposite();
            case LESS -> comparison(left, "<", right);
            case GREATER -> comparison(left, ">", right);
            case GREATER_OR_EQUAL -> comparison(left, "<", right).opposite();
            case LESS_OR_EQUAL -> comparison(left, ">", right).opposite();
            default -> isTrue(ExpressionText.of(condition));
          };
      default -> isTrue(ExpressionText.of(condition));
    };
  }

  /** A variable has one of these values, none of them zero, or zero. */
  static Claim isSet(String variable, Range values) {
    return new Claim(variable, !values.containsZero(), variable, Range.NON_ZERO);
  }

  private static Claim isTrue(String text) {
    return new Claim(text, true, text, Range.NON_ZERO);
  }

  /** The same claim, said of a place where it is true or is not. */
  Claim where(boolean isTrue) {
    return new Claim(text, holds == isTrue, subject, values);
  }

  /** Both cannot be true of the same values. */
  boolean contradicts(Claim other) {
    return text.equals(other.text) && holds != other.holds
        || subject.equals(other.subject) && told().intersect(other.told()).isEmpty();
  }

  /** The values that the subject may have. */
  private Range told() {
    if (holds) {
      return values;
    }
    if (values.isOne()) {
      return Range.ANY.without(values.low());
    }
    if (values.equals(Range.NON_ZERO)) {
      return Range.ZERO;
    }
    return values.low() == Long.MIN_VALUE
        ? Range.between(values.high() + 1, Long.MAX_VALUE)
        : Range.between(Long.MIN_VALUE, values.low() - 1);
  }

  private Claim opposite() {
    return new Claim(text, !holds, subject, values);
  }

  private static Claim equal(Expression left, Expression right) {
    return isZero(right) ? of(left).opposite() : comparison(left, "==", right);
  }

  private static Claim comparison(Expression left, String sign, Expression right) {
    String subject = ExpressionText.of(left);
    String text = subject + " " + sign + " " + ExpressionText.of(right);
    Optional<Long> number = number(right);
    if (number.isEmpty()) {
      return isTrue(text);
    }
    long limit = number.get();
    return new Claim(
        text,
        true,
        subject,
        switch (sign) {
          case "<" -> Range.between(Long.MIN_VALUE, limit - 1);
          case ">" -> Range.between(limit + 1, Long.MAX_VALUE);
          default -> Range.exactly(limit);
        });
  }

  /** A number that others may be compared with, and one more or less. */
  private static Optional<Long> number(Expression expression) {
    return switch (expression) {
      case Expression.IntegerLiteral(_, long value) when value >= 0 && value < Integer.MAX_VALUE ->
          Optional.of(value);
      case Expression.Unary(_, UnaryOperator operator, Expression operand)
          when operator == UnaryOperator.MINUS ->
          number(operand).map(value -> -value);
      default -> Optional.empty();
    };
  }

  private static boolean isZero(Expression expression) {
    return expression instanceof Expression.IntegerLiteral(_, long value) && value == 0
        || expression instanceof Expression.Name(_, String name)
            && Constants.value(name, "").equals(Optional.of(Symbol.Constant.ZERO));
  }
}
