package org.zaudit.analysis;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.PriorityQueue;
import java.util.SortedMap;
import java.util.TreeMap;
import org.zaudit.analysis.Evaluator.Valued;
import org.zaudit.analysis.Symbol.Aged;
import org.zaudit.analysis.Symbol.Made;
import org.zaudit.analysis.Symbol.Merged;
import org.zaudit.flow.ControlFlowGraph;
import org.zaudit.flow.Edge;
import org.zaudit.flow.LiveVariables;
import org.zaudit.flow.Node;
import org.zaudit.source.Span;
import org.zaudit.syntax.Expression;

/**
 * Follows all paths of a graph, states of the same shape joined where paths meet (property
 * simulation: Das, Lerner, Seigle, ESP, PLDI 2002), until nothing new comes. Nodes are taken in
 * reverse post-order.
 */
final class Explorer {
  private final ControlFlowGraph graph;
  private final Loops loops;
  private final Rounds rounds;
  private final Retests retests;
  private final Choices choices;
  private final LiveVariables live;
  private final Evaluator evaluator;
  private final References references;
  private final Sites sites;
  private final List<Standing> standing = new ArrayList<>();
  private final PriorityQueue<Work> queue =
      new PriorityQueue<>(
          java.util.Comparator.comparingInt(Work::rank).thenComparingLong(Work::number));
  private final Map<Way, Standing> exits = new LinkedHashMap<>();

  /** Nodes that some state came to. */
  private final BitSet reached = new BitSet();

  /** By rank and node: a state that an assertion stopped, or a condition. */
  private final SortedMap<Integer, Stopped> stopped = new TreeMap<>();

  private long number;
  private int steps;
  private boolean bounded;

  /** A state to go on with: that one, or whatever stands at the node under that shape. */
  private record Work(
      int rank, long number, int node, Optional<State> state, Optional<Shape> shape) {}

  private record Stopped(Node node, Expression reading, State state) {}

  /**
   * A way out: ways that the caller can tell apart, or that stand apart in the text, stay apart.
   */
  private record Way(Optional<Span> at, Optional<Symbol> returned, Optional<Range> range) {
    static Way of(State state) {
      Event last = state.trail.event();
      boolean returns = last.kind() == Event.Kind.RETURN;
      return new Way(
          returns ? Optional.of(last.at()) : Optional.empty(),
          state.returned,
          state.returned.map(state::range));
    }
  }

  Explorer(
      ControlFlowGraph graph,
      Loops loops,
      Rounds rounds,
      Retests retests,
      Evaluator evaluator,
      References references,
      Sites sites) {
    this.graph = graph;
    this.loops = loops;
    this.rounds = rounds;
    this.retests = retests;
    this.choices = new Choices(graph);
    this.live = LiveVariables.of(graph);
    this.evaluator = evaluator;
    this.references = references;
    this.sites = sites;
    graph.nodes().forEach(n -> standing.add(new Standing(n.id(), loops.isHead(n.id()))));
  }

  boolean bounded() {
    return bounded;
  }

  /** The states at the exit. */
  List<State> run(State entry) {
    push(0, entry);
    do {
      follow();
    } while (steps <= Bounds.STEPS && resume());
    bounded |= steps > Bounds.STEPS;
    return exits.values().stream().flatMap(s -> s.states().stream()).toList();
  }

  private void follow() {
    while (!queue.isEmpty() && steps <= Bounds.STEPS) {
      Work work = queue.poll();
      Optional<State> state =
          work.state().or(() -> standing.get(work.node()).take(work.shape().orElseThrow()));
      if (state.isPresent()) {
        steps += 1 + state.get().size() / Bounds.STATE_SIZE;
        at(work.node());
        step(graph.nodes().get(work.node()), state.get());
      }
    }
  }

  private void at(int node) {
    evaluator.at(node);
    rounds.at(node);
  }

  /**
   * Code that no state came to is there for some reason: others wrote meanwhile to the memory that
   * stopped the states before it (the flag that a thread waits for, what a callee fills). False
   * when there is none.
   */
  private boolean resume() {
    for (Map.Entry<Integer, Stopped> entry : stopped.entrySet()) {
      Stopped here = entry.getValue();
      int node = here.node().id();
      List<Edge> missed =
          graph.successors().get(node).stream()
              .filter(e -> !reached.get(e.to()) && canBeStopped(e))
              .toList();
      at(node);
      if (!missed.isEmpty()
          && evaluator.forgetRead(here.reading(), here.state(), retests::isKnown)) {
        // What stopped it is asked again, so that its answer is known from here on.
        step(here.node(), missed, here.state().copy());
        stopped.remove(entry.getKey());
        all(missed.stream().filter(e -> !reached.get(e.to())).toList(), here.state());
        return true;
      }
    }
    return false;
  }

  /** At an assertion or a condition, but not at that of a loop which states left in another way. */
  private boolean canBeStopped(Edge edge) {
    OptionalInt head = loops.ended(edge);
    return head.isEmpty() || !isLeft(head.getAsInt());
  }

  private boolean isLeft(int head) {
    return graph.successors().stream()
        .flatMap(List::stream)
        .anyMatch(e ->
            loops.contains(head, e.from()) && !loops.contains(head, e.to()) && reached.get(e.to()));
  }

  private void stops(Node node, Expression reading, State state) {
    stopped.put(loops.rank(node.id()), new Stopped(node, reading, state));
  }

  private void push(int node, State state) {
    queue.add(new Work(loops.rank(node), number++, node, Optional.of(state), Optional.empty()));
  }

  private void go(Edge edge, State state) {
    int to = edge.to();
    reached.set(to);
    loops.ended(edge).ifPresent(head -> state.past = state.past.endsLoop(head));
    if (graph.nodes().get(to) instanceof Node.Exit) {
      references.goesOn(state);
      Standing here = exits.computeIfAbsent(Way.of(state), _ -> new Standing(to, false));
      bounded |= here.arrive(state, false) instanceof Standing.Arrival.OneTooMany;
      return;
    }
    if (!loops.isJoin(to)) {
      push(to, state);
      return;
    }
    if (loops.isBack(edge)) {
      references.goesOn(state);
      state.trail = state.trail.round();
      nextRound(state, to);
    }
    state.forgetVariables(name -> !live.isLive(to, name));
    Standing here = standing.get(to);
    switch (here.arrive(state, loops.isBack(edge))) {
      case Standing.Arrival.Known() -> {}
      case Standing.Arrival.OneTooMany(Optional<Shape> instead) -> {
        bounded = true;
        instead.ifPresent(shape -> follow(to, shape));
      }
      case Standing.Arrival.News(Shape shape) -> follow(to, shape);
    }
  }

  private void follow(int node, Shape shape) {
    queue.add(new Work(loops.rank(node), number++, node, Optional.empty(), Optional.of(shape)));
  }

  /**
   * A state comes round a loop: what its elements and values were called belongs to the round
   * before.
   */
  private void nextRound(State state, int head) {
    Runs.fold(state, head, loops, evaluator::isIndexed);
    state.forgetRoundsBefore(s -> isOfLoop(s, head));
    state.rewrite(s ->
        switch (s) {
          case Merged _, Made _ when isOfLoop(s, head) -> new Aged(s);
          case Aged(Aged inner) -> inner;
          default -> s;
        });
    state.forgetMade(site -> loops.contains(head, sites.node(site)));
    Runs.age(state);
    state.forgetNumbers();
  }

  private boolean isOfLoop(Symbol s, int head) {
    return switch (s) {
      case Merged(int node, _) -> loops.contains(head, node);
      case Made(int site, _) -> loops.contains(head, sites.node(site));
      default -> false;
    };
  }

  private void step(Node node, State state) {
    step(node, graph.successors().get(node.id()), state);
  }

  private void step(Node node, List<Edge> edges, State state) {
    switch (node) {
      case Node.Entry _, Node.Exit _, Node.Label _, Node.Unknown _ -> all(edges, state);
      case Node.Declare(_, _, String name, _) -> {
        state.forget(name);
        all(edges, state);
      }
      case Node.Evaluate(_, _, Expression expression) -> {
        List<Valued> values = evaluator.statement(expression, state);
        if (values.isEmpty() && evaluator.isAssertion(expression)) {
          stops(node, expression, state);
        }
        values.forEach(v -> all(edges, v.state()));
      }
      case Node.Leave leave -> {
        leave(leave, state);
        all(edges, state);
      }
      case Node.Branch branch ->
          evaluator.value(branch.condition(), state).forEach(v -> branch(branch, edges, v));
      case Node.Switch selector ->
          evaluator.value(selector.selector(), state).forEach(v -> select(selector, edges, v));
      case Node.AnyTimes(_, _, Expression.Call head) -> {
        for (Edge e : edges) {
          anyTimes(head, state.copy()).forEach(s -> go(e, s));
        }
      }
      case Node.Return(_, var span, Optional<Expression> value) -> {
        List<Valued> values =
            value
                .map(v -> evaluator.value(v, state))
                .orElseGet(() -> List.of(new Valued(state, Symbol.Constant.ZERO)));
        for (Valued v : values) {
          v.state().returned = value.map(_ -> v.value());
          v.state().branch(new Event(Event.Kind.RETURN, span, "returns here"));
          all(edges, v.state());
        }
      }
    }
  }

  private void all(List<Edge> edges, State state) {
    for (int i = 0; i < edges.size(); i++) {
      go(edges.get(i), i == edges.size() - 1 ? state : state.copy());
    }
  }

  private void leave(Node.Leave leave, State state) {
    List<Symbol> gone = new ArrayList<>();
    for (String name : leave.names()) {
      Location variable = Location.local(name);
      state
          .memory
          .entrySet()
          .removeIf(e -> {
            boolean mine = e.getKey().startsWith(variable);
            if (mine) {
              gone.add(e.getValue());
            }
            return mine;
          });
    }
    if (loops.isInside(leave.id())) {
      gone.forEach(s ->
          references.lostIfNameless(
              state, s, leave.span(), () -> "leaves the scope of its only name"));
    }
  }

  private void branch(Node.Branch branch, List<Edge> edges, Valued v) {
    Range truth = v.state().range(v.value());
    boolean open = truth.containsZero() && !truth.isExactly(0);
    for (int i = 0; i < edges.size(); i++) {
      Edge e = edges.get(i);
      State s = i == edges.size() - 1 ? v.state() : v.state().copy();
      if (e.guard() instanceof Edge.Guard.Taken(boolean taken)) {
        boolean other = choices.areChosenBy(branch) && isHeldAndAnother(s, v.value(), taken);
        boolean possible = !other && s.assumeTruth(v.value(), taken);
        if (!possible) {
          stops(branch, branch.condition(), s);
        }
        if (possible) {
          retests.tested(branch.span().start(), branch.condition());
          if (open) {
            s.branch(Event.branch(branch.span(), taken));
          } else {
            s.forcedBranch(Event.branch(branch.span(), taken));
          }
          s.unify();
          if (!taken) {
            Runs.atEnd(s, v.value(), branch.id(), loops);
          }
          go(e, s);
        }
      } else {
        go(e, s);
      }
    }
  }

  /** The claim, true or false as told, is that an object held by this function is another one. */
  private boolean isHeldAndAnother(State state, Symbol claim, boolean truth) {
    return claim instanceof Symbol.Operation(String op, Symbol a, Symbol b)
        && op.equals(truth ? "==" : "!=")
        && (references.isOwned(state, a.object()) || references.isOwned(state, b.object()));
  }

  private void select(Node.Switch selector, List<Edge> edges, Valued v) {
    for (Edge e : edges) {
      switch (e.guard()) {
        case Edge.Guard.Matches(List<org.zaudit.flow.Edge.Range> labels) -> {
          for (var label : labels) {
            State s = v.state().copy();
            if (matches(s, v.value(), label)) {
              s.branch(
                  new Event(
                      Event.Kind.BRANCH,
                      selector.span(),
                      "when it is " + ExpressionText.of(label.low())));
              go(e, s);
            }
          }
        }
        case Edge.Guard.Otherwise(List<org.zaudit.flow.Edge.Range> labels) -> {
          State s = v.state().copy();
          if (labels.stream().allMatch(label -> differs(s, v.value(), label))) {
            s.branch(new Event(Event.Kind.BRANCH, selector.span(), "when no label matches"));
            go(e, s);
          }
        }
        case Edge.Guard.Always _, Edge.Guard.Taken _ -> go(e, v.state().copy());
      }
    }
  }

  private boolean matches(State state, Symbol value, org.zaudit.flow.Edge.Range label) {
    Symbol low = evaluator.value(label.low(), state).getFirst().value();
    if (label.low().equals(label.high())) {
      return state.assumeTruth(Arithmetic.apply("==", value, low), true);
    }
    Symbol high = evaluator.value(label.high(), state).getFirst().value();
    return state.assumeTruth(Arithmetic.apply(">=", value, low), true)
        && state.assumeTruth(Arithmetic.apply("<=", value, high), true);
  }

  private boolean differs(State state, Symbol value, org.zaudit.flow.Edge.Range label) {
    Symbol low = evaluator.value(label.low(), state).getFirst().value();
    return !label.low().equals(label.high())
        || state.assumeTruth(Arithmetic.apply("==", value, low), false);
  }

  /** The loop variable of an unknown loop macro has any value in each round. */
  private List<State> anyTimes(Expression.Call head, State state) {
    int ordinal = 0;
    for (Expression argument : head.arguments()) {
      boolean second =
          ordinal == 1
              && head.callee() instanceof Expression.Name(_, String name)
              && name.toLowerCase(java.util.Locale.ROOT).contains("safe");
      if ((ordinal == 0 || second)
          && argument instanceof Expression.Name(_, String variable)
          && evaluator.isLocal(variable)) {
        Symbol any = state.fresh(new Made(sites.of(head, evaluator.node(), ""), ordinal));
        references.assign(state, Location.local(variable), any, head.span(), variable);
      }
      ordinal++;
    }
    return List.of(state);
  }
}
