package org.zaudit.analysis;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import org.zaudit.analysis.Exits.Exit;
import org.zaudit.analysis.Holding.Key;
import org.zaudit.analysis.Symbol.Content;
import org.zaudit.analysis.Symbol.Made;
import org.zaudit.source.Condition;

/**
 * Tells callers, in terms of what they know, what may happen: the ways out as cases of a summary.
 */
final class CaseWriter {
  private final String rule;
  private final Condition configuration;
  private final Reachability reachability;
  private final boolean isPointer;

  /** What is taken or given back on some path: whether it is NULL tells paths apart. */
  private final Set<Symbol> counted = new HashSet<>();

  /**
   * What another round of a loop adds to each time: how many there are is not known on any path.
   */
  private final Set<Key> countless = new HashSet<>();

  /**
   * @param isPointer what the function returns
   */
  CaseWriter(String rule, Condition configuration, Reachability reachability, boolean isPointer) {
    this.isPointer = isPointer;
    this.rule = rule;
    this.configuration = configuration;
    this.reachability = reachability;
  }

  List<Summary.Case> cases(List<Exit> exits) {
    exits.forEach(exit ->
        exit.state()
            .holdings
            .forEach((key, held) -> {
              counted.add(key.object());
              if (Math.abs(held.net()) >= Bounds.REFERENCES) {
                countless.add(key);
              }
            }));
    return group(exits.stream().map(this::draft).toList());
  }

  private record Drafted(
      Exit exit,
      Range result,
      Optional<Symbol> returned,
      List<Summary.Change> changes,
      List<Summary.Store> stores,
      List<Symbol> captured,
      List<Symbol> handedOn,
      Map<Symbol, Range> guards) {
    Effects effects(boolean finely, Set<Symbol> counted) {
      Set<Symbol> kept = new LinkedHashSet<>();
      for (Summary.Store s : stores) {
        if (s.keepsArgument() || s.value() instanceof Made && !s.isOutParameter()) {
          kept.add(s.value().object());
        }
      }
      boolean isChosen = finely && guards.keySet().stream().anyMatch(counted::contains);
      return new Effects(
          changes,
          kept,
          captured,
          finely ? handedOn : List.of(),
          isChosen ? Optional.of(result.containsZero()) : Optional.empty());
    }
  }

  /**
   * What makes a case of its own: what becomes of references, which objects are kept, and which may
   * be.
   *
   * @param zero whether the result may be zero, where it may tell what became of an object that was
   *     there or not
   */
  private record Effects(
      List<Summary.Change> changes,
      Set<Symbol> kept,
      List<Symbol> captured,
      List<Symbol> handedOn,
      Optional<Boolean> zero) {}

  private Drafted draft(Exit exit) {
    State state = exit.state();
    Map<Symbol, Symbol> fresh = new LinkedHashMap<>();
    List<Summary.Change> changes = new ArrayList<>();
    for (Map.Entry<Key, Holding> e :
        byKey(
            state.holdings,
            (key, _) -> !exit.forgotten().contains(key) && !countless.contains(key),
            (_, _) -> false)) {
      change(state, e.getKey(), e.getValue(), fresh).ifPresent(changes::add);
    }
    for (Segment s : told(state.segments)) {
      boolean forgotten = s.way() == Segment.Way.ACQUIRED && !Containers.lengthIsKnown(state, s);
      if (s.array().visibleToCaller() && !forgotten) {
        changes.add(
            new Summary.Change.Run(
                s.array(),
                outward(s.from(), fresh),
                outward(s.to(), fresh),
                s.rule(),
                s.resource(),
                s.kind(),
                s.way() == Segment.Way.ACQUIRED,
                s.all(),
                s.act().callee()));
      }
    }
    state.ended.stream()
        .filter(Location::visibleToCaller)
        .sorted(Comparator.comparing(Location::toString))
        .forEach(l -> changes.add(new Summary.Change.Ended(l)));
    changes.removeIf(c -> !isWithinReach(c));
    List<Summary.Store> stores = new ArrayList<>();
    byKey(state.memory, (l, v) -> isTold(state, l, v), (l, v) -> matters(state, l, v)).stream()
        .limit(Bounds.STORES)
        // New objects first: what they took over is not lost where it stood before.
        .sorted(Comparator.comparing(e -> e.getKey().visibleToCaller()))
        .forEach(e ->
            stores.add(
                new Summary.Store(
                    outward(e.getKey(), fresh), outward(known(state, e.getValue()), fresh))));
    Map<Symbol, Range> guards = new LinkedHashMap<>();
    byKey(
            state.facts,
            (v, _) -> v.visibleToCaller() && !(v instanceof Symbol.Named),
            (v, _) -> counted.contains(v))
        .forEach(e -> guards.put(e.getKey(), e.getValue()));
    // What a callee says through a pointer of the caller's is a result like the one it returns.
    fresh.forEach((value, name) -> {
      boolean isSaid = stores.stream().anyMatch(s -> s.isOutParameter() && s.value().equals(name));
      if (isSaid && !state.range(value).containsZero()) {
        guards.put(name, Range.NON_ZERO);
      }
    });
    Optional<Symbol> returned = state.returned.map(r -> outward(r, fresh));
    changes.removeIf(c ->
        c instanceof Summary.Change.Count count
            && count.object() instanceof Made made
            && !found(made, returned, stores));
    // Who gives something new does not say at the same time, by NULL, that there was nothing.
    boolean isSuccess =
        isPointer
            && exit.result().isAny()
            && changes.stream()
                .anyMatch(c -> c instanceof Summary.Change.Count count && count.by() > 0);
    return new Drafted(
        exit,
        isSuccess ? Range.NON_ZERO : exit.result(),
        returned,
        changes,
        stores,
        sorted(state.past.captured()),
        handedOn(state, fresh),
        guards);
  }

  /** What others may keep, of what the caller handed over or gets. */
  private List<Symbol> handedOn(State state, Map<Symbol, Symbol> fresh) {
    Set<Symbol> objects = new HashSet<>(state.past.handedOn());
    state.memory.forEach((location, value) -> {
      Symbol object = value.object();
      if ((object instanceof Symbol.Argument || fresh.containsKey(object))
          && isOutOfSight(state, location)) {
        objects.add(object);
      }
    });
    state.holdings.forEach((key, held) -> {
      if (fresh.containsKey(key.object()) && held.shared().contains(Calls.PERHAPS)) {
        objects.add(key.object());
      }
    });
    objects.removeAll(state.past.captured());
    return sorted(objects.stream().map(object -> fresh.getOrDefault(object, object)).toList());
  }

  private static List<Symbol> sorted(Collection<Symbol> symbols) {
    return symbols.stream().sorted(Comparator.comparing(Symbol::toString)).toList();
  }

  /** In memory that is neither the caller's nor new, such as an entry of a table that was found. */
  private boolean isOutOfSight(State state, Location location) {
    return !location.visibleToCaller()
        && location.base() instanceof Location.Pointee(Symbol holder)
        && !state.allocations.isOursAlone(holder.object())
        && state.holdings.entrySet().stream()
            .noneMatch(
                e -> e.getKey().object().equals(holder.object()) && !e.getValue().isShared());
  }

  /** These entries in an order that does not depend on the path, some of them before the others. */
  private static <K, V> List<Map.Entry<K, V>> byKey(
      Map<K, V> map, BiPredicate<K, V> wanted, BiPredicate<K, V> first) {
    SortedMap<String, Map.Entry<K, V>> sorted = new TreeMap<>();
    map.entrySet().stream()
        .filter(e -> wanted.test(e.getKey(), e.getValue()))
        .forEach(
            e -> sorted.put((first.test(e.getKey(), e.getValue()) ? "0" : "1") + e.getKey(), e));
    return List.copyOf(sorted.values());
  }

  /**
   * The place held, or now holds, an object whose references this function took or gave back, or
   * one that it was handed.
   */
  private static boolean matters(State state, Location place, Symbol value) {
    Symbol before = new Content(place);
    return value.object() instanceof Symbol.Argument
        || state.holdings.keySet().stream()
            .anyMatch(k -> k.object().equals(before) || value.mentions(k.object()));
  }

  /** What stands in the caller's memory now, and what of the caller's stands in new objects. */
  private boolean isTold(State state, Location location, Symbol value) {
    if (location.visibleToCaller()) {
      return isWithinReach(location, Bounds.REACH) && !value.equals(new Content(location));
    }
    if (location.visibleToCallerOrAged()) {
      // Which element of the caller's array it is, only the callee knows.
      return Symbol.Argument.isKeptBy(value) && isWithinReach(location, Bounds.REACH);
    }
    return (Symbol.Argument.isKeptBy(value) || value instanceof Content && value.visibleToCaller())
        && location.base() instanceof Location.Pointee(Symbol holder)
        && holder.object() instanceof Made
        && reachability.isHolderFound(state, holder.object());
  }

  /** Who hears that all elements of an array were given back needs not hear of one of them too. */
  private static List<Segment> told(List<Segment> segments) {
    List<Segment> told = new ArrayList<>();
    for (Segment s : segments) {
      boolean known =
          s.way() == Segment.Way.RELEASED
              && segments.stream()
                  .anyMatch(other ->
                      other.all()
                          && (!s.all() || told.contains(other))
                          && other.way() == s.way()
                          && other.array().equals(s.array())
                          && other.resource().equals(s.resource()));
      if (!known) {
        told.add(s);
      }
    }
    return told;
  }

  /**
   * Paths are told up to a length (k-limiting; Jones, Muchnick, 1979): what lies deeper is as a
   * rule another object the next time. Nothing lies behind a pointer that is a number: that one is
   * left over from a list walked to its end.
   */
  private static boolean isWithinReach(Summary.Change change) {
    return switch (change) {
      case Summary.Change.Count count ->
          !(count.object() instanceof Content(Location l)) || isWithinReach(l, Bounds.REACH);
      case Summary.Change.Run run -> isWithinReach(run.array(), Bounds.REACH - 1);
      case Summary.Change.Ended(Location array) -> isWithinReach(array, Bounds.REACH - 1);
    };
  }

  private static boolean isWithinReach(Location location, int pointers) {
    return switch (location.base()) {
      case Location.Local _, Location.Global _ -> true;
      case Location.Pointee(Symbol pointer) ->
          pointers > 0
              && switch (pointer.object()) {
                case Content(Location l) -> isWithinReach(l, pointers - 1);
                case Symbol.Constant _ -> false;
                default -> true;
              };
    };
  }

  /** True when the caller learns where the new object is. */
  private static boolean found(Made made, Optional<Symbol> returned, List<Summary.Store> stores) {
    return returned.map(r -> r.mentions(made)).orElse(false)
        || stores.stream().anyMatch(s -> s.value().mentions(made) || s.location().mentions(made));
  }

  private Optional<Summary.Change> change(
      State state, Key key, Holding h, Map<Symbol, Symbol> fresh) {
    Symbol object = key.object();
    boolean isLeftPointing = h.net() == 0 && h.owned() && h.done() && isLeft(state, object);
    if (h.net() == 0 && !isLeftPointing
        || h.net() < 0 && (h.owned() || !object.visibleToCaller())) {
      return Optional.empty();
    }
    if (h.net() > 0
        && !object.visibleToCaller()
        && (!h.owned() || !reachability.isFound(state, object))) {
      return Optional.empty();
    }
    Map<String, Symbol> match = new LinkedHashMap<>();
    h.match()
        .forEach((k, v) -> {
          if (v.visibleToCaller()) {
            match.put(k, v);
          }
        });
    String callee = (h.net() > 0 ? h.acquire() : h.release()).callee();
    return Optional.of(
        new Summary.Change.Count(
            outward(object, fresh),
            key.rule(),
            key.resource(),
            h.net() > 0 ? h.kind() : "",
            h.net(),
            match,
            callee));
  }

  /** What came to be here still stands in a variable of the caller's. */
  private static boolean isLeft(State state, Symbol object) {
    return object instanceof Made
        && state.namesOf(object).stream()
            .anyMatch(name ->
                name.steps().isEmpty()
                    && name.base() instanceof Location.Pointee(Symbol.Argument _)
                    && state.read(name).equals(object));
  }

  /**
   * The number that a value is known to be here; not NULL for what callers know by a name of their
   * own.
   */
  private static Symbol known(State state, Symbol value) {
    Range range = state.range(value);
    return range.isOne() && (range.low() != 0 || value instanceof Made)
        ? new Symbol.Constant(range.low())
        : value;
  }

  /**
   * The symbol as the caller may know it: values that came to be here are numbered as they are met.
   */
  private static Symbol outward(Symbol symbol, Map<Symbol, Symbol> fresh) {
    if (symbol.visibleToCaller()) {
      return symbol;
    }
    Symbol rewritten =
        symbol.rewrite(s ->
            switch (s) {
              case Made m when m.node() >= 0 ->
                  fresh.computeIfAbsent(m, _ -> new Made(-1, fresh.size() % (Sites.ORDINALS - 1)));
              case Symbol.Merged(int node, Location l)
                  when Summary.mayStay(node) && l.visibleToCaller() ->
                  s;
              case Symbol.Merged _, Symbol.Aged _ ->
                  fresh.computeIfAbsent(s, _ -> new Made(-1, fresh.size() % (Sites.ORDINALS - 1)));
              default -> s;
            });
    boolean local = mentionsLocal(rewritten);
    return local
        ? fresh.computeIfAbsent(symbol, _ -> new Made(-1, fresh.size() % (Sites.ORDINALS - 1)))
        : rewritten;
  }

  private static Location outward(Location location, Map<Symbol, Symbol> fresh) {
    return location.visibleToCaller()
        ? location
        : location.rewrite(s ->
            s instanceof Made || s instanceof Symbol.Merged || s instanceof Symbol.Aged
                ? outward(s, fresh)
                : s);
  }

  private static boolean mentionsLocal(Symbol s) {
    return switch (s) {
      case Symbol.Constant _,
          Symbol.Named _,
          Symbol.Text _,
          Symbol.Argument _,
          Made _,
          Symbol.Aged _,
          Symbol.Merged _ ->
          false;
      case Content(Location l) -> mentionsLocal(l);
      case Symbol.Address(Location l) -> mentionsLocal(l);
      case Symbol.Operation(_, Symbol a, Symbol b) -> mentionsLocal(a) || mentionsLocal(b);
    };
  }

  private static boolean mentionsLocal(Location l) {
    return switch (l.base()) {
      case Location.Local _ -> true;
      case Location.Global _ -> false;
      case Location.Pointee(Symbol p) -> mentionsLocal(p);
    };
  }

  private Map<Effects, List<Drafted>> groups(List<Drafted> drafts, boolean finely) {
    Map<Effects, List<Drafted>> groups = new LinkedHashMap<>();
    drafts.forEach(
        d -> groups.computeIfAbsent(d.effects(finely, counted), _ -> new ArrayList<>()).add(d));
    return groups;
  }

  /** Exits with the same effects are one case; none when there are too many to follow. */
  private List<Summary.Case> group(List<Drafted> drafts) {
    Map<Effects, List<Drafted>> groups = groups(drafts, true);
    if (groups.size() > Bounds.CASES) {
      groups = groups(drafts, false);
    }
    List<Summary.Case> cases = new ArrayList<>();
    groups.forEach((effects, members) -> cases.add(join(effects.changes(), members)));
    Set<Symbol> common = new LinkedHashSet<>();
    cases.forEach(c -> common.addAll(c.guards().keySet()));
    common.removeIf(
        s -> cases.stream().map(c -> c.guards().getOrDefault(s, Range.ANY)).distinct().count() > 1);
    if (cases.size() > Bounds.CASES) {
      // Some of the ways out would tell a caller what is not so on the others.
      return List.of();
    }
    return cases.stream()
        .map(c -> {
          Map<Symbol, Range> guards = new LinkedHashMap<>();
          c.guards().entrySet().stream()
              .filter(g -> !common.contains(g.getKey()))
              .limit(Bounds.GUARDS)
              .forEach(g -> guards.put(g.getKey(), g.getValue()));
          return new Summary.Case(
              c.rule(),
              c.condition(),
              guards,
              c.result(),
              c.returned(),
              c.changes(),
              c.stores(),
              c.captured(),
              c.handedOn(),
              c.bounded());
        })
        .toList();
  }

  private Summary.Case join(List<Summary.Change> changes, List<Drafted> members) {
    Map<Symbol, Range> guards = new LinkedHashMap<>(members.getFirst().guards());
    Range result = Range.NONE;
    Condition condition = Condition.never();
    for (Drafted d : members) {
      condition = condition.or(d.exit().state().condition);
      guards.replaceAll((s, r) -> r.union(d.guards().getOrDefault(s, Range.ANY)));
      result = result.union(d.result());
    }
    guards.values().removeIf(Range::isAny);
    Optional<Symbol> returned = members.getFirst().returned();
    if (members.stream().anyMatch(d -> !d.returned().equals(members.getFirst().returned()))) {
      returned = Optional.empty();
    }
    return new Summary.Case(
        rule,
        configuration.and(condition),
        guards,
        result,
        returned,
        changes,
        stores(members),
        members.getFirst().captured(),
        members.stream().flatMap(d -> d.handedOn().stream()).distinct().toList(),
        false);
  }

  /**
   * What the members of a case leave in memory. Where they differ it is a value of its own for each
   * place: two values that nobody knows are not one.
   */
  private static List<Summary.Store> stores(List<Drafted> members) {
    Map<Location, Symbol> joined = new LinkedHashMap<>();
    for (Drafted d : members) {
      for (Summary.Store s : d.stores()) {
        joined.putIfAbsent(s.location(), s.value());
      }
    }
    for (Drafted d : members) {
      Map<Location, Symbol> mine = new LinkedHashMap<>();
      d.stores().forEach(s -> mine.put(s.location(), s.value()));
      for (Map.Entry<Location, Symbol> e : joined.entrySet()) {
        Symbol value = mine.get(e.getKey());
        if (value == null) {
          int node = isSetToNull(members, e.getKey()) ? Summary.STAYS_OR_NULL : Summary.MAY_STAY;
          e.setValue(new Symbol.Merged(node, e.getKey()));
        } else if (!value.equals(e.getValue()) && !(e.getValue() instanceof Symbol.Merged)) {
          e.setValue(new Symbol.Merged(Summary.CHANGED, e.getKey()));
        }
      }
    }
    return joined.entrySet().stream()
        .map(e -> new Summary.Store(e.getKey(), e.getValue()))
        .toList();
  }

  /** By all of them that store there. */
  private static boolean isSetToNull(List<Drafted> members, Location place) {
    return members.stream()
        .flatMap(d -> d.stores().stream())
        .allMatch(s -> !s.location().equals(place) || s.value().equals(Symbol.Constant.ZERO));
  }
}
