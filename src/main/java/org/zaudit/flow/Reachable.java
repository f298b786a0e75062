package org.zaudit.flow;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.TreeSet;
import org.zaudit.syntax.FunctionDefinition;

/**
 * Makes a graph of what a draft's entry leads to: one depth-first search finds what is reachable,
 * its order, and the heads of loops.
 */
final class Reachable {
  private final List<List<Edge>> successors;
  private final BitSet seen = new BitSet();
  private final BitSet onStack = new BitSet();
  private final BitSet heads = new BitSet();
  private final List<Integer> postOrder = new ArrayList<>();

  private Reachable(List<List<Edge>> successors) {
    this.successors = successors;
  }

  static ControlFlowGraph graph(FunctionDefinition function, Draft draft) {
    draft.successors().forEach(edges -> edges.sort(Comparator.comparingInt(Reachable::rank)));
    Reachable reachable = new Reachable(draft.successors());
    reachable.search();
    reachable.seen.set(Draft.EXIT);
    return reachable.renumber(function, draft);
  }

  /** The true side is searched first, and what remains of a switch last. */
  private static int rank(Edge edge) {
    return switch (edge.guard()) {
      case Edge.Guard.Always _, Edge.Guard.Matches _ -> 0;
      case Edge.Guard.Taken(boolean truth) -> truth ? 0 : 1;
      case Edge.Guard.Otherwise _ -> 1;
    };
  }

  private void search() {
    Deque<Integer> stack = new ArrayDeque<>();
    int[] next = new int[successors.size()];
    stack.push(Draft.ENTRY);
    seen.set(Draft.ENTRY);
    onStack.set(Draft.ENTRY);
    while (!stack.isEmpty()) {
      int node = stack.peek();
      if (next[node] == successors.get(node).size()) {
        stack.pop();
        onStack.clear(node);
        postOrder.add(node);
        continue;
      }
      int to = successors.get(node).get(next[node]++).to();
      if (onStack.get(to)) {
        heads.set(to);
      } else if (!seen.get(to)) {
        seen.set(to);
        onStack.set(to);
        stack.push(to);
      }
    }
  }

  private ControlFlowGraph renumber(FunctionDefinition function, Draft draft) {
    int[] number = new int[draft.nodes().size()];
    Arrays.fill(number, -1);
    List<Node> nodes = new ArrayList<>();
    for (int old = seen.nextSetBit(0); old >= 0; old = seen.nextSetBit(old + 1)) {
      number[old] = nodes.size();
      nodes.add(renumbered(draft.nodes().get(old), nodes.size()));
    }
    List<List<Edge>> edges = new ArrayList<>();
    for (int old = seen.nextSetBit(0); old >= 0; old = seen.nextSetBit(old + 1)) {
      int from = number[old];
      edges.add(
          successors.get(old).stream()
              .map(edge -> new Edge(from, number[edge.to()], frozen(edge.guard())))
              .toList());
    }
    TreeSet<Integer> loopHeads = new TreeSet<>();
    heads.stream().forEach(head -> loopHeads.add(number[head]));
    return new ControlFlowGraph(
        function,
        List.copyOf(nodes),
        List.copyOf(edges),
        Collections.unmodifiableSortedSet(loopHeads),
        order(number));
  }

  private List<Integer> order(int[] number) {
    List<Integer> order = new ArrayList<>();
    for (int old : postOrder.reversed()) {
      order.add(number[old]);
    }
    if (!postOrder.contains(Draft.EXIT)) {
      order.add(Draft.EXIT);
    }
    return List.copyOf(order);
  }

  private static Edge.Guard frozen(Edge.Guard guard) {
    return switch (guard) {
      case Edge.Guard.Always always -> always;
      case Edge.Guard.Taken taken -> taken;
      case Edge.Guard.Matches(List<Edge.Range> labels) ->
          new Edge.Guard.Matches(List.copyOf(labels));
      case Edge.Guard.Otherwise(List<Edge.Range> labels) ->
          new Edge.Guard.Otherwise(List.copyOf(labels));
    };
  }

  private static Node renumbered(Node node, int id) {
    return switch (node) {
      case Node.Entry n -> new Node.Entry(id, n.span());
      case Node.Exit n -> new Node.Exit(id, n.span());
      case Node.Evaluate n -> new Node.Evaluate(id, n.span(), n.expression());
      case Node.Declare n -> new Node.Declare(id, n.span(), n.name(), n.type());
      case Node.Leave n -> new Node.Leave(id, n.span(), n.names());
      case Node.Branch n -> new Node.Branch(id, n.span(), n.condition());
      case Node.Switch n -> new Node.Switch(id, n.span(), n.selector());
      case Node.AnyTimes n -> new Node.AnyTimes(id, n.span(), n.head());
      case Node.Return n -> new Node.Return(id, n.span(), n.value());
      case Node.Label n -> new Node.Label(id, n.span(), n.name());
      case Node.Unknown n -> new Node.Unknown(id, n.span(), n.text());
    };
  }
}
