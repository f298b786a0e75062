package org.zaudit.syntax;

import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.Token;
import org.zaudit.syntax.Expression.BinaryOperator;
import org.zaudit.syntax.Expression.UnaryOperator;
import org.zaudit.syntax.grammar.C;

/**
 * Applies precedence and associativity (C23 6.5) to a flat list of operands and operators.
 * Precedence climbing: Richards and Whitby-Strevens, BCPL, 1979.
 */
final class Operators {
  private static final int ASSIGNMENT = 1;
  private static final int CONDITIONAL = 2;

  private final List<Expression> operands;
  private final List<Token> operators;
  private final List<Expression> middles;
  private int operator;
  private int middle;

  private Operators(List<Expression> operands, List<Token> operators, List<Expression> middles) {
    this.operands = operands;
    this.operators = operators;
    this.middles = middles;
  }

  /**
   * @param operands one more than operators
   * @param middles what stands between {@code ?} and {@code :}, one for each question mark that is
   *     not of {@code ?:}
   */
  static Expression apply(
      List<Expression> operands, List<Token> operators, List<Expression> middles) {
    return new Operators(operands, operators, middles).climb(ASSIGNMENT);
  }

  private Expression climb(int least) {
    Expression left = operands.get(operator);
    while (operator < operators.size()) {
      int type = operators.get(operator).getType();
      int precedence = precedence(type);
      if (precedence < least) {
        return left;
      }
      operator++;
      left = join(left, type, precedence);
    }
    return left;
  }

  private Expression join(Expression left, int type, int precedence) {
    return switch (precedence) {
      case ASSIGNMENT -> {
        Expression value = climb(ASSIGNMENT);
        yield new Expression.Assignment(left.span().to(value.span()), compound(type), left, value);
      }
      case CONDITIONAL -> {
        Optional<Expression> then =
            type == C.ELVIS ? Optional.empty() : Optional.of(middles.get(middle++));
        Expression otherwise = climb(CONDITIONAL);
        yield new Expression.Conditional(left.span().to(otherwise.span()), left, then, otherwise);
      }
      default -> {
        Expression right = climb(precedence + 1);
        yield new Expression.Binary(left.span().to(right.span()), binary(type), left, right);
      }
    };
  }

  private static int precedence(int type) {
    return switch (type) {
      case C.QUESTION, C.ELVIS -> CONDITIONAL;
      case C.OR_OR -> 3;
      case C.AND_AND -> 4;
      case C.OR -> 5;
      case C.XOR -> 6;
      case C.AND -> 7;
      case C.EQUAL, C.NOT_EQUAL -> 8;
      case C.LESS, C.GREATER, C.LESS_EQUAL, C.GREATER_EQUAL -> 9;
      case C.SHL, C.SHR -> 10;
      case C.PLUS, C.MINUS -> 11;
      case C.STAR, C.SLASH, C.PERCENT -> 12;
      default -> ASSIGNMENT;
    };
  }

  private static BinaryOperator binary(int type) {
    return switch (type) {
      case C.OR_OR -> BinaryOperator.LOGICAL_OR;
      case C.AND_AND -> BinaryOperator.LOGICAL_AND;
      case C.OR -> BinaryOperator.BIT_OR;
      case C.XOR -> BinaryOperator.BIT_XOR;
      case C.AND -> BinaryOperator.BIT_AND;
      case C.EQUAL -> BinaryOperator.EQUAL;
      case C.NOT_EQUAL -> BinaryOperator.NOT_EQUAL;
      case C.LESS -> BinaryOperator.LESS;
      case C.GREATER -> BinaryOperator.GREATER;
      case C.LESS_EQUAL -> BinaryOperator.LESS_OR_EQUAL;
      case C.GREATER_EQUAL -> BinaryOperator.GREATER_OR_EQUAL;
      case C.SHL -> BinaryOperator.SHIFT_LEFT;
      case C.SHR -> BinaryOperator.SHIFT_RIGHT;
      case C.PLUS -> BinaryOperator.ADD;
      case C.MINUS -> BinaryOperator.SUBTRACT;
      case C.STAR -> BinaryOperator.MULTIPLY;
      case C.SLASH -> BinaryOperator.DIVIDE;
      case C.PERCENT -> BinaryOperator.REMAINDER;
      default ->
          throw new IllegalArgumentException(
              "no binary operator: " + C.VOCABULARY.getDisplayName(type));
    };
  }

  private static Optional<BinaryOperator> compound(int type) {
    return switch (type) {
      case C.STAR_ASSIGN -> Optional.of(BinaryOperator.MULTIPLY);
      case C.SLASH_ASSIGN -> Optional.of(BinaryOperator.DIVIDE);
      case C.PERCENT_ASSIGN -> Optional.of(BinaryOperator.REMAINDER);
      case C.PLUS_ASSIGN -> Optional.of(BinaryOperator.ADD);
      case C.MINUS_ASSIGN -> Optional.of(BinaryOperator.SUBTRACT);
      case C.SHL_ASSIGN -> Optional.of(BinaryOperator.SHIFT_LEFT);
      case C.SHR_ASSIGN -> Optional.of(BinaryOperator.SHIFT_RIGHT);
      case C.AND_ASSIGN -> Optional.of(BinaryOperator.BIT_AND);
      case C.XOR_ASSIGN -> Optional.of(BinaryOperator.BIT_XOR);
      case C.OR_ASSIGN -> Optional.of(BinaryOperator.BIT_OR);
      default -> Optional.empty();
    };
  }

  static UnaryOperator prefix(int type) {
    return switch (type) {
      case C.AND -> UnaryOperator.ADDRESS;
      case C.STAR -> UnaryOperator.DEREFERENCE;
      case C.PLUS -> UnaryOperator.PLUS;
      case C.MINUS -> UnaryOperator.MINUS;
      case C.TILDE -> UnaryOperator.COMPLEMENT;
      case C.NOT -> UnaryOperator.NOT;
      case C.INCREMENT -> UnaryOperator.PRE_INCREMENT;
      case C.DECREMENT -> UnaryOperator.PRE_DECREMENT;
      default ->
          throw new IllegalArgumentException(
              "no unary operator: " + C.VOCABULARY.getDisplayName(type));
    };
  }
}
