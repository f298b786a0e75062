package org.zaudit.analysis;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.zaudit.analysis.Finding.ContainerNeed;
import org.zaudit.analysis.Holding.Key;
import org.zaudit.analysis.Symbol.Content;
import org.zaudit.analysis.Symbol.Made;
import org.zaudit.rules.Resource;
import org.zaudit.source.Condition;
import org.zaudit.source.Span;
import org.zaudit.syntax.TypeName;

/**
 * Judges the states at the exit of a function: what is forgotten is reported, what the caller gets
 * becomes the summary.
 */
final class Exits {
  private final Reports reports;
  private final Rounds rounds;
  private final Retests retests;
  private final String rule;
  private final Condition configuration;
  private final Span end;
  private final List<Ledger.Entry> ledger = new ArrayList<>();
  private final Members members;
  private final Set<Result.Site> sites = new LinkedHashSet<>();
  private final String function;

  /** What the function returns is an int, which is no address and no truth. */
  private final boolean isNumber;

  private final boolean isPointer;
  private final Telling telling;
  private final Promised promised;
  private final Reachability reachability;
  private final Predicate<Symbol.Argument> givesAway;

  Exits(
      String function,
      TypeName result,
      Promised promised,
      Reachability reachability,
      Reports reports,
      Rounds rounds,
      Retests retests,
      Predicate<Symbol.Argument> givesAway,
      Members members,
      String rule,
      Condition configuration,
      Span end) {
    this.rule = rule;
    this.function = function;
    this.isNumber = result.base().equals("int") && result.pointers() == 0;
    this.telling = new Telling(isNumber);
    this.isPointer = result.pointers() > 0;
    this.promised = promised;
    this.reachability = reachability;
    this.reports = reports;
    this.rounds = rounds;
    this.retests = retests;
    this.givesAway = givesAway;
    this.members = members;
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
  record Exit(State state, Span at, Range result, Set<Key> forgotten) {}

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
    Settlement settled = Settlement.of(exits, reachability);
    for (Exit exit : exits) {
      keptUnderOwnName(exit);
      leaks(exit, settled);
      runs(exit, exits);
      left(exit);
    }
    onParameters(exits);
    notTaken(exits);
    notGivenUp(exits);
    Map<Integer, Set<Ending>> successes = successes(exits);
    members.finish();
    exits.forEach(exit -> leftBehind(exit, successes));
    exits.forEach(exit -> halfUndone(exit, successes));
    Map<Integer, Set<Location>> dangling = dangling(exits);
    exits.forEach(exit -> leftDangling(exit, dangling, settled));
    return new CaseWriter(rule, configuration, reachability, isPointer).cases(exits);
  }

  private void keptUnderOwnName(Exit exit) {
    if (isEndOfProgram()) {
      return;
    }
    State state = exit.state();
    state.holdings.forEach((key, held) -> {
      if (held.net() > 0
          && held.owned()
          && isUnderOwnName(held)
          && state.namesOf(key.object()).stream().anyMatch(Exits::isMemberOfTheCallers)) {
        reports.keptUnderOwnName(state, key, held, exit.at());
      }
    });
  }

  private void left(Exit exit) {
    exit.state().returned.ifPresent(members::isElsewhere);
    exit.state()
        .holdings
        .forEach((key, held) -> {
          Resource resource = reports.resource(key);
          if (held.acquire().happened()
              && !held.acquire().lodged()
              && resource.mortal()
              && !resource.counted()) {
            members.made(exit.state(), key, held);
          }
        });
  }

  /** No element of an array: there the loop that gives them all back may have missed this one. */
  private static boolean isMemberOfTheCallers(Location name) {
    return name.visibleToCaller()
        && name.steps().stream().allMatch(Location.Field.class::isInstance);
  }

  private void leaks(Exit exit, Settlement settled) {
    State state = exit.state();
    for (Map.Entry<Key, Holding> e : state.holdings.entrySet()) {
      Holding held = e.getValue();
      Symbol object = e.getKey().object();
      if (held.net() <= 0
          || !held.owned()
          || promised.covers(e.getKey().rule(), exit.result())
          || object.visibleToCaller()
          || reachability.isFound(state, object)
          || slotsGivenUp(state, object)) {
        continue;
      }
      reports.leak(
          state,
          e.getKey(),
          held,
          exit.at(),
          held.atMost(confidence(state, e.getKey(), held, settled)),
          settled.isElsewhere(held) ? ", though another path does" : "");
    }
  }

  private Confidence confidence(State state, Key key, Holding held, Settlement settled) {
    return isEndOfProgram()
            || rounds.passedBy(state, held)
            || retests.isContrary(state.trail, held.acquire())
            || settled.isInArrayGivenUp(state, key.object())
        ? Confidence.POSSIBLE
        : settled.confidence(held);
  }

  /** To return from the first call of main is to call exit (C11, 5.1.2.2.3): all is given back. */
  private boolean isEndOfProgram() {
    return function.equals("main");
  }

  /** Stored only in slots of an array whose elements this function gave back. */
  private static boolean slotsGivenUp(State state, Symbol object) {
    return state.namesOf(object).stream()
        .anyMatch(l ->
            state.segments.stream()
                .anyMatch(s -> s.way() == Segment.Way.RELEASED && s.array().equals(l.array())));
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
          new Ledger.Entry.Container(
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
        if (h.net() <= 0
            || !h.acquire().happened()
            || h.isShared()
            || isGivenBackElsewhere(held.state(), key)
            || isInWhatIsReturned(held.state(), key.object())) {
          continue;
        }
        Optional<Exit> clean =
            exits.stream()
                .filter(o -> settled(o, key, h))
                .filter(o -> !telling.told(held, o))
                .findFirst();
        if (clean.isPresent()) {
          reports.leak(
              held.state(), key, h, held.at(), Confidence.LIKELY, ", though another path does");
        } else if (isUnderOwnName(h)
            && !promised.covers(key.rule(), held.result())
            && exits.stream().noneMatch(o -> givesBack(o, key))) {
          // No other function can, under that name.
          reports.leak(held.state(), key, h, held.at(), Confidence.LIKELY, "");
        }
      }
    }
  }

  private boolean isUnderOwnName(Holding held) {
    return new Symbol.Text(function).equals(held.match().get("tag"));
  }

  private static boolean givesBack(Exit exit, Key key) {
    return exit.state().holdings.getOrDefault(key, Holding.none()).release().happened();
  }

  /**
   * What the caller can name is given back here and was not taken, where another way out, that the
   * caller cannot tell from this one, has both done.
   */
  private void notTaken(List<Exit> exits) {
    for (Exit exit : exits) {
      exit.state()
          .holdings
          .forEach((key, held) -> {
            if (held.net() < 0
                && !held.acquire().happened()
                && !held.release().inherited()
                && !held.release().lodged()
                && !held.isShared()
                && key.object().visibleToCaller()
                && exits.stream().anyMatch(o -> takesFirst(o, key) && !telling.told(exit, o))) {
              reports.notTaken(exit.state(), key, held.release());
            }
          });
    }
  }

  /**
   * A reference of the caller that is given up whether the function succeeds or fails is given up
   * on every way out, or the caller cannot know whether it still has it.
   */
  private void notGivenUp(List<Exit> exits) {
    if (!isNumber) {
      return;
    }
    Set<Key> keys = new LinkedHashSet<>();
    exits.forEach(e ->
        e.state()
            .holdings
            .forEach((key, held) -> {
              if (isGivenUp(held) && isTheCallers(key.object())) {
                keys.add(key);
              }
            }));
    for (Key key : keys) {
      List<Exit> givingUp =
          exits.stream()
              .filter(e -> isGivenUp(e.state().holdings.getOrDefault(key, Holding.none())))
              .toList();
      if (givingUp.stream().noneMatch(e -> e.result().containsZero())
          || givingUp.stream().allMatch(e -> e.result().isExactly(0))) {
        continue;
      }
      Map<Exit, Exit> keeping = new LinkedHashMap<>();
      for (Exit exit : exits) {
        if (isUntouched(exit.state(), key)) {
          givingUp.stream()
              .filter(o -> !exit.result().intersect(o.result()).isEmpty())
              .filter(o -> !telling.told(exit, o) && !telling.told(o, exit))
              .findFirst()
              .ifPresent(o -> keeping.put(exit, o));
        }
      }
      if (places(keeping.keySet()) < places(givingUp)) {
        keeping.forEach((exit, other) ->
            reports.notGivenUp(
                exit.state(),
                key,
                Objects.requireNonNull(other.state().holdings.get(key)).release(),
                exit.at()));
      }
    }
  }

  /** What the caller passed, or a lock in it; who looks after a member of it is not known. */
  private boolean isTheCallers(Symbol object) {
    return object instanceof Symbol.Argument argument && !givesAway.test(argument)
        || object instanceof Symbol.Address && object.visibleToCaller();
  }

  private static long places(Collection<Exit> exits) {
    return exits.stream().map(Exit::at).distinct().count();
  }

  private static boolean isGivenUp(Holding held) {
    return held.net() < 0
        && !held.acquire().happened()
        && !held.release().lodged()
        && !held.isShared();
  }

  /** There is something, and nobody got it. */
  private static boolean isUntouched(State state, Key key) {
    Symbol object = key.object();
    return !state.holdings.containsKey(key)
        && !state.range(object).isExactly(0)
        && !state.past.captured().contains(object)
        && !state.past.handedOn().contains(object)
        && state.namesOf(object).stream().allMatch(l -> l.base() instanceof Location.Local);
  }

  /** Unlike who gives up what the caller holds, for a while. */
  private static boolean takesFirst(Exit exit, Key key) {
    Holding held = exit.state().holdings.getOrDefault(key, Holding.none());
    return held.net() == 0
        && held.acquire().happened()
        && held.release().happened()
        && exit.state().trail.about(List.of(key.object()), false).stream()
            .map(Event::kind)
            .filter(kind -> kind == Event.Kind.ACQUIRE || kind == Event.Kind.RELEASE)
            .findFirst()
            .equals(Optional.of(Event.Kind.ACQUIRE));
  }

  /**
   * Taken from one thing and given back to another beside it: which of them a callee takes and
   * which it gives back it alone knows.
   */
  private static boolean isGivenBackElsewhere(State state, Key key) {
    return state.holdings.entrySet().stream()
        .anyMatch(e ->
            e.getValue().net() < 0
                && e.getKey().rule().equals(key.rule())
                && e.getKey().resource().equals(key.resource())
                && e.getKey().object().visibleToCaller()
                && e.getKey().object().object().equals(key.object().object()));
  }

  /** A lock in what is returned: it comes with it. */
  private static boolean isInWhatIsReturned(State state, Symbol object) {
    return object instanceof Symbol.Address
        && state.returned.filter(r -> r.object().equals(object.object())).isPresent();
  }

  /** What became of a reference by the time of a way out. */
  private enum Ending {
    KEPT,
    GIVEN_BACK
  }

  /**
   * By the place where it was acquired: what becomes of a reference where the function succeeds.
   */
  private static Map<Integer, Set<Ending>> successes(List<Exit> all) {
    Map<Integer, Set<Ending>> endings = new HashMap<>();
    for (Exit exit : all) {
      if (exit.result().containsZero()) {
        for (Holding h : exit.state().holdings.values()) {
          if (h.net() > 0) {
            endings
                .computeIfAbsent(h.acquire().node(), _ -> EnumSet.noneOf(Ending.class))
                .add(Ending.KEPT);
          } else if (h.net() == 0 && h.release().happened()) {
            endings
                .computeIfAbsent(h.acquire().node(), _ -> EnumSet.noneOf(Ending.class))
                .add(Ending.GIVEN_BACK);
          }
        }
      }
    }
    return endings;
  }

  /**
   * Memory of the caller names what a failure left there, and every success gives the same back:
   * the caller cannot know that this way out was another.
   */
  private void leftBehind(Exit exit, Map<Integer, Set<Ending>> successes) {
    if (!isNumber || exit.result().containsZero()) {
      return;
    }
    Set<Ending> alwaysGiven = EnumSet.of(Ending.GIVEN_BACK);
    for (Map.Entry<Key, Holding> e : exit.state().holdings.entrySet()) {
      Key key = e.getKey();
      Holding held = e.getValue();
      if (held.net() <= 0
          || !held.owned()
          || !alwaysGiven.equals(successes.get(held.acquire().node()))) {
        continue;
      }
      boolean named = exit.state().namesOf(key.object()).stream().anyMatch(Location::outlives);
      boolean returned = exit.state().returned.map(r -> r.mentions(key.object())).orElse(false);
      if (named && !returned && !isKeptWithItsHolder(exit.state(), key.object())) {
        // Who was given the structure may fail just because nothing lies in it.
        Confidence confidence = held.isShared() ? Confidence.POSSIBLE : Confidence.LIKELY;
        reports.leak(exit.state(), key, held, exit.at(), confidence, ", though another path does");
        exit.forgotten().add(key);
      }
    }
  }

  /**
   * A failure gives back some of what a success leaves, and not what else this function itself has
   * put into static storage: who undoes a part of it means to undo it all.
   */
  private void halfUndone(Exit exit, Map<Integer, Set<Ending>> successes) {
    if (!isNumber || exit.result().containsZero()) {
      return;
    }
    State state = exit.state();
    Set<Ending> alwaysKept = EnumSet.of(Ending.KEPT);
    boolean isUndone =
        state.holdings.values().stream()
            .anyMatch(h ->
                h.net() == 0
                    && h.release().happened()
                    && alwaysKept.equals(successes.get(h.acquire().node())));
    if (!isUndone) {
      return;
    }
    state.holdings.forEach((key, held) -> {
      if (held.net() > 0
          && held.owned()
          && !held.isShared()
          && alwaysKept.equals(successes.get(held.acquire().node()))
          && !exit.forgotten().contains(key)
          && members.isOwnAct(held.acquire())
          && isInStaticStorage(state, key.object())) {
        reports.leak(
            state, key, held, exit.at(), Confidence.LIKELY, ", though what was taken with it is");
        exit.forgotten().add(key);
      }
    });
  }

  private static boolean isInStaticStorage(State state, Symbol object) {
    return object instanceof Symbol.Address(Location place)
            && place.base() instanceof Location.Global
        || state.namesOf(object).stream().anyMatch(name -> name.base() instanceof Location.Global);
  }

  /**
   * By the place where it was acquired: where the last way out leaves a pointer to what it has
   * given back. Nobody owns an object by such a pointer.
   */
  private static Map<Integer, Set<Location>> dangling(List<Exit> exits) {
    Map<Integer, Set<Location>> dangling = new HashMap<>();
    int last = exits.isEmpty() ? 0 : exits.getLast().at().start();
    for (Exit exit : exits) {
      if (exit.at().start() == last) {
        exit.state()
            .holdings
            .forEach((key, held) -> {
              if (held.owned() && held.net() == 0 && held.release().happened()) {
                exit.state().namesOf(key.object()).stream()
                    .filter(Location::outlives)
                    .forEach(l ->
                        dangling
                            .computeIfAbsent(held.acquire().node(), _ -> new HashSet<>())
                            .add(l));
              }
            });
      }
    }
    return dangling;
  }

  /**
   * An early return that says nothing leaves to the caller's memory what the function gives back
   * when it goes to its end.
   */
  private void leftDangling(Exit exit, Map<Integer, Set<Location>> dangling, Settlement settled) {
    if (exit.state().returned.isPresent()) {
      return;
    }
    exit.state()
        .holdings
        .forEach((key, held) -> {
          Set<Location> names = dangling.getOrDefault(held.acquire().node(), Set.of());
          List<Location> kept =
              exit.state().namesOf(key.object()).stream().filter(Location::outlives).toList();
          if (held.net() > 0 && held.owned() && !kept.isEmpty() && names.containsAll(kept)) {
            Confidence sure = confidence(exit.state(), key, held, settled);
            reports.leak(
                exit.state(),
                key,
                held,
                exit.at(),
                sure.compareTo(Confidence.LIKELY) > 0 ? Confidence.LIKELY : sure,
                ", though another path does");
            exit.forgotten().add(key);
          }
        });
  }

  /** The structure that it lies in was itself stored where somebody finds it. */
  private static boolean isKeptWithItsHolder(State state, Symbol object) {
    return state.namesOf(object).stream()
        .anyMatch(name ->
            name.base() instanceof Location.Pointee(Symbol holder)
                && state.namesOf(holder.object()).stream().anyMatch(Location::outlives));
  }

  /** The other exit took it at the same place and has given it back. */
  private static boolean settled(Exit other, Key key, Holding held) {
    Holding h = other.state().holdings.getOrDefault(key, Holding.none());
    return h.net() == 0 && h.acquire().node() == held.acquire().node() && h.release().happened();
  }
}
