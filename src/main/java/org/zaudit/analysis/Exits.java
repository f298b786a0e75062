package org.zaudit.analysis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.zaudit.analysis.Finding.ContainerNeed;
import org.zaudit.analysis.Holding.Key;
import org.zaudit.analysis.Symbol.Content;
import org.zaudit.analysis.Symbol.Made;
import org.zaudit.source.Condition;
import org.zaudit.source.Span;

/**
 * Judges the states at the exit of a function: what is forgotten is reported, what the caller gets
 * becomes the summary.
 */
final class Exits {
  private final Reports reports;
  private final Condition configuration;
  private final Span end;
  private final List<Ledger.Entry> ledger = new ArrayList<>();
  private final Set<Result.Site> sites = new LinkedHashSet<>();
  private final String function;

  Exits(String function, Reports reports, Condition configuration, Span end) {
    this.function = function;
    this.reports = reports;
    this.configuration = configuration;
    this.end = end;
  }

  List<Ledger.Entry> ledger() {
    return ledger;
  }

  Set<Result.Site> sites() {
    return sites;
  }

  /**
   * One way out.
   *
   * @param forgotten what is reported as lost here, so that nobody is told to look after it
   */
  private record Exit(State state, Span at, Range result, Set<Key> forgotten) {}

  List<Summary.Case> judge(List<State> states) {
    List<Exit> exits =
        states.stream()
            .map(s ->
                new Exit(
                    s,
                    s.returned.isPresent() || s.trail.event().kind() == Event.Kind.RETURN
                        ? s.trail.event().at()
                        : end,
                    s.returned.map(s::range).orElse(Range.ANY),
                    new HashSet<>()))
            .sorted(Comparator.comparingInt((Exit e) -> e.at().start()))
            .toList();
    Map<Integer, Set<Holding>> settled = settled(exits);
    for (Exit exit : exits) {
      leaks(exit, settled);
      runs(exit, exits);
    }
    onParameters(exits);
    exits.forEach(exit -> leftBehind(exit, exits));
    List<Drafted> drafts = exits.stream().map(this::draft).toList();
    return group(drafts);
  }

  private void leaks(Exit exit, Map<Integer, Set<Holding>> settledAt) {
    State state = exit.state();
    for (Map.Entry<Key, Holding> e : state.holdings.entrySet()) {
      Holding held = e.getValue();
      Symbol object = e.getKey().object();
      if (held.net() <= 0
          || !held.owned()
          || object.visibleToCaller()
          || reachable(state, object, new HashSet<>())
          || slotsGivenUp(state, object)) {
        continue;
      }
      Set<Holding> settled = settledAt.getOrDefault(held.acquire().node(), Set.of());
      boolean sureToBeOurs =
          held.shared().isEmpty()
              || settled.stream().anyMatch(h -> h.shared().containsAll(held.shared()));
      Confidence confidence =
          settled.isEmpty()
              ? (held.isShared() ? Confidence.POSSIBLE : Confidence.LIKELY)
              : sureToBeOurs ? Confidence.CERTAIN : Confidence.LIKELY;
      boolean elsewhere = !settled.isEmpty();
      reports.leak(
          state,
          e.getKey(),
          held,
          exit.at(),
          confidence,
          elsewhere ? ", though another path does" : "");
    }
  }

  /**
   * By the place where it was acquired: what is, on some path, given back or left where it is
   * found. When that path gave it to the same unknown functions, they do not keep it.
   */
  private static Map<Integer, Set<Holding>> settled(List<Exit> all) {
    Map<Integer, Set<Holding>> settled = new HashMap<>();
    for (Exit x : all) {
      x.state()
          .holdings
          .forEach((k, h) -> {
            if (h.net() <= 0 || reachable(x.state(), k.object(), new HashSet<>())) {
              settled.computeIfAbsent(h.acquire().node(), _ -> new LinkedHashSet<>()).add(h);
            }
          });
    }
    return settled;
  }

  /** Stored only in slots of an array whose elements this function gave back. */
  private static boolean slotsGivenUp(State state, Symbol object) {
    return state.namesOf(object).stream()
        .anyMatch(l ->
            state.segments.stream()
                .anyMatch(s -> s.way() == Segment.Way.RELEASED && s.array().equals(l.array())));
  }

  /**
   * True when somebody can find the object after the return: the caller, or the owner of memory
   * that names it.
   */
  private static boolean reachable(State state, Symbol object, Set<Symbol> seen) {
    if (!seen.add(object)) {
      return false;
    }
    if (state.returned.map(r -> r.object().equals(object) || r.mentions(object)).orElse(false)) {
      return true;
    }
    if (object.visibleToCaller()) {
      return true;
    }
    for (Location name : state.namesOf(object)) {
      if (name.outlives()) {
        return true;
      }
      if (name.base() instanceof Location.Pointee(Symbol holder)
          && holderIsFound(state, holder.object(), seen)) {
        return true;
      }
    }
    return false;
  }

  private static boolean holderIsFound(State state, Symbol holder, Set<Symbol> seen) {
    List<Holding> mine =
        state.holdings.entrySet().stream()
            .filter(e -> e.getKey().object().equals(holder))
            .map(Map.Entry::getValue)
            .toList();
    boolean ours = mine.stream().anyMatch(Holding::owned);
    return !ours || mine.stream().anyMatch(Holding::isShared) || reachable(state, holder, seen);
  }

  private void runs(Exit exit, List<Exit> all) {
    State state = exit.state();
    for (Segment s : state.segments) {
      if (s.way() == Segment.Way.ACQUIRED) {
        if (!lengthIsKnown(state, s)) {
          reports.partial(state, s, exit.at());
        }
      } else if (!s.all() && !s.act().inherited() && !state.ended.contains(s.array())) {
        need(state, s.array(), s.resource())
            .ifPresent(n ->
                reports.staleAlias(
                    state,
                    new Key(s.element(), s.rule(), s.resource()),
                    s.act(),
                    exit.at(),
                    Optional.of(n)));
      } else if (s.all()
          && !s.act().inherited()
          && all.stream().allMatch(x -> x.equals(exit) || endsToo(x.state(), exit.state(), s))) {
        end(s);
      }
      if (s.way() == Segment.Way.RELEASED) {
        sites.add(new Result.Site("release " + s.resource(), s.act().at()));
      }
    }
    state.holdings.forEach((k, h) -> {
      if (h.net() < 0) {
        sites.add(new Result.Site("release " + k.resource(), h.release().at()));
        if (k.object() instanceof Content(Location slot)
            && !h.owned()
            && !h.release().inherited()
            && slot.base() instanceof Location.Pointee
            && state.read(slot).equals(k.object())
            && !state.ended.contains(slot.array())
            && slot.visibleToCallerOrAged()) {
          need(state, slot.array(), k.resource())
              .ifPresent(n -> reports.staleAlias(state, k, h.release(), exit.at(), Optional.of(n)));
        }
      }
    });
  }

  /** The field that holds the array, when it is one. */
  private static Optional<ContainerNeed> need(State state, Location array, String resource) {
    if (array.steps().isEmpty()
        && array.base() instanceof Location.Pointee(Content(Location field))
        && !field.steps().isEmpty()
        && field.steps().getLast() instanceof Location.Field) {
      List<String> changed = new ArrayList<>();
      state.memory.forEach((l, v) -> {
        if (l.base().equals(field.base())
            && !v.equals(new Content(l))
            && !v.equals(new Symbol.Aged(new Content(l)))) {
          changed.add(fields(l));
        }
      });
      return Optional.of(new ContainerNeed(fields(field), resource, List.copyOf(changed)));
    }
    return Optional.empty();
  }

  private static String fields(Location l) {
    return l.steps().stream()
        .filter(Location.Field.class::isInstance)
        .map(s -> ((Location.Field) s).name())
        .collect(Collectors.joining("."));
  }

  /**
   * The other way out gives the whole run back as well, or can be told from this one by what the
   * caller knows (there was nothing in it).
   */
  private static boolean endsToo(State other, State state, Segment run) {
    if (other.segments.stream()
        .anyMatch(s ->
            s.array().equals(run.array())
                && s.resource().equals(run.resource())
                && s.way() == run.way()
                && s.all())) {
      return true;
    }
    if (other.range(Arithmetic.apply("-", run.to(), run.from())).high() <= 0) {
      return true;
    }
    return state.facts.entrySet().stream()
        .anyMatch(f ->
            f.getKey().visibleToCaller()
                && other.range(f.getKey()).intersect(f.getValue()).isEmpty());
  }

  /**
   * A function that gives back every element below a count that lies beside the array tells that
   * the array is a container.
   */
  private void end(Segment s) {
    if (s.array().base() instanceof Location.Pointee(Content(Location field))
        && s.from().equals(Symbol.Constant.ZERO)
        && s.to() instanceof Content(Location count)
        && count.base().equals(field.base())) {
      Ledger.Entry entry =
          new Ledger.Entry(
              fields(field), fields(count), s.resource(), function, "release " + s.resource());
      if (!ledger.contains(entry)) {
        ledger.add(entry);
      }
    }
  }

  /** True when a value that outlives the function tells how many elements were taken. */
  static boolean lengthIsKnown(State state, Segment s) {
    Set<Symbol> parts = new HashSet<>();
    collect(s.to(), parts);
    Set<Symbol> before = new HashSet<>();
    collect(s.from(), before);
    parts.removeAll(before);
    if (parts.isEmpty()) {
      return true;
    }
    if (state.returned.map(r -> parts.stream().anyMatch(r::mentions)).orElse(false)) {
      return true;
    }
    if (parts.stream().allMatch(Symbol::visibleToCaller)) {
      return true;
    }
    return state.memory.entrySet().stream()
        .anyMatch(e -> e.getKey().outlives() && parts.stream().anyMatch(e.getValue()::mentions));
  }

  private static void collect(Symbol s, Set<Symbol> parts) {
    switch (s) {
      case Symbol.Operation(_, Symbol a, Symbol b) -> {
        collect(a, parts);
        collect(b, parts);
      }
      case Symbol.Constant _, Symbol.Named _, Symbol.Text _ -> {}
      case Symbol.Argument _, Content _, Made _, Symbol.Merged _, Symbol.Aged _, Symbol.Address _ ->
          parts.add(s);
    }
  }

  /**
   * What is held on what the caller can name must agree among the exits that the caller cannot tell
   * apart.
   */
  private void onParameters(List<Exit> exits) {
    Set<Key> keys = new LinkedHashSet<>();
    exits.forEach(e ->
        e.state()
            .holdings
            .forEach((k, h) -> {
              if (k.object().visibleToCaller()) {
                keys.add(k);
              }
            }));
    for (Key key : keys) {
      for (Exit held : exits) {
        Holding h = held.state().holdings.getOrDefault(key, Holding.none());
        if (h.net() <= 0 || !h.acquire().happened() || h.isShared()) {
          continue;
        }
        Optional<Exit> clean =
            exits.stream().filter(o -> settled(o, key, h)).filter(o -> !told(held, o)).findFirst();
        if (clean.isPresent()) {
          reports.leak(
              held.state(), key, h, held.at(), Confidence.LIKELY, ", though another path does");
        }
      }
    }
  }

  /**
   * Memory of the caller names what a failure left there, and every success gives the same back:
   * the caller cannot know that this way out was another.
   */
  private void leftBehind(Exit exit, List<Exit> all) {
    if (exit.result().containsZero()) {
      return;
    }
    for (Map.Entry<Key, Holding> e : exit.state().holdings.entrySet()) {
      Key key = e.getKey();
      Holding held = e.getValue();
      boolean named = exit.state().namesOf(key.object()).stream().anyMatch(Location::outlives);
      boolean returned = exit.state().returned.map(r -> r.mentions(key.object())).orElse(false);
      if (held.net() <= 0 || !held.owned() || !named || returned) {
        continue;
      }
      List<Exit> successes = all.stream().filter(x -> x.result().containsZero()).toList();
      boolean kept = successes.stream().anyMatch(x -> takenAt(x, held).anyMatch(h -> h.net() > 0));
      boolean given =
          successes.stream()
              .anyMatch(
                  x -> takenAt(x, held).anyMatch(h -> h.net() == 0 && h.release().happened()));
      if (given && !kept) {
        // Who was given the structure may fail just because nothing lies in it.
        Confidence confidence = held.isShared() ? Confidence.POSSIBLE : Confidence.LIKELY;
        reports.leak(exit.state(), key, held, exit.at(), confidence, ", though another path does");
        exit.forgotten().add(key);
      }
    }
  }

  private static Stream<Holding> takenAt(Exit exit, Holding held) {
    return exit.state().holdings.values().stream()
        .filter(h -> h.acquire().node() == held.acquire().node());
  }

  /** The other exit took it at the same place and has given it back. */
  private static boolean settled(Exit other, Key key, Holding held) {
    Holding h = other.state().holdings.getOrDefault(key, Holding.none());
    return h.net() == 0 && h.acquire().node() == held.acquire().node() && h.release().happened();
  }

  /**
   * True when the caller can see on which of the two ways it is, and holding is what success means.
   */
  private static boolean told(Exit held, Exit clean) {
    if (held.state().returned.isPresent() && clean.state().returned.isPresent()) {
      boolean apart = held.result().intersect(clean.result()).isEmpty();
      if (apart) {
        boolean failure =
            !held.result().containsZero()
                && clean.result().isExactly(0)
                && held.result().high() < Long.MAX_VALUE;
        return !failure;
      }
    }
    for (Map.Entry<Symbol, Range> fact : held.state().facts.entrySet()) {
      if (fact.getKey().visibleToCaller()
          && clean.state().range(fact.getKey()).intersect(fact.getValue()).isEmpty()) {
        return true;
      }
    }
    return held.state().memory.entrySet().stream()
        .anyMatch(e ->
            e.getKey().outlives()
                && !clean.state().read(e.getKey()).equals(e.getValue())
                && !e.getValue().equals(new Content(e.getKey())));
  }

  private record Drafted(
      Exit exit,
      Optional<Symbol> returned,
      List<Summary.Change> changes,
      List<Summary.Store> stores,
      Map<Symbol, Range> guards) {}

  private Drafted draft(Exit exit) {
    State state = exit.state();
    Map<Symbol, Symbol> fresh = new LinkedHashMap<>();
    List<Summary.Change> changes = new ArrayList<>();
    List<Map.Entry<Key, Holding>> held = new ArrayList<>(state.holdings.entrySet());
    held.removeIf(e -> exit.forgotten().contains(e.getKey()));
    held.sort(Comparator.comparing(e -> e.getKey().toString()));
    for (Map.Entry<Key, Holding> e : held) {
      change(state, e.getKey(), e.getValue(), fresh).ifPresent(changes::add);
    }
    for (Segment s : told(state.segments)) {
      boolean forgotten = s.way() == Segment.Way.ACQUIRED && !lengthIsKnown(state, s);
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
    state.memory.entrySet().stream()
        .filter(e -> e.getKey().visibleToCaller() && !e.getValue().equals(new Content(e.getKey())))
        .sorted(Comparator.comparing(e -> e.getKey().toString()))
        .limit(24)
        .forEach(e -> stores.add(new Summary.Store(e.getKey(), outward(e.getValue(), fresh))));
    Map<Symbol, Range> guards = new LinkedHashMap<>();
    state.facts.entrySet().stream()
        .filter(e -> e.getKey().visibleToCaller() && !(e.getKey() instanceof Symbol.Named))
        .sorted(Comparator.comparing(e -> e.getKey().toString()))
        .limit(24)
        .forEach(e -> guards.put(e.getKey(), e.getValue()));
    Optional<Symbol> returned = state.returned.map(r -> outward(r, fresh));
    changes.removeIf(c ->
        c instanceof Summary.Change.Count count
            && count.object() instanceof Made made
            && !found(made, returned, stores));
    return new Drafted(exit, returned, changes, stores, guards);
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
    if (h.net() == 0 || (h.net() < 0 && (h.owned() || !object.visibleToCaller()))) {
      return Optional.empty();
    }
    if (h.net() > 0
        && !object.visibleToCaller()
        && (!h.owned() || !reachable(state, object, new HashSet<>()))) {
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
              case Symbol.Merged _, Symbol.Aged _ ->
                  fresh.computeIfAbsent(s, _ -> new Made(-1, fresh.size() % (Sites.ORDINALS - 1)));
              default -> s;
            });
    boolean local = mentionsLocal(rewritten);
    return local
        ? fresh.computeIfAbsent(symbol, _ -> new Made(-1, fresh.size() % (Sites.ORDINALS - 1)))
        : rewritten;
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

  /** Exits with the same effects are one case. */
  private List<Summary.Case> group(List<Drafted> drafts) {
    Map<List<Summary.Change>, List<Drafted>> groups = new LinkedHashMap<>();
    drafts.forEach(d -> groups.computeIfAbsent(d.changes(), _ -> new ArrayList<>()).add(d));
    List<Summary.Case> cases = new ArrayList<>();
    for (Map.Entry<List<Summary.Change>, List<Drafted>> g : groups.entrySet()) {
      cases.add(join(g.getKey(), g.getValue()));
    }
    Set<Symbol> common = new LinkedHashSet<>();
    cases.forEach(c -> common.addAll(c.guards().keySet()));
    common.removeIf(
        s -> cases.stream().map(c -> c.guards().getOrDefault(s, Range.ANY)).distinct().count() > 1);
    return cases.stream()
        .map(c -> {
          Map<Symbol, Range> guards = new LinkedHashMap<>(c.guards());
          guards.keySet().removeAll(common);
          return new Summary.Case(
              c.condition(), guards, c.result(), c.returned(), c.changes(), c.stores());
        })
        .limit(Bounds.CASES)
        .toList();
  }

  private Summary.Case join(List<Summary.Change> changes, List<Drafted> members) {
    Map<Symbol, Range> guards = new LinkedHashMap<>(members.getFirst().guards());
    Range result = Range.NONE;
    for (Drafted d : members) {
      guards.replaceAll((s, r) -> r.union(d.guards().getOrDefault(s, Range.ANY)));
      result = result.union(d.exit().result());
    }
    guards.values().removeIf(Range::isAny);
    Optional<Symbol> returned = members.getFirst().returned();
    if (members.stream().anyMatch(d -> !d.returned().equals(members.getFirst().returned()))) {
      returned = Optional.empty();
    }
    return new Summary.Case(configuration, guards, result, returned, changes, stores(members));
  }

  private static List<Summary.Store> stores(List<Drafted> members) {
    Map<Location, Symbol> joined = new LinkedHashMap<>();
    int unknown = Sites.ORDINALS - 2;
    for (Drafted d : members) {
      for (Summary.Store s : d.stores()) {
        joined.putIfAbsent(s.location(), s.value());
      }
    }
    for (Drafted d : members) {
      Map<Location, Symbol> mine = new LinkedHashMap<>();
      d.stores().forEach(s -> mine.put(s.location(), s.value()));
      for (Map.Entry<Location, Symbol> e : joined.entrySet()) {
        if (!mine.getOrDefault(e.getKey(), new Content(e.getKey())).equals(e.getValue())) {
          // One of its own for each place: two values that nobody knows are not one.
          e.setValue(new Made(-1, unknown));
          unknown = Math.max(unknown - 1, Sites.ORDINALS / 2);
        }
      }
    }
    return joined.entrySet().stream()
        .map(e -> new Summary.Store(e.getKey(), e.getValue()))
        .toList();
  }
}
