package org.zaudit.analysis;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import org.zaudit.flow.ControlFlowGraph;
import org.zaudit.flow.Edge;
import org.zaudit.flow.Node;

/** The natural loops of a graph and the order of its nodes. Linear in nodes times nesting. */
final class Loops {
  private final int[] rank;
  private final int[] predecessors;
  private final Map<Integer, BitSet> bodies = new HashMap<>();
  private final BitSet inside = new BitSet();

  /** Heads of loops in which something is counted down. */
  private final BitSet descending = new BitSet();

  /** By the node of a condition at its beginning, the head of the loop that it ends. */
  private final Map<Integer, Integer> conditions = new HashMap<>();

  Loops(ControlFlowGraph graph) {
    rank = new int[graph.nodes().size()];
    predecessors = new int[graph.nodes().size()];
    for (int i = 0; i < graph.order().size(); i++) {
      rank[graph.order().get(i)] = i;
    }
    List<List<Integer>> back = new ArrayList<>();
    graph.nodes().forEach(_ -> back.add(new ArrayList<>()));
    graph
        .successors()
        .forEach(edges ->
            edges.forEach(e -> {
              predecessors[e.to()]++;
              back.get(e.to()).add(e.from());
            }));
    for (List<Edge> edges : graph.successors()) {
      for (Edge e : edges) {
        if (isBack(e)) {
          bodies.computeIfAbsent(e.to(), _ -> new BitSet()).or(body(e, back));
        }
      }
    }
    bodies.values().forEach(inside::or);
    bodies.keySet().forEach(head -> conditions(graph, head));
    bodies.forEach((head, body) ->
        descending.set(
            head, body.stream().anyMatch(node -> Countdown.isAt(graph.nodes().get(node)))));
  }

  private void conditions(ControlFlowGraph graph, int head) {
    BitSet seen = new BitSet();
    int at = head;
    while (isNewIn(head, at, seen) && graph.successors().get(at).size() == 1) {
      at = graph.successors().get(at).getFirst().to();
    }
    seen.clear(at);
    // Several in a row, where the condition is made of parts.
    while (isNewIn(head, at, seen) && graph.nodes().get(at) instanceof Node.Branch) {
      List<Integer> inwards =
          graph.successors().get(at).stream()
              .map(Edge::to)
              .filter(to -> contains(head, to))
              .toList();
      if (inwards.size() != 1) {
        return;
      }
      conditions.put(at, head);
      at = inwards.getFirst();
    }
  }

  private boolean isNewIn(int head, int node, BitSet seen) {
    boolean isNew = contains(head, node) && !seen.get(node);
    seen.set(node);
    return isNew;
  }

  Set<Integer> heads() {
    return bodies.keySet();
  }

  /** The head of the loop that ends on this edge because its condition says so. */
  OptionalInt ended(Edge edge) {
    Integer head = conditions.get(edge.from());
    return head == null || contains(head, edge.to()) ? OptionalInt.empty() : OptionalInt.of(head);
  }

  private static BitSet body(Edge edge, List<List<Integer>> predecessors) {
    BitSet body = new BitSet();
    body.set(edge.to());
    Deque<Integer> open = new ArrayDeque<>(List.of(edge.from()));
    while (!open.isEmpty()) {
      int node = open.pop();
      if (!body.get(node)) {
        body.set(node);
        predecessors.get(node).forEach(open::push);
      }
    }
    return body;
  }

  boolean isBack(Edge edge) {
    return rank[edge.from()] >= rank[edge.to()];
  }

  boolean isJoin(int node) {
    return predecessors[node] > 1;
  }

  boolean isHead(int node) {
    return bodies.containsKey(node);
  }

  boolean isInside(int node) {
    return inside.get(node);
  }

  boolean contains(int head, int node) {
    BitSet body = bodies.get(head);
    return body != null && node >= 0 && body.get(node);
  }

  /** Whether something is counted down in the loop with that head. */
  boolean descends(int head) {
    return descending.get(head);
  }

  int rank(int node) {
    return rank[node];
  }
}
