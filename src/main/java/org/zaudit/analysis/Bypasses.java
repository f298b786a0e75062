package org.zaudit.analysis;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.zaudit.analysis.Holding.Act;
import org.zaudit.flow.ControlFlowGraph;
import org.zaudit.flow.Edge;
import org.zaudit.flow.Node;
import org.zaudit.source.Span;
import org.zaudit.syntax.Expression;
import org.zaudit.syntax.FunctionDefinition;
import org.zaudit.syntax.Statement;
import org.zaudit.syntax.TypeName;

/**
 * Statements that a path goes past: {@code if (c) release(x);} and on, or {@code c && release(x)}
 * in a condition. Who writes that down has thought of the other case: the condition says, as a
 * rule, whether there is something to release, though the engine cannot see how. Whether something
 * went well says no such thing.
 */
final class Bypasses {
  /** What stands under such a condition is soon said. */
  private static final int STATEMENTS = 4;

  private final FunctionDefinition function;
  private final ControlFlowGraph graph;
  private final List<Statement.If> choices = new ArrayList<>();

  /** By where the condition, or an operand of it, stands. */
  private final Map<Integer, List<Node.Branch>> branches = new HashMap<>();

  /** Variables for what a call answered. */
  private final Set<String> answers = new HashSet<>();

  private boolean isRead;

  Bypasses(FunctionDefinition function, ControlFlowGraph graph) {
    this.function = function;
    this.graph = graph;
  }

  /** When first asked: of most functions nobody asks. */
  private void read() {
    if (isRead) {
      return;
    }
    isRead = true;
    collect(function.body());
    for (Node node : graph.nodes()) {
      switch (node) {
        case Node.Branch branch ->
            branches.computeIfAbsent(branch.span().start(), _ -> new ArrayList<>()).add(branch);
        case Node.Declare(_, _, String name, TypeName type)
            when type.base().equals("int") && type.pointers() == 0 ->
            answers.add(name);
        default -> {}
      }
    }
  }

  private void collect(Statement statement) {
    switch (statement) {
      case Statement.If choice -> {
        if (choice.otherwise().isEmpty() && size(choice.then()) <= STATEMENTS) {
          choices.add(choice);
        }
        collect(choice.then());
        choice.otherwise().ifPresent(this::collect);
      }
      case Statement.Block block -> block.statements().forEach(this::collect);
      case Statement.While loop -> collect(loop.body());
      case Statement.DoWhile loop -> collect(loop.body());
      case Statement.For loop -> collect(loop.body());
      case Statement.MacroLoop loop -> collect(loop.body());
      case Statement.Switch selection -> collect(selection.body());
      default -> {}
    }
  }

  /** Expressions; more than any bound where control does not come to the end. */
  private static int size(Statement statement) {
    return switch (statement) {
      case Statement.ExpressionStatement _, Statement.Declaration _ -> 1;
      case Statement.Empty _ -> 0;
      case Statement.Block block -> block.statements().stream().mapToInt(Bypasses::size).sum();
      case Statement.If choice ->
          size(choice.then()) + choice.otherwise().map(Bypasses::size).orElse(0);
      default -> STATEMENTS + 1;
    };
  }

  /**
   * True when the path, since this act or from its beginning, goes past one of these nodes for no
   * other reason than the condition that it stands under.
   */
  boolean isPast(Trail trail, Act since, Set<Integer> nodes) {
    if (nodes.isEmpty()) {
      return false;
    }
    read();
    List<Statement.If> around = around(nodes);
    if (around.isEmpty()) {
      return false;
    }
    for (Trail t = trail; t != null; t = t.earlier()) {
      if (!(t.step() instanceof Trail.Told(_, Event event))) {
        continue;
      }
      if (event.kind() == Event.Kind.ACQUIRE && event.at().equals(since.at())) {
        return false;
      }
      boolean holds = event.isBranch(true);
      if ((holds || event.isBranch(false))
          && around.stream().anyMatch(choice -> isPast(choice, event.at(), holds))) {
        return true;
      }
    }
    return false;
  }

  private List<Statement.If> around(Set<Integer> nodes) {
    List<Span> spans = nodes.stream().map(node -> graph.nodes().get(node).span()).toList();
    return choices.stream()
        .filter(choice ->
            spans.stream()
                .anyMatch(span ->
                    isWithin(span, choice.then().span())
                        || isWithin(span, choice.condition().span())))
        .toList();
  }

  /** The condition, or the last operand that counts, leads past what stands under it. */
  private boolean isPast(Statement.If choice, Span condition, boolean holds) {
    return isWithin(condition, choice.condition().span())
        && branches.getOrDefault(condition.start(), List.of()).stream()
            .filter(branch -> !asksAnAnswer(branch))
            .flatMap(branch -> graph.successors().get(branch.id()).stream())
            .filter(edge -> edge.guard().equals(new Edge.Guard.Taken(holds)))
            .map(edge -> graph.nodes().get(edge.to()).span())
            .anyMatch(next ->
                !isWithin(next, choice.then().span())
                    && !isWithin(next, choice.condition().span()));
  }

  private boolean asksAnAnswer(Node.Branch branch) {
    Expression asked =
        branch.condition() instanceof Expression.Binary(_, _, Expression left, Expression right)
                && right instanceof Expression.IntegerLiteral(_, long number)
                && number == 0
            ? left
            : branch.condition();
    return asked instanceof Expression.Name(_, String name) && answers.contains(name);
  }

  private static boolean isWithin(Span inner, Span outer) {
    return outer.start() <= inner.start() && inner.end() <= outer.end();
  }
}
