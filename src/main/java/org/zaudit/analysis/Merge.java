package org.zaudit.analysis;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.zaudit.analysis.Symbol.Constant;
import org.zaudit.analysis.Symbol.Merged;

/**
 * Joins two states of the same shape at a node: what they agree on stays, the rest becomes values
 * of that node.
 */
final class Merge {
  private record Pair(Symbol left, Symbol right) {}

  private final State left;
  private final State right;
  private final int node;
  private final boolean widen;
  private final Map<Pair, Symbol> merged = new HashMap<>();

  /** Arguments that one of two paths stored where the caller finds them, and the other did not. */
  private final Set<Symbol> storedOnOneSide = new HashSet<>();

  private Merge(State left, State right, int node, boolean widen) {
    this.left = left;
    this.right = right;
    this.node = node;
    this.widen = widen;
  }

  /**
   * The join; {@code left} is the state that stands at the node so far, whose trail comes first.
   * Neither is changed.
   */
  static State of(State left, State right, int node, boolean widen) {
    return new Merge(left, right, node, widen).join();
  }

  private State join() {
    State result = new State(left.trail.or(right.trail));
    result.condition = left.condition.or(right.condition);
    Map<Symbol, Range> facts = new LinkedHashMap<>();
    left.memory.forEach((location, a) ->
        result.memory.put(location, joined(a, right.read(location), location, facts)));
    right.memory.forEach((location, b) -> {
      if (!left.memory.containsKey(location)) {
        result.memory.put(location, joined(left.read(location), b, location, facts));
      }
    });
    joinFacts(facts);
    if (!merged.isEmpty()) {
      Map<Symbol, List<Symbol>> ofLeft = byOperand(left);
      Map<Symbol, List<Symbol>> ofRight = byOperand(right);
      new LinkedHashMap<>(merged)
          .forEach((pair, value) -> joinDerived(pair, value, ofLeft, ofRight, facts));
    }
    result.facts.putAll(facts);
    left.holdings.forEach((k, h) -> joinHolding(k, h, result));
    right.holdings.forEach((k, h) -> {
      if (!left.holdings.containsKey(k)) {
        joinHolding(k, h, result);
      }
    });
    for (Segment s : left.segments) {
      joinSegment(s).ifPresent(result.segments::add);
    }
    result.ended.addAll(left.ended);
    result.alsoDid(left);
    result.alsoDid(right);
    result.past = left.past.or(right.past).handsOn(storedOnOneSide);
    left.pending.forEach((s, p) -> {
      if (right.pending.containsKey(s)) {
        result.pending.put(s, p);
      }
    });
    if (left.returned.isPresent() && right.returned.isPresent()) {
      Symbol a = left.returned.get();
      Symbol b = right.returned.get();
      result.returned =
          Optional.of(a.equals(b) ? a : merged(a, b, Location.local("return"), result.facts));
    }
    return result;
  }

  private Symbol joined(Symbol a, Symbol b, Location location, Map<Symbol, Range> facts) {
    if (a.equals(b) || isSame(a, right, b) || isInAnotherSlot(a, location, right)) {
      return a;
    }
    if (isSame(b, left, a) || isInAnotherSlot(b, location, left)) {
      return b;
    }
    noteStored(a, location);
    noteStored(b, location);
    return merged(a, b, location, facts);
  }

  /**
   * Whether a value is, in a state, what a location holds there: both are the same constant, or it
   * is NULL and nothing was ever stored there, in an object that is new. So what is linked to a
   * list's head is linked to it whether the list was empty or not.
   */
  private static boolean isSame(Symbol value, State state, Symbol held) {
    return switch (held) {
      case Constant(long n) -> !(value instanceof Constant) && state.range(value).isExactly(n);
      case Symbol.Content(Location(Location.Pointee(Symbol.Made _), _, _)) ->
          state.range(value).isExactly(0);
      default -> false;
    };
  }

  /** An argument that was put into some element of an array, whichever it was on either path. */
  private static boolean isInAnotherSlot(Symbol value, Location slot, State other) {
    return Symbol.Argument.isKeptBy(value)
        && slot.visibleToCallerOrAged()
        && other.memory.entrySet().stream()
            .anyMatch(e -> e.getValue().equals(value) && e.getKey().array().equals(slot.array()));
  }

  private void noteStored(Symbol value, Location location) {
    if (value.object() instanceof Symbol.Argument argument && location.visibleToCaller()) {
      storedOnOneSide.add(argument);
    }
  }

  private Symbol merged(Symbol a, Symbol b, Location location, Map<Symbol, Range> facts) {
    Symbol value = new Merged(node, location);
    Range before = left.range(a);
    Range range = before.union(right.range(b));
    facts.put(value, widen && a.equals(value) ? before.widen(range) : range);
    merged.putIfAbsent(new Pair(a, b), value);
    return value;
  }

  /**
   * What both know of the same value; and of a merged value relative to another, when both know it
   * of their own.
   */
  private void joinFacts(Map<Symbol, Range> facts) {
    left.facts.forEach((s, r) -> {
      Range other = right.facts.get(s);
      if (other != null && !facts.containsKey(s)) {
        Range union = r.equals(other) ? r : r.union(right.range(s));
        Range kept = widen ? r.widen(union) : union;
        if (!kept.isAny()) {
          facts.put(s, kept);
        }
      }
    });
    facts.values().removeIf(Range::isAny);
  }

  /**
   * What each knows of its value relative to a third, or of single bits of it, both know of the
   * merged value in the union.
   */
  private void joinDerived(
      Pair pair,
      Symbol value,
      Map<Symbol, List<Symbol>> ofLeft,
      Map<Symbol, List<Symbol>> ofRight,
      Map<Symbol, Range> facts) {
    Set<Symbol> asked = new LinkedHashSet<>();
    ofLeft
        .getOrDefault(pair.left(), List.of())
        .forEach(s -> about(s, pair.left(), value).ifPresent(asked::add));
    ofRight
        .getOrDefault(pair.right(), List.of())
        .forEach(s -> about(s, pair.right(), value).ifPresent(asked::add));
    flags(pair.left()).forEach(bits -> asked.add(Arithmetic.apply("&", value, bits)));
    flags(pair.right()).forEach(bits -> asked.add(Arithmetic.apply("&", value, bits)));
    joinBits(pair, value, facts);
    for (Symbol question : asked) {
      Range a = left.range(question.rewrite(s -> s.equals(value) ? pair.left() : s));
      Range union = a.union(right.range(question.rewrite(s -> s.equals(value) ? pair.right() : s)));
      Range kept = widen && left.facts.containsKey(question) ? a.widen(union) : union;
      if (!kept.isAny()) {
        facts.putIfAbsent(question, kept);
      }
    }
  }

  /** What a state knows of values worked out from two others, by each of these. */
  private static Map<Symbol, List<Symbol>> byOperand(State state) {
    Map<Symbol, List<Symbol>> facts = new HashMap<>();
    for (Symbol fact : state.facts.keySet()) {
      if (fact instanceof Symbol.Operation(_, Symbol a, Symbol b)) {
        facts.computeIfAbsent(a, _ -> new ArrayList<>(2)).add(fact);
        if (!b.equals(a)) {
          facts.computeIfAbsent(b, _ -> new ArrayList<>(2)).add(fact);
        }
      }
    }
    return facts;
  }

  /** The fact, asked of the merged value, when it is about {@code part} and a third. */
  private static Optional<Symbol> about(Symbol fact, Symbol part, Symbol value) {
    if (part instanceof Constant
        || !(fact instanceof Symbol.Operation(String op, Symbol a, Symbol b))) {
      return Optional.empty();
    }
    if (a.equals(part) && !b.mentions(part)) {
      return Optional.of(new Symbol.Operation(op, value, b));
    }
    return b.equals(part) && !a.mentions(part)
        ? Optional.of(new Symbol.Operation(op, a, value))
        : Optional.empty();
  }

  /**
   * A word of flags and the same word with more of them: those that both have, the merged word has.
   */
  private static void joinBits(Pair pair, Symbol value, Map<Symbol, Range> facts) {
    if (pair.left() instanceof Constant(long a)
        && pair.right() instanceof Constant(long b)
        && (a & b) > 0
        && ((a & b) == a || (a & b) == b)) {
      for (long common = a & b; common != 0; common &= common - 1) {
        long bit = Long.lowestOneBit(common);
        facts.putIfAbsent(Arithmetic.apply("&", value, new Constant(bit)), Range.exactly(bit));
      }
    }
  }

  /** The bits that an expression sets or clears by name. */
  private static List<Symbol> flags(Symbol s) {
    return switch (s) {
      case Symbol.Operation(String op, Symbol a, Symbol b)
          when op.equals("|") && (b instanceof Constant || b instanceof Symbol.Named) ->
          with(flags(a), b);
      case Symbol.Operation(String op, Symbol a, Symbol.Operation(String not, Symbol b, _))
          when op.equals("&") && not.equals("~") ->
          with(flags(a), b);
      case Symbol.Operation(String op, Symbol a, Constant(long kept))
          when op.equals("&") && kept < 0 ->
          with(flags(a), new Constant(~kept));
      default -> List.of();
    };
  }

  private static List<Symbol> with(List<Symbol> list, Symbol one) {
    List<Symbol> longer = new ArrayList<>(list);
    longer.add(one);
    return longer;
  }

  private void joinHolding(Holding.Key key, Holding holding, State result) {
    Holding a = left.holdings.get(key);
    Holding b = right.holdings.get(key);
    Holding kept = a != null ? a : holding;
    if (kept.isLodged() && !isLodgedAlike(key)) {
      return;
    }
    if (a != null && b != null && !b.shared().equals(a.shared())) {
      kept = a.sharedWith(b.shared());
    }
    if (a != null && b != null && !a.match().equals(b.match())) {
      Map<String, Symbol> common = new LinkedHashMap<>(a.match());
      common.entrySet().removeIf(e -> !e.getValue().equals(b.match().get(e.getKey())));
      kept =
          new Holding(
              kept.net(),
              kept.owned(),
              kept.kind(),
              common,
              kept.acquire(),
              kept.release(),
              kept.done(),
              kept.shared());
    }
    boolean done = a != null && b != null && a.done() && b.done();
    result.holdings.put(key, kept.done() == done ? kept : kept.notDone());
  }

  /**
   * What a callee left inside an object, or took out of one, here and elsewhere, or nowhere, there:
   * where it is can no longer be said, so it is left to the owners of those objects.
   */
  private boolean isLodgedAlike(Holding.Key key) {
    return left.holdings.containsKey(key)
        && right.holdings.containsKey(key)
        && Set.copyOf(left.namesOf(key.object())).equals(Set.copyOf(right.namesOf(key.object())));
  }

  private Optional<Segment> joinSegment(Segment s) {
    List<Segment> others =
        right.segments.stream().filter(o -> o.shape().equals(s.shape())).toList();
    if (others.isEmpty()) {
      return Optional.of(s);
    }
    Segment o = others.getFirst();
    if (!s.all()) {
      return Optional.of(s);
    }
    Symbol from = bound(s.from(), o.from());
    Symbol to = bound(s.to(), o.to());
    if (from == null || to == null) {
      return Optional.of(
          new Segment(
              s.array(),
              Symbol.Constant.ZERO,
              Symbol.Constant.ZERO,
              s.rule(),
              s.resource(),
              s.kind(),
              s.way(),
              s.way() == Segment.Way.ACQUIRED,
              s.act(),
              s.element()));
    }
    return Optional.of(
        new Segment(
            s.array(),
            from,
            to,
            s.rule(),
            s.resource(),
            s.kind(),
            s.way(),
            true,
            s.act(),
            s.element()));
  }

  /** Where a run ends: at what a variable holds, or one behind that. */
  private @org.jspecify.annotations.Nullable Symbol bound(Symbol a, Symbol b) {
    if (a.equals(b)) {
      return a;
    }
    Symbol here = merged.get(new Pair(a, b));
    Symbol before = here != null ? here : merged.get(new Pair(Runs.before(a), Runs.before(b)));
    return here != null || before == null ? here : Runs.next(before);
  }

  /** True when the two say the same. */
  static boolean same(State a, State b) {
    return a.memory.equals(b.memory)
        && a.facts.equals(b.facts)
        && a.holdings.equals(b.holdings)
        && a.segments.equals(b.segments)
        && a.returned.equals(b.returned)
        && a.condition.equals(b.condition)
        && a.past.equals(b.past)
        && a.allocations.equals(b.allocations)
        && a.pending.keySet().equals(b.pending.keySet());
  }

  /**
   * Drops what nothing can ask for any more: facts on values of earlier points that are named
   * nowhere. Linear in the size of all symbols.
   */
  static void tidy(State state) {
    List<Symbol> passing = new ArrayList<>();
    for (Symbol fact : state.facts.keySet()) {
      if (!fact.visibleToCaller()) {
        passing.add(fact);
      }
    }
    if (passing.isEmpty()) {
      return;
    }
    Set<Symbol> alive = new HashSet<>(state.memory.values());
    state.holdings.keySet().forEach(k -> alive.add(k.object()));
    state.returned.ifPresent(alive::add);
    passing.removeIf(fact -> isAlive(fact, alive));
    if (passing.isEmpty()) {
      return;
    }
    Set<Symbol> mentioned = new HashSet<>();
    alive.forEach(v ->
        v.anyPart(part -> {
          mentioned.add(part);
          return false;
        }));
    for (Symbol fact : passing) {
      if (!isAskedFor(fact, alive, mentioned)
          && !fact.anyPart(
              part -> part instanceof Symbol.Content(Location l) && canBeRead(state, l, alive))) {
        state.facts.remove(fact);
      }
    }
  }

  /** Something known is that value, or that value alone of two. */
  private static boolean isAlive(Symbol fact, Set<Symbol> alive) {
    return alive.contains(fact)
        || fact instanceof Symbol.Operation(_, Symbol a, Symbol b)
            && (alive.contains(a) || !(b instanceof Constant) && alive.contains(b));
  }

  private static boolean isAskedFor(Symbol fact, Set<Symbol> alive, Set<Symbol> mentioned) {
    return switch (fact) {
      case Symbol.Operation(_, Symbol a, Symbol b) ->
          alive.contains(fact)
              || isAskedForPart(a, alive, mentioned)
              || (!(b instanceof Constant) && isAskedForPart(b, alive, mentioned));
      default -> mentioned.contains(fact);
    };
  }

  /** Nothing was stored there since, and it is a member of a variable or of something known. */
  private static boolean canBeRead(State state, Location location, Set<Symbol> alive) {
    return !state.memory.containsKey(location)
        && switch (location.base()) {
          case Location.Local _ -> !location.steps().isEmpty();
          case Location.Global _ -> true;
          case Location.Pointee(Symbol pointer) -> alive.contains(pointer);
        };
  }

  private static boolean isAskedForPart(Symbol part, Set<Symbol> alive, Set<Symbol> mentioned) {
    return mentioned.contains(part) || part.anyPart(alive::contains);
  }
}
