package org.zaudit.flow;

import java.util.List;
import java.util.stream.Collectors;
import org.zaudit.syntax.Expression;

/**
 * Writes a graph as text, one line a node: for tests, and for people who want to see what the
 * engine sees.
 */
public final class ControlFlowGraphPrinter {
  private ControlFlowGraphPrinter() {}

  /** The same graph gives the same text. */
  public static String print(ControlFlowGraph graph) {
    StringBuilder text = new StringBuilder();
    for (Node node : graph.nodes()) {
      text.append(node.id()).append(graph.loopHeads().contains(node.id()) ? " * " : "   ");
      text.append(describe(node));
      String ways =
          graph.successors().get(node.id()).stream()
              .map(edge -> describe(edge.guard()) + edge.to())
              .collect(Collectors.joining(", "));
      text.append(ways.isEmpty() ? "" : " -> " + ways).append('\n');
    }
    return text.toString();
  }

  private static String describe(Node node) {
    return switch (node) {
      case Node.Entry _ -> "entry";
      case Node.Exit _ -> "exit";
      case Node.Evaluate evaluate -> ExpressionText.of(evaluate.expression());
      case Node.Declare declare ->
          "declare "
              + declare.type().base()
              + " "
              + "*".repeat(declare.type().pointers())
              + declare.name()
              + (declare.type().array() ? "[]" : "");
      case Node.Leave leave -> "leave " + String.join(", ", leave.names());
      case Node.Branch branch -> "if " + ExpressionText.of(branch.condition());
      case Node.Switch select -> "switch " + ExpressionText.of(select.selector());
      case Node.AnyTimes loop -> "any times " + ExpressionText.of(loop.head());
      case Node.Return result ->
          "return" + result.value().map(value -> " " + ExpressionText.of(value)).orElse("");
      case Node.Label label -> label.name().isEmpty() ? "join" : label.name() + ":";
      case Node.Unknown unknown -> "unknown " + unknown.text();
    };
  }

  private static String describe(Edge.Guard guard) {
    return switch (guard) {
      case Edge.Guard.Always _ -> "";
      case Edge.Guard.Taken(boolean truth) -> truth ? "true " : "false ";
      case Edge.Guard.Matches(List<Edge.Range> labels) ->
          labels.stream().map(ControlFlowGraphPrinter::describe).collect(Collectors.joining("|"))
              + " ";
      case Edge.Guard.Otherwise _ -> "otherwise ";
    };
  }

  private static String describe(Edge.Range range) {
    Expression low = range.low();
    String text = ExpressionText.of(low);
    return range.high().equals(low) ? text : text + ".." + ExpressionText.of(range.high());
  }
}
