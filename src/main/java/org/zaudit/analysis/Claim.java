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
 */
record Claim(String text, boolean holds) {
  static Claim of(Expression condition) {
    return switch (condition) {
      case Expression.Unary(_, UnaryOperator operator, Expression operand)
          when operator == UnaryOperator.NOT ->
          of(operand).opposite();
      case Expression.Binary(_, BinaryOperator operator, Expression left, Expression right) ->
          switch (operator) {
            case EQUAL -> equal(left, right);
            case NOT_EQUAL -> equal(left, right).opposite();
            case GREATER_OR_EQUAL -> comparison(left, "<", right).opposite();
            case LESS_OR_EQUAL -> comparison(left, ">", right).opposite();
            default -> new Claim(ExpressionText.of(condition), true);
          };
      default -> new Claim(ExpressionText.of(condition), true);
    };
  }

  private Claim opposite() {
    return new Claim(text, !holds);
  }

  private static Claim equal(Expression left, Expression right) {
    return isZero(right) ? of(left).opposite() : comparison(left, "==", right);
  }

  private static Claim comparison(Expression left, String sign, Expression right) {
    return new Claim(ExpressionText.of(left) + " " + sign + " " + ExpressionText.of(right), true);
  }

  private static boolean isZero(Expression expression) {
    return expression instanceof Expression.IntegerLiteral(_, long value) && value == 0
        || expression instanceof Expression.Name(_, String name)
            && Constants.value(name, "").equals(Optional.of(Symbol.Constant.ZERO));
  }
}
