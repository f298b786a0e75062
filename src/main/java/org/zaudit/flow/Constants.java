package org.zaudit.flow;

import java.util.Optional;
import java.util.OptionalLong;
import org.zaudit.syntax.Expression;

/**
 * Conditions that the text alone decides: {@code while (1)}, {@code do … while (0)}, a macro that
 * became {@code 0}.
 */
final class Constants {
  private Constants() {}

  static Optional<Boolean> truth(Expression condition) {
    OptionalLong value = value(condition);
    return value.isPresent() ? Optional.of(value.getAsLong() != 0) : Optional.empty();
  }

  private static OptionalLong value(Expression expression) {
    return switch (expression) {
      case Expression.IntegerLiteral literal -> OptionalLong.of(literal.value());
      case Expression.Cast(_, var type, var operand) when type.pointers() == 0 -> bit(operand);
      case Expression.Unary(_, Expression.UnaryOperator operator, Expression operand)
          when operator == Expression.UnaryOperator.NOT -> {
        OptionalLong value = value(operand);
        yield value.isPresent() ? of(value.getAsLong() == 0) : value;
      }
      case Expression.Binary binary -> compare(binary);
      case Expression _ -> OptionalLong.empty();
    };
  }

  /** A cast keeps 0 and 1 whatever the type; of other values nothing is said. */
  private static OptionalLong bit(Expression operand) {
    OptionalLong value = value(operand);
    return value.isPresent() && (value.getAsLong() & ~1L) == 0 ? value : OptionalLong.empty();
  }

  /** Only where signedness and width do not matter: neither side is negative. */
  private static OptionalLong compare(Expression.Binary binary) {
    OptionalLong left = value(binary.left());
    if (left.isEmpty() || left.getAsLong() < 0) {
      return OptionalLong.empty();
    }
    OptionalLong right = value(binary.right());
    if (right.isEmpty() || right.getAsLong() < 0) {
      return OptionalLong.empty();
    }
    long a = left.getAsLong();
    long b = right.getAsLong();
    return switch (binary.operator()) {
      case EQUAL -> of(a == b);
      case NOT_EQUAL -> of(a != b);
      case LESS -> of(a < b);
      case LESS_OR_EQUAL -> of(a <= b);
      case GREATER -> of(a > b);
      case GREATER_OR_EQUAL -> of(a >= b);
      case BIT_AND -> OptionalLong.of(a & b);
      case BIT_OR -> OptionalLong.of(a | b);
      case BIT_XOR,
          MULTIPLY,
          DIVIDE,
          REMAINDER,
          ADD,
          SUBTRACT,
          SHIFT_LEFT,
          SHIFT_RIGHT,
          LOGICAL_AND,
          LOGICAL_OR ->
          OptionalLong.empty();
    };
  }

  private static OptionalLong of(boolean truth) {
    return OptionalLong.of(truth ? 1 : 0);
  }
}
