package org.zaudit.analysis;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.zaudit.analysis.Holding.Key;
import org.zaudit.analysis.Symbol.Constant;
import org.zaudit.analysis.Symbol.Content;
import org.zaudit.analysis.Symbol.Operation;
import org.zaudit.source.Condition;
import org.zaudit.source.Span;

/**
 * What is known at one point of one path. Changed in place by the transfer functions; {@link #copy}
 * where paths part. One thread.
 */
final class State {
  final Map<Location, Symbol> memory;
  final Map<Symbol, Range> facts;
  final Map<Key, Holding> holdings;
  final List<Segment> segments;

  /** What follows from the facts. */
  private final Reasoning reasoning;

  /** Names of released arrays and other containers that this function ended. */
  final Set<Location> ended;

  /** The values of sites that this path may know by now, by {@link Sites#index}. */
  private final BitSet made = new BitSet();

  /** Names of earlier rounds that stand for more than one object. */
  private final Set<Symbol> several = new HashSet<>();

  /** What came to be on the way here. */
  final Allocations allocations = new Allocations();

  Past past = Past.NOTHING;

  /** Acquires that wait for a store. */
  final Map<Symbol, Pending> pending = new LinkedHashMap<>();

  record Pending(References.Subject subject, Holding.Act act, List<List<String>> storedIn) {}

  /** Where the summaries that led here hold, beside the configuration. */
  Condition condition = Condition.always();

  Trail trail;
  Optional<Symbol> returned = Optional.empty();

  State(Trail trail) {
    this(
        new LinkedHashMap<>(),
        new LinkedHashMap<>(),
        new LinkedHashMap<>(),
        new ArrayList<>(),
        new HashSet<>(),
        trail);
  }

  private State(
      Map<Location, Symbol> memory,
      Map<Symbol, Range> facts,
      Map<Key, Holding> holdings,
      List<Segment> segments,
      Set<Location> ended,
      Trail trail) {
    this.memory = memory;
    this.facts = facts;
    this.reasoning = new Reasoning(facts);
    this.holdings = holdings;
    this.segments = segments;
    this.ended = ended;
    this.trail = trail;
  }

  State copy() {
    State copy =
        new State(
            new LinkedHashMap<>(memory),
            new LinkedHashMap<>(facts),
            new LinkedHashMap<>(holdings),
            new ArrayList<>(segments),
            new HashSet<>(ended),
            trail);
    copy.returned = returned;
    copy.condition = condition;
    copy.pending.putAll(pending);
    copy.made.or(made);
    copy.several.addAll(several);
    copy.allocations.addAll(allocations);
    copy.past = past;
    return copy;
  }

  /** The number of things known. */
  int size() {
    return memory.size() + facts.size();
  }

  /** The value at a location; what stood there at first when nothing was stored since. */
  Symbol read(Location location) {
    return read(location, Bounds.COPIES);
  }

  private Symbol read(Location location, int copies) {
    Symbol known = memory.get(location);
    return known != null
        ? known
        : copied(location, copies)
            .orElseGet(() -> isZero(location) ? Constant.ZERO : new Content(location));
  }

  /**
   * A member or an element of a new object that was all zero, to which nothing was stored since.
   */
  private boolean isZero(Location location) {
    boolean isZeroed =
        switch (location.base()) {
          case Location.Pointee(Symbol object) ->
              !location.steps().isEmpty() && allocations.isZeroed(object);
          case Location.Local(String name) ->
              allocations.isZeroed(new Symbol.Address(Location.local(name)));
          case Location.Global _ -> false;
        };
    return isZeroed && isUnstored(location);
  }

  /**
   * Nothing but NULL was stored to an element of an array that may be this one by another index.
   */
  private boolean isUnstored(Location location) {
    List<Location.Step> steps = location.steps();
    for (int n = 0; n < steps.size(); n++) {
      if (steps.get(n) instanceof Location.At(Symbol index) && !(index instanceof Constant)) {
        Location array = new Location(location.base(), steps.subList(0, n));
        for (Map.Entry<Location, Symbol> e : memory.entrySet()) {
          if (e.getKey().startsWith(array) && !e.getValue().equals(Constant.ZERO)) {
            return false;
          }
        }
      }
    }
    return true;
  }

  /**
   * Something is stored to an element that may be any of its array: the others need not be zero.
   */
  void forgetZerosBeside(Location element) {
    List<Location.Step> steps = element.steps();
    for (int n = 0; n < steps.size(); n++) {
      if (steps.get(n) instanceof Location.At(Symbol index) && !(index instanceof Constant)) {
        switch (element.base()) {
          case Location.Pointee(Symbol object) -> allocations.isWritten(object);
          case Location.Local(String name) ->
              allocations.isWritten(new Symbol.Address(Location.local(name)));
          case Location.Global _ -> {}
        }
        for (int m = 0; m <= n; m++) {
          Symbol whole = memory.get(new Location(element.base(), steps.subList(0, m)));
          if (whole != null) {
            allocations.isWritten(whole);
          }
        }
        return;
      }
    }
  }

  /**
   * A member of a structure that was stored to as a whole: the same member of what was stored.
   *
   * @param copies how many may be gone through: two structures may have been copied to each other
   */
  private Optional<Symbol> copied(Location location, int copies) {
    List<Location.Step> steps = location.steps();
    if (copies == 0) {
      return Optional.empty();
    }
    if (!isUnstored(location)) {
      return Optional.empty();
    }
    for (int n = steps.size() - 1; n >= 0; n--) {
      Symbol whole = memory.get(new Location(location.base(), steps.subList(0, n)));
      // Of an array, what stands at its beginning is its first element.
      if (whole != null && steps.get(n) instanceof Location.Field) {
        Location of = whole instanceof Content(Location l) ? l : Location.pointee(whole);
        for (Location.Step step : steps.subList(n, steps.size())) {
          of = of.with(step);
        }
        return Optional.of(read(of, copies - 1));
      }
    }
    return Optional.empty();
  }

  private static final String LEADS_TO = "leads to";

  /** Who has that value, which a callee found by way of the object, may find the object by it. */
  void leadsTo(Symbol value, Symbol object) {
    facts.put(new Symbol.Operation(LEADS_TO, value, object), Range.exactly(1));
  }

  /** The values that lead to it. */
  Stream<Symbol> leadingTo(Symbol object) {
    return facts.keySet().stream()
        .mapMulti((fact, found) -> {
          if (fact instanceof Symbol.Operation(String operator, Symbol value, Symbol to)
              && operator.equals(LEADS_TO)
              && to.equals(object)) {
            found.accept(value);
          }
        });
  }

  Range range(Symbol symbol) {
    return reasoning.range(symbol);
  }

  /**
   * Takes in that the value lies in the range. False when it cannot: no execution takes this path.
   */
  boolean assume(Symbol symbol, Range range) {
    return reasoning.assume(symbol, range);
  }

  /** Takes in that a condition was true, or false. False as above. */
  boolean assumeTruth(Symbol condition, boolean truth) {
    return reasoning.assumeTruth(condition, truth);
  }

  /** Some value that the location has at a node, of which nothing is known. */
  Symbol mergedAt(int node, Location location) {
    Symbol value = new Symbol.Merged(node, location);
    facts.keySet().removeIf(s -> s.mentions(value));
    return value;
  }

  /** What this path has done to it; {@link Holding#none()} where it has done nothing. */
  Holding holding(Key key) {
    return holdings.getOrDefault(key, Holding.none());
  }

  /**
   * A variable comes into being: nothing is known of it. In another round of a loop it is another
   * object, so that what was given back there is not given back again here.
   */
  void forget(String variable) {
    Location place = Location.local(variable);
    holdings
        .entrySet()
        .removeIf(e ->
            e.getValue().net() <= 0
                && e.getKey().object() instanceof Symbol.Address(Location l)
                && l.startsWith(place));
    memory.keySet().removeIf(l -> l.startsWith(place));
    facts
        .keySet()
        .removeIf(
            s -> s.anyPart(part -> part instanceof Content(Location l) && l.startsWith(place)));
  }

  /**
   * Variables that nobody reads any more. One that still names what this function deals in stays:
   * as long as an object has a name it is not lost.
   */
  void forgetVariables(Predicate<String> dead) {
    Set<Symbol> dealtIn = new HashSet<>();
    holdings.keySet().forEach(k -> dealtIn.add(k.object()));
    memory
        .entrySet()
        .removeIf(e ->
            e.getKey().base() instanceof Location.Local(String name)
                && dead.test(name)
                && !dealtIn.contains(e.getValue())
                && !dealtIn.contains(e.getValue().object()));
  }

  /**
   * A value that came to be here and is known to equal one that the caller can name is that one
   * from now on.
   */
  void unify() {
    List<Symbol> nothing = new ArrayList<>();
    facts.forEach((s, range) -> {
      if (range.isExactly(0)) {
        nothing.add(s);
      }
    });
    for (Symbol difference : nothing) {
      if (difference instanceof Operation(String op, Symbol a, Symbol b) && op.equals("-")) {
        if (isNew(a) && b.visibleToCaller()) {
          rewrite(s -> s.equals(a) ? b : s);
        } else if (isNew(b) && a.visibleToCaller()) {
          rewrite(s -> s.equals(b) ? a : s);
        }
      }
    }
  }

  private boolean isNew(Symbol s) {
    return (s instanceof Symbol.Made || s instanceof Symbol.Merged)
        && holdings.keySet().stream().noneMatch(k -> k.object().equals(s));
  }

  /**
   * Replaces symbols throughout. Where two entries fall together, the first stays, unless the other
   * is the name of something held.
   */
  void rewrite(UnaryOperator<Symbol> change) {
    Set<Symbol> held = new HashSet<>();
    holdings.forEach((k, h) -> {
      if (h.net() > 0) {
        held.add(k.object().rewrite(change));
      }
    });
    Map<Location, Symbol> newMemory = new LinkedHashMap<>();
    memory.forEach((l, s) ->
        newMemory.merge(
            l.rewrite(change),
            s.rewrite(change),
            (first, other) -> held.contains(first) || !held.contains(other) ? first : other));
    memory.clear();
    memory.putAll(newMemory);
    Map<Symbol, Range> newFacts = new LinkedHashMap<>();
    facts.forEach((s, r) -> {
      Symbol t = s.rewrite(change);
      if (!(t instanceof Constant)) {
        newFacts.merge(t, r, (x, y) -> t.equals(s) ? y : x);
      }
    });
    facts.clear();
    facts.putAll(newFacts);
    Map<Key, Holding> newHoldings = new LinkedHashMap<>();
    holdings.forEach((k, h) ->
        newHoldings.merge(
            k.with(k.object().rewrite(change)),
            rewritten(h, change),
            (x, y) -> x.net() >= y.net() ? x : y));
    holdings.clear();
    holdings.putAll(newHoldings);
    allocations.rewrite(change);
    segments.replaceAll(s -> s.rewrite(change));
    returned = returned.map(s -> s.rewrite(change));
  }

  private static Holding rewritten(Holding h, UnaryOperator<Symbol> change) {
    if (h.match().isEmpty()) {
      return h;
    }
    Map<String, Symbol> match = new LinkedHashMap<>();
    h.match().forEach((k, s) -> match.put(k, s.rewrite(change)));
    return new Holding(
        h.net(), h.owned(), h.kind(), match, h.acquire(), h.release(), h.done(), h.shared());
  }

  /** What lies in one piece of memory lies in another from here on. */
  void moveContents(Symbol from, Symbol to) {
    Location.Base before = new Location.Pointee(from);
    Map<Location, Symbol> moved = new LinkedHashMap<>();
    memory.forEach((l, v) -> {
      if (l.base().equals(before)) {
        moved.put(l, v);
      }
    });
    moved.forEach((l, v) -> {
      memory.remove(l);
      memory.putIfAbsent(new Location(new Location.Pointee(to), l.steps()), v);
    });
  }

  boolean mentions(Symbol part) {
    return memory.entrySet().stream()
            .anyMatch(e -> e.getKey().mentions(part) || e.getValue().mentions(part))
        || facts.keySet().stream().anyMatch(s -> s.mentions(part))
        || holdings.keySet().stream().anyMatch(k -> k.object().mentions(part))
        || segments.stream()
            .anyMatch(
                s -> s.array().mentions(part) || s.from().mentions(part) || s.to().mentions(part));
  }

  /** A new value of that name: what had the name until now is of an earlier round. */
  Symbol fresh(Symbol.Made name) {
    int index = Sites.index(name);
    if (made.get(index) && mentions(name)) {
      forgetRoundsBefore(name::equals);
      rewrite(s -> s.equals(name) ? new Symbol.Aged(name) : s);
    }
    made.set(index);
    return name;
  }

  /**
   * One name stands for the objects of all earlier rounds of a loop. That one of them was given
   * back says nothing of the younger one that joins them.
   */
  void forgetRoundsBefore(Predicate<Symbol> joins) {
    // NULL is no object that could be taken for those of other rounds.
    memory.replaceAll((_, v) -> joins.test(v) && range(v).isExactly(0) ? Symbol.Constant.ZERO : v);
    Set<Symbol> values = new HashSet<>(memory.values());
    memory
        .keySet()
        .forEach(l -> {
          if (l.base() instanceof Location.Pointee(Symbol holder)) {
            values.add(holder);
          }
        });
    several.retainAll(values);
    for (Symbol young : values) {
      Symbol old = new Symbol.Aged(young);
      if (joins.test(young) && values.contains(old)) {
        several.add(old);
      }
    }
    holdings
        .entrySet()
        .removeIf(e ->
            e.getValue().net() <= 0
                && (isOfRoundBefore(e.getKey().object(), joins)
                    || joinsOthers(e.getKey().object(), joins, values)));
    segments.removeIf(
        s -> s.way() == Segment.Way.RELEASED && s.array().anyPart(part -> isOlder(part, joins)));
  }

  /** Some part of it gets the name that something else has already. */
  private static boolean joinsOthers(Symbol object, Predicate<Symbol> joins, Set<Symbol> values) {
    return object.anyPart(part -> joins.test(part) && values.contains(new Symbol.Aged(part)));
  }

  /** A number that was given back (a descriptor): the next round counts on to another. */
  void forgetNumbers() {
    holdings
        .entrySet()
        .removeIf(e -> e.getValue().net() <= 0 && e.getKey().object() instanceof Operation);
  }

  private static boolean isOfRoundBefore(Symbol object, Predicate<Symbol> joins) {
    return object.anyPart(part -> isOlder(part, joins));
  }

  private static boolean isOlder(Symbol part, Predicate<Symbol> joins) {
    return part instanceof Symbol.Aged(Symbol young) && joins.test(young);
  }

  /** True of a name that two variables have for objects of different rounds. */
  boolean isSeveral(Symbol name) {
    return several.contains(name);
  }

  /** What these sites made has another name by now. */
  void forgetMade(IntPredicate site) {
    for (int i = made.nextSetBit(0); i >= 0; i = made.nextSetBit(i + 1)) {
      if (site.test(i / Sites.ORDINALS)) {
        made.clear(i);
      }
    }
  }

  /** Takes in what another path to this point made. */
  void alsoDid(State other) {
    made.or(other.made);
    several.addAll(other.several);
    allocations.addAll(other.allocations);
  }

  /** Locations whose value is the object or points into it. */
  List<Location> namesOf(Symbol object) {
    List<Location> names = new ArrayList<>();
    memory.forEach((l, s) -> {
      if ((s.equals(object) || s.object().equals(object)) && !isTemporary(l)) {
        names.add(l);
      }
    });
    return names;
  }

  /** A name that only the engine gives, to what an expression yields on its way. */
  static boolean isTemporary(Location l) {
    return l.base() instanceof Location.Local(String name) && name.startsWith("%");
  }

  void event(Symbol about, Event event) {
    trail = trail.then(new Trail.Told(Optional.of(about), event));
  }

  void branch(Event event) {
    trail = trail.then(new Trail.Told(Optional.empty(), event));
  }

  /** A variable gets a value. */
  void assigned(String variable, Span at, Symbol value) {
    trail = trail.then(new Trail.Assigned(variable, at, range(value)));
  }

  /** A branch that what is known leaves no choice at. */
  void forcedBranch(Event event) {
    trail = trail.then(new Trail.Forced(event));
  }
}
