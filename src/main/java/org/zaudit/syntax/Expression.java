package org.zaudit.syntax;

import java.util.List;
import java.util.Optional;
import org.zaudit.source.Span;

/** An expression of C. Spans are offsets into the chunk. */
public sealed interface Expression {
  Span span();

  record Name(Span span, String name) implements Expression {}

  /** Integers and characters; values beyond 64 bits wrap. */
  record IntegerLiteral(Span span, long value) implements Expression {}

  record FloatLiteral(Span span, String text) implements Expression {}

  /** One or more adjacent pieces, macro names between them included, as they stand. */
  record StringLiteral(Span span, String text) implements Expression {}

  record Call(Span span, Expression callee, List<Expression> arguments) implements Expression {}

  record Member(Span span, Expression base, String field, boolean arrow) implements Expression {}

  record Index(Span span, Expression base, Expression index) implements Expression {}

  record Unary(Span span, UnaryOperator operator, Expression operand) implements Expression {}

  /** Also {@code &&} and {@code ||}; the control-flow graph has none of these two left. */
  record Binary(Span span, BinaryOperator operator, Expression left, Expression right)
      implements Expression {}

  /** {@code operator} is present for compound assignment. */
  record Assignment(
      Span span, Optional<BinaryOperator> operator, Expression target, Expression value)
      implements Expression {}

  /** {@code then} is empty for {@code a ?: b}. */
  record Conditional(
      Span span, Expression condition, Optional<Expression> then, Expression otherwise)
      implements Expression {}

  record Cast(Span span, TypeName type, Expression operand) implements Expression {}

  record SizeofType(Span span, TypeName type) implements Expression {}

  record SizeofExpression(Span span, Expression operand) implements Expression {}

  record Offsetof(Span span, TypeName type, String member) implements Expression {}

  record VaArg(Span span, Expression list, TypeName type) implements Expression {}

  record CompoundLiteral(Span span, TypeName type, InitializerList initializer)
      implements Expression {}

  /**
   * The braces of an initialiser; allowed only there and in compound literals. Designators are kept
   * as text, empty when absent.
   */
  record InitializerList(Span span, List<Element> elements) implements Expression {
    public record Element(String designator, Expression value) {}
  }

  record StatementExpression(Span span, Statement.Block block) implements Expression {}

  record Comma(Span span, Expression left, Expression right) implements Expression {}

  record LabelAddress(Span span, String label) implements Expression {}

  record Generic(Span span, Expression selector, List<Expression> choices) implements Expression {}

  /** A type where an expression is expected: an argument of a macro. */
  record TypeArgument(Span span, TypeName type) implements Expression {}

  /** An operator as argument of a macro: {@code VERIFY3U(a, ==, b)}. */
  record OperatorArgument(Span span, String operator) implements Expression {}

  /** A block as argument of a macro. */
  record BlockArgument(Span span, Statement.Block block) implements Expression {}

  record EmptyArgument(Span span) implements Expression {}

  /** Tokens that the grammar could not make sense of; costs its statement, not its function. */
  record UnknownExpression(Span span, String text) implements Expression {}

  enum UnaryOperator {
    ADDRESS("&"),
    DEREFERENCE("*"),
    PLUS("+"),
    MINUS("-"),
    COMPLEMENT("~"),
    NOT("!"),
    PRE_INCREMENT("++"),
    PRE_DECREMENT("--"),
    POST_INCREMENT("++"),
    POST_DECREMENT("--");

    private final String sign;

    UnaryOperator(String sign) {
      this.sign = sign;
    }

    public String sign() {
      return sign;
    }
  }

  enum BinaryOperator {
    MULTIPLY("*"),
    DIVIDE("/"),
    REMAINDER("%"),
    ADD("+"),
    SUBTRACT("-"),
    SHIFT_LEFT("<<"),
    SHIFT_RIGHT(">>"),
    LESS("<"),
    GREATER(">"),
    LESS_OR_EQUAL("<="),
    GREATER_OR_EQUAL(">="),
    EQUAL("=="),
    NOT_EQUAL("!="),
    BIT_AND("&"),
    BIT_XOR("^"),
    BIT_OR("|"),
    LOGICAL_AND("&&"),
    LOGICAL_OR("||");

    private final String sign;

    BinaryOperator(String sign) {
      this.sign = sign;
    }

    public String sign() {
      return sign;
    }
  }
}
