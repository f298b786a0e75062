package org.zaudit.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.zaudit.syntax.Expression;
import org.zaudit.syntax.Reading;

class LiveVariablesTest {
  @Test
  void aVariableIsLiveUntilItsLastUse() {
    ControlFlowGraph graph = graph("int f(int a) { int b = a; a = g(b); return (a); }");
    LiveVariables live = LiveVariables.of(graph);

    int call = nodeCalling(graph, "g");
    assertThat(live.isLive(call, "b")).isTrue();
    assertThat(live.isLive(call, "a")).as("it is written there").isFalse();
    int back = last(graph);
    assertThat(live.isLive(back, "a")).isTrue();
    assertThat(live.isLive(back, "b")).isFalse();
  }

  @Test
  void aLoopKeepsAliveWhatItsNextRoundReads() {
    ControlFlowGraph graph =
        graph("void f(int n) { int i = 0; int x = 1; while (i < n) { g(x); i++; } h(); }");
    LiveVariables live = LiveVariables.of(graph);

    assertThat(live.isLive(nodeCalling(graph, "g"), "x")).isTrue();
    assertThat(live.isLive(nodeCalling(graph, "g"), "i")).isTrue();
    assertThat(live.isLive(nodeCalling(graph, "h"), "x")).isFalse();
  }

  @Test
  void whatHasAnAddressIsNeverDead() {
    ControlFlowGraph graph =
        graph("void f(void) { int x = 0; struct s t; keep(&x, &t.b[1]); h(); }");
    LiveVariables live = LiveVariables.of(graph);

    int after = nodeCalling(graph, "h");
    assertThat(live.isLive(after, "x")).isTrue();
    assertThat(live.isLive(after, "t")).isTrue();
    assertThat(live.isLive(after, "nobody")).isFalse();
  }

  private static int nodeCalling(ControlFlowGraph graph, String name) {
    return graph.nodes().stream()
        .filter(n -> n instanceof Node.Evaluate(_, _, Expression e) && calls(e, name))
        .findFirst()
        .orElseThrow()
        .id();
  }

  private static boolean calls(Expression expression, String name) {
    return switch (expression) {
      case Expression.Call call ->
          call.callee() instanceof Expression.Name n && n.name().equals(name);
      case Expression.Assignment assignment -> calls(assignment.value(), name);
      default -> false;
    };
  }

  private static ControlFlowGraph graph(String text) {
    return ControlFlowGraph.of(Reading.function(text));
  }

  private static int last(ControlFlowGraph graph) {
    List<Integer> order = graph.order();
    return order.get(order.size() - 2);
  }
}
