package org.zaudit.analysis;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import org.zaudit.analysis.Evaluator.Valued;
import org.zaudit.analysis.Symbol.Aged;
import org.zaudit.analysis.Symbol.Content;
import org.zaudit.analysis.Symbol.Made;
import org.zaudit.analysis.Symbol.Merged;
import org.zaudit.flow.ControlFlowGraph;
import org.zaudit.flow.Edge;
import org.zaudit.flow.Node;
import org.zaudit.syntax.Expression;

/**
 * Follows all paths of a graph, states of the same shape joined where paths meet (property
 * simulation: Das, Lerner, Seigle, ESP, PLDI 2002), until nothing new comes. Nodes are taken in
 * reverse post-order.
 */
final class Explorer {
  private final ControlFlowGraph graph;
  private final Loops loops;
  private final Evaluator evaluator;
  private final References references;
  private final Sites sites;
  private final List<Map<State.Shape, State>> standing = new ArrayList<>();
  private final List<Set<State.Shape>> waiting = new ArrayList<>();
  private final PriorityQueue<Work> queue =
      new PriorityQueue<>(
          java.util.Comparator.comparingInt(Work::rank).thenComparingLong(Work::number));
  private final List<State> exits = new ArrayList<>();
  private long number;
  private int steps;
  private boolean bounded;

  /** A state to go on with: that one, or whatever stands at the node under that shape. */
  private record Work(
      int rank, long number, int node, Optional<State> state, Optional<State.Shape> shape) {}

  Explorer(ControlFlowGraph graph, Evaluator evaluator, References references, Sites sites) {
    this.graph = graph;
    this.loops = new Loops(graph);
    this.evaluator = evaluator;
    this.references = references;
    this.sites = sites;
    graph
        .nodes()
        .forEach(_ -> {
          standing.add(new HashMap<>());
          waiting.add(new HashSet<>());
        });
  }

  boolean bounded() {
    return bounded;
  }

  /** The states at the exit. */
  List<State> run(State entry) {
    push(0, entry);
    while (!queue.isEmpty()) {
      Work work = queue.poll();
      if (++steps > Bounds.STEPS) {
        bounded = true;
        break;
      }
      work.shape().ifPresent(waiting.get(work.node())::remove);
      State state =
          work.state().orElseGet(() -> standing(work.node(), work.shape().orElseThrow()).copy());
      evaluator.at(work.node());
      step(graph.nodes().get(work.node()), state);
    }
    return exits;
  }

  private State standing(int node, State.Shape shape) {
    return Objects.requireNonNull(standing.get(node).get(shape));
  }

  private void push(int node, State state) {
    queue.add(new Work(loops.rank(node), number++, node, Optional.of(state), Optional.empty()));
  }

  private void go(Edge edge, State state) {
    int to = edge.to();
    if (graph.nodes().get(to) instanceof Node.Exit) {
      exits.add(state);
      return;
    }
    if (!loops.isJoin(to)) {
      push(to, state);
      return;
    }
    if (loops.isBack(edge)) {
      nextRound(state, to);
    }
    Merge.tidy(state);
    Map<State.Shape, State> here = standing.get(to);
    State.Shape shape = state.shape();
    State before = here.get(shape);
    if (before == null && loops.isBack(edge)) {
      before = withEmptyRuns(here, state);
      if (before != null) {
        here.put(shape, before);
      }
    }
    if (before == null) {
      if (here.size() >= Bounds.STATES_PER_NODE) {
        bounded = true;
        return;
      }
      here.put(shape, state);
      again(to, shape);
      return;
    }
    State joined = Merge.of(before, state, to, loops.isHead(to));
    Merge.tidy(joined);
    if (!Merge.same(joined, before)) {
      here.put(shape, joined);
      again(to, shape);
    }
  }

  private void again(int node, State.Shape shape) {
    if (waiting.get(node).add(shape)) {
      queue.add(new Work(loops.rank(node), number++, node, Optional.empty(), Optional.of(shape)));
    }
  }

  /**
   * A state comes round a loop: what its elements and values were called belongs to the round
   * before.
   */
  private void nextRound(State state, int head) {
    Runs.fold(state, head);
    state.rewrite(s ->
        switch (s) {
          case Merged(int node, _) when loops.contains(head, node) -> new Aged(s);
          case Made(int site, _) when loops.contains(head, sites.node(site)) -> new Aged(s);
          case Aged(Aged inner) -> inner;
          default -> s;
        });
    Runs.age(state);
  }

  /**
   * A state that stands at the head, seen as one in which the runs of {@code arriving} are empty;
   * null when none fits.
   */
  private static @org.jspecify.annotations.Nullable State withEmptyRuns(
      Map<State.Shape, State> here, State arriving) {
    for (State candidate :
        here.values().stream()
            .sorted(java.util.Comparator.comparingInt(s -> s.trail.length()))
            .toList()) {
      State copy = candidate.copy();
      boolean fits = true;
      for (Segment run : arriving.segments) {
        if (copy.segments.stream().noneMatch(s -> s.shape().equals(run.shape()))) {
          Optional<Segment> empty = Runs.empty(run, arriving, candidate);
          empty.ifPresent(copy.segments::add);
          fits &= empty.isPresent();
        }
      }
      if (fits && copy.shape().equals(arriving.shape())) {
        copy.trail = arriving.trail;
        return copy;
      }
    }
    return null;
  }

  private void step(Node node, State state) {
    List<Edge> edges = graph.successors().get(node.id());
    switch (node) {
      case Node.Entry _, Node.Exit _, Node.Label _, Node.Unknown _ -> all(edges, state);
      case Node.Declare(_, _, String name, _) -> {
        Location variable = Location.local(name);
        state.memory.keySet().removeIf(l -> l.startsWith(variable));
        all(edges, state);
      }
      case Node.Evaluate(_, _, Expression expression) ->
          evaluator.value(expression, state).forEach(v -> all(edges, v.state()));
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
          references.lostIfNameless(state, s, leave.span(), "leaves the scope of its only name"));
    }
  }

  private void branch(Node.Branch branch, List<Edge> edges, Valued v) {
    Range truth = v.state().range(v.value());
    boolean open = truth.containsZero() && !truth.isExactly(0);
    for (Edge e : edges) {
      if (e.guard() instanceof Edge.Guard.Taken(boolean taken)) {
        State s = v.state().copy();
        if (s.assumeTruth(v.value(), taken)) {
          if (open) {
            s.branch(
                new Event(
                    Event.Kind.BRANCH,
                    branch.span(),
                    taken ? "when this is true" : "when this is false"));
          }
          s.unify();
          if (!taken) {
            Runs.atEnd(s, v.value(), branch.id(), loops);
          }
          go(e, s);
        }
      } else {
        go(e, v.state().copy());
      }
    }
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

  /** Runs of array elements in loops. */
  static final class Runs {
    private Runs() {}

    /**
     * Elements {@code a[i]} taken or given up in the round that ends become part of a run, when
     * {@code i} moves on by one.
     */
    static void fold(State state, int head) {
      forgetIndices(state);
      for (Holding.Key key : List.copyOf(state.holdings.keySet())) {
        Holding held = state.holdings.get(key);
        if (held == null
            || held.net() == 0
            || held.owned()
            || !(key.object() instanceof Content(Location slot))
            || !isElement(slot)) {
          continue;
        }
        Symbol now = state.memory.getOrDefault(slot, key.object());
        if (held.net() < 0 && !now.equals(key.object())) {
          state.holdings.remove(key);
          replaced(state, now);
          continue;
        }
        Symbol index = slot.lastIndex();
        Symbol next = Arithmetic.apply("+", index, Symbol.Constant.ONE);
        boolean ascends = state.memory.values().stream().anyMatch(next::equals);
        if (!ascends && index.visibleToCaller()) {
          continue; // a slot that does not depend on the loop
        }
        state.holdings.remove(key);
        if (held.net() > 0 || !cancels(state, slot)) {
          extend(state, key, held, slot, index, next, ascends, head);
        }
      }
    }

    /**
     * Slots filled with held objects in the round that ends: which ones they were is forgotten,
     * that they are of this array is not.
     */
    private static void forgetIndices(State state) {
      Map<Location, Symbol> filled = new java.util.LinkedHashMap<>();
      state.memory.forEach((l, v) -> {
        boolean moved =
            state.memory.containsValue(Arithmetic.apply("+", l.lastIndex(), Symbol.Constant.ONE));
        boolean held =
            state.holdings.entrySet().stream()
                .anyMatch(e ->
                    e.getValue().owned()
                        && e.getValue().net() > 0
                        && e.getKey().object().equals(v.object()));
        if (held && moved && isElement(l)) {
          filled.put(l, v);
        }
      });
      filled.forEach((l, v) -> {
        state.memory.remove(l);
        state.memory.put(l.array().at(Symbol.Aged.ANY_INDEX), v);
      });
    }

    private static boolean isElement(Location slot) {
      return slot.steps().isEmpty()
          ? slot.base() instanceof Location.Pointee
          : slot.steps().getLast() instanceof Location.At;
    }

    /** The slots were filled by this function: what is given back is what was put in. */
    private static boolean cancels(State state, Location slot) {
      return state
          .holdings
          .entrySet()
          .removeIf(e ->
              e.getValue().owned()
                  && e.getValue().net() > 0
                  && state.namesOf(e.getKey().object()).stream()
                      .anyMatch(l -> !l.equals(slot) && l.array().equals(slot.array())));
    }

    /**
     * The slot was given another object: with the slot go the references that this function holds
     * on it.
     */
    private static void replaced(State state, Symbol now) {
      state
          .holdings
          .entrySet()
          .removeIf(e -> e.getKey().object().equals(now) && e.getValue().net() > 0);
    }

    private static void extend(
        State state,
        Holding.Key key,
        Holding held,
        Location slot,
        Symbol index,
        Symbol next,
        boolean ascends,
        int head) {
      Segment.Way way = held.net() < 0 ? Segment.Way.RELEASED : Segment.Way.ACQUIRED;
      Optional<Segment> known =
          state.segments.stream()
              .filter(s ->
                  s.way() == way
                      && !s.act().inherited()
                      && s.array().equals(slot.array())
                      && s.resource().equals(key.resource())
                      && s.rule().equals(key.rule()))
              .findFirst();
      boolean first = !(index instanceof Merged(int node, _) && node == head);
      known.ifPresent(state.segments::remove);
      boolean all = ascends && known.map(s -> s.all() && s.to().equals(index)).orElse(first);
      Symbol from = known.map(Segment::from).orElse(index);
      Segment run =
          new Segment(
              slot.array(),
              all ? from : Symbol.Constant.ZERO,
              all ? next : Symbol.Constant.ZERO,
              key.rule(),
              key.resource(),
              held.kind(),
              way,
              all,
              held.net() < 0 ? held.release() : held.acquire(),
              key.object());
      state.segments.add(run);
    }

    /**
     * Runs whose length is found where it outlives the function belong to their container; bounds
     * of the rounds before mean nothing here.
     */
    static void age(State state) {
      List<Segment> kept = new ArrayList<>();
      for (Segment s : state.segments) {
        if (s.way() == Segment.Way.ACQUIRED && Exits.lengthIsKnown(state, s)) {
          continue;
        }
        kept.add(s);
      }
      state.segments.clear();
      state.segments.addAll(kept);
    }

    /**
     * The run, empty, in a state that has not been round: from where a variable stands that ends
     * the run in the other state.
     */
    static Optional<Segment> empty(Segment run, State arriving, State candidate) {
      if (!run.all()) {
        return Optional.of(run);
      }
      for (Map.Entry<Location, Symbol> e : arriving.memory.entrySet()) {
        if (e.getValue().equals(run.to()) && run.from().equals(candidate.memory.get(e.getKey()))) {
          return Optional.of(run.upTo(run.from()));
        }
      }
      return Optional.empty();
    }

    /** A run that was taken and given back in full is no more. */
    private static void settle(State state) {
      for (Segment given : List.copyOf(state.segments)) {
        if (given.way() == Segment.Way.RELEASED && given.all() && !given.act().inherited()) {
          Optional<Segment> taken =
              state.segments.stream()
                  .filter(s ->
                      s.way() == Segment.Way.ACQUIRED
                          && s.array().equals(given.array())
                          && s.resource().equals(given.resource()))
                  .filter(s -> s.from().equals(given.from()) && s.to().equals(given.to()))
                  .findFirst();
          taken.ifPresent(t -> {
            state.segments.remove(t);
            state.segments.remove(given);
          });
        }
      }
    }

    /**
     * Leaving {@code i < n} where a run ends at {@code i}: it ends at {@code n}, since {@code i}
     * went up by one.
     */
    static void atEnd(State state, Symbol condition, int node, Loops loops) {
      if (condition instanceof Symbol.Operation(String op, Symbol i, Symbol n)
          && (op.equals("<") || op.equals("!="))
          && loops.isInside(node)) {
        state.segments.replaceAll(s -> s.all() && s.to().equals(i) ? s.upTo(n) : s);
        settle(state);
      }
    }
  }
}
