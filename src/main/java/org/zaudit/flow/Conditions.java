package org.zaudit.flow;

import java.util.Optional;
import java.util.function.Predicate;
import org.zaudit.source.Span;
import org.zaudit.syntax.Expression;
import org.zaudit.syntax.Expression.BinaryOperator;
import org.zaudit.syntax.Expression.UnaryOperator;

/** Lowers an expression whose truth decides where control goes. */
final class Conditions {
  private final Draft draft;
  private final Values values;
  private final Predicate<String> transparent;

  Conditions(Draft draft, Values values, Predicate<String> transparent) {
    this.draft = draft;
    this.values = values;
    this.transparent = transparent;
  }

  /** Control goes on at one of the two targets; nothing is open afterwards. */
  void decide(Expression condition, Draft.Target whenTrue, Draft.Target whenFalse) {
    switch (condition) {
      case Expression.Unary(_, UnaryOperator operator, Expression operand)
          when operator == UnaryOperator.NOT ->
          decide(operand, whenFalse, whenTrue);
      case Expression.Binary(Span span, BinaryOperator operator, Expression left, Expression right)
          when operator == BinaryOperator.LOGICAL_AND -> {
        Draft.Target more = draft.target();
        decide(left, more, whenFalse);
        draft.place(more, span);
        decide(right, whenTrue, whenFalse);
      }
      case Expression.Binary(Span span, BinaryOperator operator, Expression left, Expression right)
          when operator == BinaryOperator.LOGICAL_OR -> {
        Draft.Target more = draft.target();
        decide(left, whenTrue, more);
        draft.place(more, span);
        decide(right, whenTrue, whenFalse);
      }
      case Expression.Binary(_, BinaryOperator operator, Expression left, Expression right)
          when isZero(right) && isTruth(left) && operator == BinaryOperator.NOT_EQUAL ->
          decide(left, whenTrue, whenFalse);
      case Expression.Binary(_, BinaryOperator operator, Expression left, Expression right)
          when isZero(right) && isTruth(left) && operator == BinaryOperator.EQUAL ->
          decide(left, whenFalse, whenTrue);
      case Expression.Conditional choice -> choose(choice, whenTrue, whenFalse);
      case Expression.Comma(_, Expression left, Expression right) -> {
        values.effect(left);
        decide(right, whenTrue, whenFalse);
      }
      case Expression.Cast(_, _, Expression operand) when isTruth(operand) ->
          decide(operand, whenTrue, whenFalse);
      case Expression.Call call when isTransparent(call) ->
          decide(call.arguments().getFirst(), whenTrue, whenFalse);
      case Expression other -> branch(other, whenTrue, whenFalse);
    }
  }

  private void choose(
      Expression.Conditional choice, Draft.Target whenTrue, Draft.Target whenFalse) {
    Draft.Target otherwise = draft.target();
    if (choice.then().isPresent()) {
      Draft.Target then = draft.target();
      decide(choice.condition(), then, otherwise);
      draft.place(then, choice.span());
      decide(choice.then().get(), whenTrue, whenFalse);
    } else {
      decide(choice.condition(), whenTrue, otherwise);
    }
    draft.place(otherwise, choice.span());
    decide(choice.otherwise(), whenTrue, whenFalse);
  }

  private void branch(Expression condition, Draft.Target whenTrue, Draft.Target whenFalse) {
    Expression tested = withoutAssignment(values.value(condition));
    Optional<Boolean> known = Constants.truth(tested);
    if (known.isPresent()) {
      draft.jump(known.get() ? whenTrue : whenFalse);
      return;
    }
    draft.fork(id -> new Node.Branch(id, condition.span(), tested), whenTrue, whenFalse);
  }

  /**
   * {@code (p = f()) == NULL} stores first and then looks at {@code p}: what is tested is the
   * target's value after the assignment (C11 6.5.16).
   */
  private Expression withoutAssignment(Expression condition) {
    return switch (condition) {
      case Expression.Assignment assignment when !values.acts(assignment.target()) -> {
        draft.evaluate(assignment);
        yield assignment.target();
      }
      case Expression.Binary(Span span, BinaryOperator operator, Expression left, Expression right)
          when left instanceof Expression.Assignment && !values.acts(right) ->
          new Expression.Binary(span, operator, withoutAssignment(left), right);
      case Expression.Binary(Span span, BinaryOperator operator, Expression left, Expression right)
          when right instanceof Expression.Assignment && !values.acts(left) ->
          new Expression.Binary(span, operator, left, withoutAssignment(right));
      case Expression other -> other;
    };
  }

  private boolean isTransparent(Expression.Call call) {
    if (!(call.callee() instanceof Expression.Name(_, String name)) || call.arguments().isEmpty()) {
      return false;
    }
    // The compiler's own; likely and unlikely of any kernel are made of it.
    return name.equals("__builtin_expect")
        || (call.arguments().size() == 1 && transparent.test(name));
  }

  private static boolean isZero(Expression expression) {
    return expression instanceof Expression.IntegerLiteral(_, long value) && value == 0;
  }

  /** Its value is 0 or 1, and 1 means that it holds. */
  private boolean isTruth(Expression expression) {
    return switch (expression) {
      case Expression.Unary unary -> unary.operator() == UnaryOperator.NOT;
      case Expression.Binary binary ->
          switch (binary.operator()) {
            case LOGICAL_AND,
                LOGICAL_OR,
                EQUAL,
                NOT_EQUAL,
                LESS,
                LESS_OR_EQUAL,
                GREATER,
                GREATER_OR_EQUAL ->
                true;
            case MULTIPLY,
                DIVIDE,
                REMAINDER,
                ADD,
                SUBTRACT,
                SHIFT_LEFT,
                SHIFT_RIGHT,
                BIT_AND,
                BIT_OR,
                BIT_XOR ->
                false;
          };
      case Expression.Cast cast -> isTruth(cast.operand());
      case Expression.Call call -> isTransparent(call) && isTruth(call.arguments().getFirst());
      case Expression _ -> false;
    };
  }
}
