package org.zaudit.flow;

import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.zaudit.syntax.Expression;

/**
 * What lowering must know of an expression before it begins; worked out once for each, so that
 * nesting costs nothing.
 */
final class Traits {
  private static final int LOWERS = 1;
  private static final int ACTS = 2;

  private final IdentityHashMap<Expression, Integer> known = new IdentityHashMap<>();
  private final Set<String> labels = new LinkedHashSet<>();

  /** Its evaluation has branches or statements in it. */
  boolean lowers(Expression expression) {
    return (of(expression) & LOWERS) != 0;
  }

  /** Its evaluation calls or stores. */
  boolean acts(Expression expression) {
    return (of(expression) & ACTS) != 0;
  }

  /** Labels whose address is taken in the expressions asked about so far. */
  Set<String> labels() {
    return labels;
  }

  private int of(Expression expression) {
    Integer before = known.get(expression);
    if (before != null) {
      return before;
    }
    int traits = compute(expression);
    known.put(expression, traits);
    return traits;
  }

  private int compute(Expression expression) {
    return switch (expression) {
      case Expression.Call call -> ACTS | of(call.callee()) | all(call.arguments());
      case Expression.Member member -> of(member.base());
      case Expression.Index index -> of(index.base()) | of(index.index());
      case Expression.Unary unary -> acts(unary.operator()) | of(unary.operand());
      case Expression.Binary binary ->
          lowers(binary.operator()) | of(binary.left()) | of(binary.right());
      case Expression.Assignment assignment ->
          ACTS | of(assignment.target()) | of(assignment.value());
      case Expression.Conditional conditional ->
          LOWERS
              | of(conditional.condition())
              | conditional.then().map(this::of).orElse(0)
              | of(conditional.otherwise());
      case Expression.Cast cast -> of(cast.operand());
      case Expression.VaArg argument -> ACTS | of(argument.list());
      case Expression.CompoundLiteral literal -> of(literal.initializer());
      case Expression.InitializerList list -> {
        int traits = 0;
        for (Expression.InitializerList.Element element : list.elements()) {
          traits |= of(element.value());
        }
        yield traits;
      }
      case Expression.StatementExpression _, Expression.BlockArgument _ -> LOWERS | ACTS;
      case Expression.Comma comma -> LOWERS | of(comma.left()) | of(comma.right());
      case Expression.LabelAddress address -> {
        labels.add(address.label());
        yield 0;
      }
      // Their operands are not evaluated (C11 6.5.3.4, 6.5.1.1), or there are none.
      case Expression.SizeofExpression _,
          Expression.SizeofType _,
          Expression.Offsetof _,
          Expression.Generic _,
          Expression.Name _,
          Expression.IntegerLiteral _,
          Expression.FloatLiteral _,
          Expression.StringLiteral _,
          Expression.TypeArgument _,
          Expression.OperatorArgument _,
          Expression.EmptyArgument _,
          Expression.UnknownExpression _ ->
          0;
    };
  }

  private int all(List<Expression> expressions) {
    int traits = 0;
    for (Expression expression : expressions) {
      traits |= of(expression);
    }
    return traits;
  }

  private static int acts(Expression.UnaryOperator operator) {
    return switch (operator) {
      case PRE_INCREMENT, PRE_DECREMENT, POST_INCREMENT, POST_DECREMENT -> ACTS;
      case ADDRESS, DEREFERENCE, PLUS, MINUS, COMPLEMENT, NOT -> 0;
    };
  }

  private static int lowers(Expression.BinaryOperator operator) {
    return operator == Expression.BinaryOperator.LOGICAL_AND
            || operator == Expression.BinaryOperator.LOGICAL_OR
        ? LOWERS
        : 0;
  }
}
