package org.zaudit.flow;

import java.util.List;
import java.util.stream.Collectors;
import org.zaudit.syntax.Expression;
import org.zaudit.syntax.Expression.InitializerList;
import org.zaudit.syntax.TypeName;

/**
 * Writes an expression as C; operands that are no names, literals, calls or accesses stand in
 * parentheses.
 */
final class ExpressionText {
  private ExpressionText() {}

  static String of(Expression expression) {
    return switch (expression) {
      case Expression.Name name -> name.name();
      case Expression.IntegerLiteral literal -> Long.toString(literal.value());
      case Expression.FloatLiteral literal -> literal.text();
      case Expression.StringLiteral literal -> literal.text();
      case Expression.Call call -> operand(call.callee()) + list(call.arguments(), "(", ")");
      case Expression.Member member ->
          operand(member.base()) + (member.arrow() ? "->" : ".") + member.field();
      case Expression.Index index -> operand(index.base()) + "[" + of(index.index()) + "]";
      case Expression.Unary unary ->
          switch (unary.operator()) {
            case POST_INCREMENT, POST_DECREMENT ->
                operand(unary.operand()) + unary.operator().sign();
            case ADDRESS, DEREFERENCE, PLUS, MINUS, COMPLEMENT, NOT, PRE_INCREMENT, PRE_DECREMENT ->
                unary.operator().sign() + operand(unary.operand());
          };
      case Expression.Binary binary ->
          operand(binary.left()) + " " + binary.operator().sign() + " " + operand(binary.right());
      case Expression.Assignment assignment ->
          operand(assignment.target())
              + " "
              + assignment.operator().map(Expression.BinaryOperator::sign).orElse("")
              + "= "
              + of(assignment.value());
      case Expression.Conditional choice ->
          operand(choice.condition())
              + choice.then().map(then -> " ? " + operand(then) + " : ").orElse(" ?: ")
              + operand(choice.otherwise());
      case Expression.Cast cast -> "(" + type(cast.type()) + ")" + operand(cast.operand());
      case Expression.SizeofType size -> "sizeof (" + type(size.type()) + ")";
      case Expression.SizeofExpression size -> "sizeof (" + of(size.operand()) + ")";
      case Expression.Offsetof offset ->
          "offsetof(" + type(offset.type()) + ", " + offset.member() + ")";
      case Expression.VaArg argument ->
          "va_arg(" + of(argument.list()) + ", " + type(argument.type()) + ")";
      case Expression.CompoundLiteral literal ->
          "(" + type(literal.type()) + ")" + of(literal.initializer());
      case InitializerList initializer ->
          initializer.elements().stream()
              .map(ExpressionText::element)
              .collect(Collectors.joining(", ", "{", "}"));
      case Expression.StatementExpression _ -> "({ ... })";
      case Expression.Comma comma -> operand(comma.left()) + ", " + operand(comma.right());
      case Expression.LabelAddress address -> "&&" + address.label();
      case Expression.Generic generic -> "_Generic(" + of(generic.selector()) + ", ...)";
      case Expression.TypeArgument argument -> type(argument.type());
      case Expression.OperatorArgument argument -> argument.operator();
      case Expression.BlockArgument _ -> "{ ... }";
      case Expression.EmptyArgument _ -> "";
      case Expression.UnknownExpression unknown -> "?" + unknown.text();
    };
  }

  private static String operand(Expression expression) {
    return switch (expression) {
      case Expression.Binary _,
          Expression.Assignment _,
          Expression.Conditional _,
          Expression.Comma _ ->
          "(" + of(expression) + ")";
      case Expression other -> of(other);
    };
  }

  private static String element(InitializerList.Element element) {
    return (element.designator().isEmpty() ? "" : element.designator() + " = ")
        + of(element.value());
  }

  private static String list(List<Expression> expressions, String open, String close) {
    return expressions.stream()
        .map(ExpressionText::of)
        .collect(Collectors.joining(", ", open, close));
  }

  private static String type(TypeName type) {
    return type.base() + (type.pointers() > 0 ? " " + "*".repeat(type.pointers()) : "");
  }
}
