package org.zaudit.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.zaudit.source.Span;
import org.zaudit.syntax.Expression;
import org.zaudit.syntax.Expression.BinaryOperator;
import org.zaudit.syntax.FunctionDefinition;
import org.zaudit.syntax.Statement;
import org.zaudit.syntax.TypeName;

/** Graphs of hand-made trees. */
class ControlFlowGraphTest {
  private static final Span AT = new Span(0, 1);
  private static final TypeName INT = new TypeName("int", 0, false, false, false, false);

  @Test
  void choosesBetweenCallsInATemporary() {
    assertThat(
            graph(
                assign(
                    "x",
                    new Expression.Conditional(AT, name("c"), Optional.of(call("f")), call("g")))))
        .isEqualTo(
            """
            0   entry -> 2
            1   exit
            2   if c -> true 3, false 4
            3   %1 = f() -> 5
            4   %1 = g() -> 5
            5   x = %1 -> 1
            """);
  }

  @Test
  void leavesLocalsOnBreakAndOnGoto() {
    Statement body =
        block(
            declare("b"),
            new Statement.If(AT, call("f"), new Statement.Break(AT), Optional.empty()),
            new Statement.If(AT, call("g"), new Statement.Goto(AT, "out"), Optional.empty()));
    assertThat(
            graph(
                new Statement.While(AT, new Expression.IntegerLiteral(AT, 1), body),
                eval(call("h")),
                new Statement.Label(AT, "out"),
                eval(call("i"))))
        .isEqualTo(
            """
            0   entry -> 2
            1   exit
            2 * join -> 3
            3   declare int b -> 4
            4   if f() -> true 5, false 6
            5   leave b -> 8
            6   if g() -> true 11, false 7
            7   leave b -> 2
            8   h() -> 9
            9   out: -> 10
            10   i() -> 1
            11   leave b -> 9
            """);
  }

  @Test
  void fallsThroughCases() {
    assertThat(
            graph(
                new Statement.Switch(
                    AT,
                    name("n"),
                    block(
                        label(1),
                        label(2),
                        eval(call("f")),
                        label(3),
                        eval(call("g")),
                        new Statement.Break(AT)))))
        .isEqualTo(
            """
            0   entry -> 2
            1   exit
            2   switch n -> 1|2 3, 3 4, otherwise 1
            3   f() -> 4
            4   g() -> 1
            """);
  }

  @Test
  void decidesByPartsOfACondition() {
    Expression stored =
        new Expression.Binary(
            AT,
            BinaryOperator.EQUAL,
            new Expression.Assignment(AT, Optional.empty(), name("p"), call("f")),
            new Expression.IntegerLiteral(AT, 0));
    Expression likely = new Expression.Call(AT, name("likely"), List.of(and(stored, name("q"))));
    Statement choice =
        new Statement.If(AT, likely, new Statement.Return(AT, Optional.empty()), Optional.empty());
    assertThat(graph(choice, eval(call("g"))))
        .isEqualTo(
            """
            0   entry -> 2
            1   exit
            2   p = f() -> 3
            3   if p == 0 -> true 4, false 6
            4   if q -> true 5, false 6
            5   return -> 1
            6   g() -> 1
            """);
  }

  @Test
  void callsWhatStandsBeforeALoweredArgumentFirst() {
    Expression call =
        new Expression.Call(AT, name("f"), List.of(call("g"), and(name("a"), call("h"))));
    assertThat(graph(eval(call)))
        .isEqualTo(
            """
            0   entry -> 2
            1   exit
            2   %1 = g() -> 3
            3   if a -> true 4, false 6
            4   if h() -> true 5, false 6
            5   %2 = 1 -> 7
            6   %2 = 0 -> 7
            7   f(%1, %2) -> 1
            """);
  }

  private static String graph(Statement... statements) {
    FunctionDefinition function =
        new FunctionDefinition(
            AT, AT, "f", INT, List.of(), false, new Statement.Block(AT, List.of(statements)));
    return ControlFlowGraphPrinter.print(ControlFlowGraph.of(function, "likely"::equals));
  }

  private static Expression name(String name) {
    return new Expression.Name(AT, name);
  }

  private static Expression call(String name) {
    return new Expression.Call(AT, name(name), List.of());
  }

  private static Expression and(Expression left, Expression right) {
    return new Expression.Binary(AT, BinaryOperator.LOGICAL_AND, left, right);
  }

  private static Statement eval(Expression expression) {
    return new Statement.ExpressionStatement(AT, expression);
  }

  private static Statement assign(String target, Expression value) {
    return eval(new Expression.Assignment(AT, Optional.empty(), name(target), value));
  }

  private static Statement block(Statement... statements) {
    return new Statement.Block(AT, List.of(statements));
  }

  private static Statement declare(String name) {
    return new Statement.Declaration(
        AT, List.of(new Statement.Declarator(AT, name, INT, Optional.empty())));
  }

  private static Statement label(long value) {
    return new Statement.Case(AT, new Expression.IntegerLiteral(AT, value), Optional.empty());
  }
}
