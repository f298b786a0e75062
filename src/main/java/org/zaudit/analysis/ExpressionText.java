package org.zaudit.analysis;

import org.zaudit.syntax.Expression;

/** Writes the expressions that name things back as C, blanks folded; others as {@code …}. */
final class ExpressionText {
  private ExpressionText() {}

  static String of(Expression expression) {
    return switch (expression) {
      case Expression.Name(_, String name) -> name;
      case Expression.IntegerLiteral(_, long value) -> Long.toString(value);
      case Expression.Member(_, Expression base, String field, boolean arrow) ->
          of(base) + (arrow ? "->" : ".") + field;
      case Expression.Index(_, Expression base, Expression index) ->
          of(base) + "[" + of(index) + "]";
      case Expression.Unary(_, var operator, Expression operand) -> operator.sign() + of(operand);
      case Expression.Binary(_, var operator, Expression a, Expression b) ->
          of(a) + " " + operator.sign() + " " + of(b);
      case Expression.Cast(_, _, Expression operand) -> of(operand);
      case Expression.Call(_, Expression callee, var arguments) ->
          of(callee)
              + "("
              + String.join(", ", arguments.stream().map(ExpressionText::of).toList())
              + ")";
      case Expression.StringLiteral(_, String text) -> text;
      default -> "…";
    };
  }
}
