package org.zaudit.flow;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.zaudit.source.Span;
import org.zaudit.syntax.Expression;

/**
 * A graph under construction. Nodes are put one behind another; the edges that wait for the next
 * node are the <em>open ends</em>. Code that nothing leads to has no open ends, and its nodes no
 * way in.
 */
final class Draft {
  static final int ENTRY = 0;
  static final int EXIT = 1;

  /**
   * More open ends than this are gathered in a join, so that handing them on costs the same at
   * every depth of nesting.
   */
  private static final int OPEN_ENDS = 8;

  private static final Edge.Guard ALWAYS = new Edge.Guard.Always();
  private static final Edge.Guard TRUE = new Edge.Guard.Taken(true);
  private static final Edge.Guard FALSE = new Edge.Guard.Taken(false);
  private static final int UNPLACED = -1;

  private record End(int from, Edge.Guard guard) {}

  /** A point that control arrives at from several sides, before or after its place is known. */
  static final class Target {
    private final List<End> arrivals = new ArrayList<>();
    private int node = UNPLACED;

    private Target() {}
  }

  private final List<Node> nodes = new ArrayList<>();
  private final List<List<Edge>> successors = new ArrayList<>();
  private final Target exit = new Target();
  private List<End> open = new ArrayList<>();

  Draft(Span head, Span body) {
    add(id -> new Node.Entry(id, head));
    add(id -> new Node.Exit(id, new Span(Math.max(body.start(), body.end() - 1), body.end())));
    exit.node = EXIT;
    open.add(new End(ENTRY, ALWAYS));
  }

  List<Node> nodes() {
    return nodes;
  }

  List<List<Edge>> successors() {
    return successors;
  }

  Target exit() {
    return exit;
  }

  Target target() {
    return new Target();
  }

  /** True when control can be here, as far as the code before tells. */
  boolean isOpen() {
    return !open.isEmpty();
  }

  /** Puts a node here. */
  int put(IntFunction<Node> make) {
    int id = add(make);
    for (End end : open) {
      connect(end, id);
    }
    open = new ArrayList<>();
    open.add(new End(id, ALWAYS));
    return id;
  }

  void evaluate(Expression expression) {
    put(id -> new Node.Evaluate(id, expression.span(), expression));
  }

  /** Puts a node with two ways out; nothing is open afterwards. */
  void fork(IntFunction<Node> make, Target whenTrue, Target whenFalse) {
    int id = put(make);
    open = new ArrayList<>();
    arrive(whenTrue, new End(id, TRUE));
    arrive(whenFalse, new End(id, FALSE));
  }

  /** Puts a switch; only {@link #label} leads on from it. */
  int select(IntFunction<Node> make) {
    int id = put(make);
    open = new ArrayList<>();
    return id;
  }

  /**
   * A case label: control comes here from the switch too. Labels in a row share an edge; the list
   * of {@code Matches} grows until the graph is finished.
   */
  void label(int select, Edge.Range range) {
    if (!open.isEmpty()
        && open.getLast().from == select
        && open.getLast().guard instanceof Edge.Guard.Matches(List<Edge.Range> labels)) {
      labels.add(range);
      return;
    }
    List<Edge.Range> labels = new ArrayList<>();
    labels.add(range);
    open.add(new End(select, new Edge.Guard.Matches(labels)));
  }

  /** The default label; {@code labels} may still grow. */
  void otherwise(int select, List<Edge.Range> labels) {
    open.add(new End(select, new Edge.Guard.Otherwise(labels)));
  }

  /** Control goes from here to the target; nothing is open afterwards. */
  void jump(Target target) {
    for (End end : open) {
      arrive(target, end);
    }
    open = new ArrayList<>();
  }

  /** Control may go from here to the target, or elsewhere. */
  void alsoJump(Target target) {
    for (End end : open) {
      arrive(target, end);
    }
  }

  /** What follows is reached by jumps only. */
  void close() {
    open = new ArrayList<>();
  }

  /** The target is here, and control may also fall in from above. */
  void place(Target target, Span at) {
    open.addAll(target.arrivals);
    target.arrivals.clear();
    if (open.size() > OPEN_ENDS) {
      put(id -> new Node.Label(id, at, ""));
    }
  }

  /** The target is here and may be arrived at later too: a label, or the head of a loop. */
  void placeForGood(Target target, Span at, String name) {
    place(target, at);
    target.node = put(id -> new Node.Label(id, at, name));
  }

  private void arrive(Target target, End end) {
    if (target.node == UNPLACED) {
      target.arrivals.add(end);
    } else {
      connect(end, target.node);
    }
  }

  private void connect(End end, int to) {
    successors.get(end.from).add(new Edge(end.from, to, end.guard));
  }

  private int add(IntFunction<Node> make) {
    int id = nodes.size();
    nodes.add(make.apply(id));
    successors.add(new ArrayList<>(2));
    return id;
  }
}
