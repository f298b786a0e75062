package org.zaudit.analysis;

import org.zaudit.flow.Node;
import org.zaudit.syntax.Expression;
import org.zaudit.syntax.Expression.UnaryOperator;

/** Tells where variables are counted down. */
final class Countdown {
  private Countdown() {}

  /** Whether what a node evaluates takes one from a variable. */
  static boolean isAt(Node node) {
    return switch (node) {
      case Node.Evaluate(_, _, Expression expression) -> isIn(expression);
      case Node.Branch(_, _, Expression condition) -> isIn(condition);
      case Node.Switch(_, _, Expression selector) -> isIn(selector);
      case Node.Return _, Node.Entry _, Node.Exit _, Node.Declare _, Node.Leave _ -> false;
      case Node.Label _, Node.AnyTimes _, Node.Unknown _ -> false;
    };
  }

  private static boolean isIn(Expression expression) {
    return switch (expression) {
      case Expression.Unary(_, UnaryOperator operator, Expression operand) ->
          operator == UnaryOperator.PRE_DECREMENT
              || operator == UnaryOperator.POST_DECREMENT
              || isIn(operand);
      case Expression.Binary binary -> isIn(binary.left()) || isIn(binary.right());
      case Expression.Assignment assignment ->
          isIn(assignment.target()) || isIn(assignment.value());
      case Expression.Call call -> call.arguments().stream().anyMatch(Countdown::isIn);
      case Expression.Index index -> isIn(index.base()) || isIn(index.index());
      case Expression.Member member -> isIn(member.base());
      case Expression.Cast cast -> isIn(cast.operand());
      default -> false;
    };
  }
}
