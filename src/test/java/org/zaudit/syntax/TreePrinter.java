package org.zaudit.syntax;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Prints trees as S-expressions, without spans. */
final class TreePrinter {
  private TreePrinter() {}

  static String print(FunctionDefinition function) {
    String parameters =
        function.parameters().stream()
            .map(p -> "(" + p.name() + " " + print(p.type()) + ")")
            .collect(Collectors.joining(" "));
    return "(function "
        + function.name()
        + " "
        + print(function.result())
        + " ("
        + parameters
        + (function.variadic() ? " ..." : "")
        + ") "
        + print(function.body())
        + ")";
  }

  static String print(TypeName type) {
    return (type.isStatic() ? "static " : "")
        + "'"
        + type.base()
        + "*".repeat(type.pointers())
        + (type.array() ? "[]" : "")
        + (type.function() ? "()" : "")
        + "'";
  }

  static String print(Statement statement) {
    return switch (statement) {
      case Statement.Block s -> list("block", statements(s.statements()));
      case Statement.ExpressionStatement s -> print(s.expression()) + ";";
      case Statement.Declaration s ->
          list(
              "declare",
              s.declarators().stream().map(TreePrinter::print).collect(Collectors.joining(" ")));
      case Statement.If s ->
          list(
              "if",
              print(s.condition()),
              print(s.then()),
              s.otherwise().map(TreePrinter::print).orElse(""));
      case Statement.While s -> list("while", print(s.condition()), print(s.body()));
      case Statement.DoWhile s -> list("do", print(s.body()), print(s.condition()));
      case Statement.For s ->
          list(
              "for",
              s.initializer().map(TreePrinter::print).orElse("-"),
              print(s.condition()),
              print(s.step()),
              print(s.body()));
      case Statement.MacroLoop s -> list("loop", print(s.head()), print(s.body()));
      case Statement.Switch s -> list("switch", print(s.selector()), print(s.body()));
      case Statement.Case s ->
          list("case", print(s.low()), s.high().map(TreePrinter::print).orElse(""));
      case Statement.Default _ -> "(default)";
      case Statement.Label s -> list("label", s.name());
      case Statement.Goto s -> list("goto", s.label());
      case Statement.ComputedGoto s -> list("goto*", print(s.target()));
      case Statement.Break _ -> "(break)";
      case Statement.Continue _ -> "(continue)";
      case Statement.Return s -> list("return", s.value().map(TreePrinter::print).orElse(""));
      case Statement.Empty _ -> "(empty)";
      case Statement.Asm s -> list("asm", expressions(s.operands()));
      case Statement.UnknownStatement s -> list("unknown", quote(s.text()));
    };
  }

  private static String print(Statement.Declarator declarator) {
    return list(
        declarator.name(),
        print(declarator.type()),
        declarator.initializer().map(TreePrinter::print).orElse(""));
  }

  static String print(Expression expression) {
    return switch (expression) {
      case Expression.Name e -> e.name();
      case Expression.IntegerLiteral e -> Long.toString(e.value());
      case Expression.FloatLiteral e -> e.text();
      case Expression.StringLiteral e -> e.text();
      case Expression.Call e -> list("call", print(e.callee()), expressions(e.arguments()));
      case Expression.Member e -> list(e.arrow() ? "->" : ".", print(e.base()), e.field());
      case Expression.Index e -> list("index", print(e.base()), print(e.index()));
      case Expression.Unary e ->
          e.operator().name().startsWith("POST_")
              ? list("post" + e.operator().sign(), print(e.operand()))
              : list(e.operator().sign(), print(e.operand()));
      case Expression.Binary e -> list(e.operator().sign(), print(e.left()), print(e.right()));
      case Expression.Assignment e ->
          list(
              e.operator().map(Expression.BinaryOperator::sign).orElse("") + "=",
              print(e.target()),
              print(e.value()));
      case Expression.Conditional e ->
          list("?", print(e.condition()), print(e.then()), print(e.otherwise()));
      case Expression.Cast e -> list("cast", print(e.type()), print(e.operand()));
      case Expression.SizeofType e -> list("sizeof", print(e.type()));
      case Expression.SizeofExpression e -> list("sizeof", print(e.operand()));
      case Expression.Offsetof e -> list("offsetof", print(e.type()), e.member());
      case Expression.VaArg e -> list("va_arg", print(e.list()), print(e.type()));
      case Expression.CompoundLiteral e -> list("literal", print(e.type()), print(e.initializer()));
      case Expression.InitializerList e ->
          "{"
              + e.elements().stream()
                  .map(element ->
                      (element.designator().isEmpty() ? "" : element.designator() + "=")
                          + print(element.value()))
                  .collect(Collectors.joining(" "))
              + "}";
      case Expression.StatementExpression e -> list("value", print(e.block()));
      case Expression.Comma e -> list(",", print(e.left()), print(e.right()));
      case Expression.LabelAddress e -> list("&&", e.label());
      case Expression.Generic e -> list("generic", print(e.selector()), expressions(e.choices()));
      case Expression.TypeArgument e -> print(e.type());
      case Expression.OperatorArgument e -> "`" + e.operator() + "`";
      case Expression.BlockArgument e -> print(e.block());
      case Expression.EmptyArgument _ -> "<>";
      case Expression.UnknownExpression e -> list("unknown", quote(e.text()));
    };
  }

  private static String print(Optional<Expression> expression) {
    return expression.map(TreePrinter::print).orElse("-");
  }

  private static String statements(List<Statement> statements) {
    return statements.stream().map(TreePrinter::print).collect(Collectors.joining(" "));
  }

  private static String expressions(List<Expression> expressions) {
    return expressions.stream().map(TreePrinter::print).collect(Collectors.joining(" "));
  }

  private static String quote(String text) {
    return "\"" + text.replaceAll("\\s+", " ") + "\"";
  }

  private static String list(String... parts) {
    return "("
        + List.of(parts).stream().filter(part -> !part.isEmpty()).collect(Collectors.joining(" "))
        + ")";
  }
}
