package org.zaudit.analysis;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.zaudit.analysis.Exits.Exit;
import org.zaudit.analysis.Holding.Key;

/**
 * What the ways out of a function do to references of the caller must agree, as far as the caller
 * cannot tell them apart.
 */
final class Disagreements {
  private final String function;

  /** What the function returns is an int, which is no address and no truth. */
  private final boolean isNumber;

  private final Telling telling;
  private final Promised promised;
  private final Reachability reachability;
  private final Predicate<Symbol.Argument> givesAway;

  /** Numbers of the parameters that may point to anything: what is handed to who is called back. */
  private final Set<Integer> untyped;

  private final Doubts doubts;
  private final Reports reports;

  Disagreements(
      String function,
      boolean isNumber,
      Promised promised,
      Reachability reachability,
      Predicate<Symbol.Argument> givesAway,
      Set<Integer> untyped,
      Doubts doubts,
      Reports reports) {
    this.function = function;
    this.isNumber = isNumber;
    this.telling = new Telling(isNumber);
    this.promised = promised;
    this.reachability = reachability;
    this.givesAway = givesAway;
    this.untyped = untyped;
    this.doubts = doubts;
    this.reports = reports;
  }

  void judge(List<Exit> exits) {
    onParameters(exits);
    notTaken(exits);
    notGivenUp(exits);
    notFreedToo(exits);
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
              if (k.object().visibleToCaller() || isInWhatWasFound(e.state(), k, h)) {
                keys.add(k);
              }
            }));
    for (Key key : keys) {
      for (Exit held : exits) {
        Holding h = held.state().holding(key);
        if (h.net() <= 0
            || !h.acquire().happened()
            || h.isShared()
            || isGivenBackElsewhere(held.state(), key)
            || isInWhatIsReturned(held.state(), key.object())
            || isWithItsHolder(held.state(), key)) {
          continue;
        }
        List<Exit> clean =
            exits.stream()
                .filter(o -> settled(o, key, h))
                .filter(o -> !telling.told(held, o, key.object()))
                .toList();
        if (!clean.isEmpty()) {
          Set<Integer> releases =
              clean.stream()
                  .map(o -> o.state().holding(key).release().node())
                  .collect(Collectors.toSet());
          reports.leak(
              held.state(),
              key,
              h,
              held.at(),
              isGivenBackUnderAnotherName(held.state(), key)
                  ? Confidence.POSSIBLE
                  : doubts.unlessPast(held.state(), h.acquire(), releases),
              ", though another path does");
        } else if (h.isUnder(function)
            && key.object().visibleToCaller()
            && !promised.covers(key.rule(), held.result())
            && exits.stream().noneMatch(o -> givesBack(o, key))) {
          // No other function can, under that name.
          reports.leak(held.state(), key, h, held.at(), Confidence.LIKELY, "");
        }
      }
    }
  }

  /** In something that this function has found and the caller has not: a lock in it, say. */
  private boolean isInWhatWasFound(State state, Key key, Holding held) {
    return held.net() > 0
        && !held.owned()
        && !reports.resource(key).inPlace()
        && !reports.resource(key).counted()
        && key.object() instanceof Symbol.Address(Location place)
        && place.base() instanceof Location.Pointee(Symbol holder)
        && holder.object() instanceof Symbol.Made
        && !reachability.isFound(state, holder.object());
  }

  private static boolean givesBack(Exit exit, Key key) {
    return exit.state().holding(key).release().happened();
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
                && key.object().visibleToCaller()) {
              Set<Integer> acquires =
                  exits.stream()
                      .filter(o ->
                          takesFirst(o, key) && !telling.told(exit, o, key.object())
                              || takesToKeep(o, exit, key))
                      .map(o -> o.state().holding(key).acquire().node())
                      .collect(Collectors.toSet());
              if (!acquires.isEmpty()) {
                reports.notTaken(
                    exit.state(),
                    key,
                    held.release(),
                    exit.state().past.metUnknown()
                        ? Confidence.POSSIBLE
                        : doubts.unlessPast(exit.state(), Holding.Act.NONE, acquires));
              }
            }
          });
    }
  }

  /**
   * A reference of the caller that is given up whether the function succeeds or fails is given up
   * on every way out, or the caller cannot know whether it still has it.
   */
  private void notGivenUp(List<Exit> exits) {
    if (!isNumber || doubts.isEndOfProgram()) {
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
      List<Exit> givingUp = exits.stream().filter(e -> isGivenUp(e.state().holding(key))).toList();
      if (givingUp.stream().noneMatch(e -> e.result().containsZero())
          || givingUp.stream().allMatch(e -> e.result().isExactly(0))) {
        continue;
      }
      Map<Exit, Exit> keeping = new LinkedHashMap<>();
      for (Exit exit : exits) {
        if (isUntouched(exit.state(), key)) {
          givingUp.stream()
              .filter(o -> !exit.result().intersect(o.result()).isEmpty())
              .filter(
                  o -> !telling.told(exit, o, key.object()) && !telling.told(o, exit, key.object()))
              .findFirst()
              .ifPresent(o -> keeping.put(exit, o));
        }
      }
      if (places(keeping.keySet()) < places(givingUp)) {
        keeping.forEach((exit, other) ->
            reports.notGivenUp(exit.state(), key, other.state().holding(key).release(), exit.at()));
      }
    }
  }

  /**
   * Who is called back with memory of no type, and frees it when it goes to its end, was given it:
   * an early return that tells nobody keeps it.
   */
  private void notFreedToo(List<Exit> exits) {
    if (exits.isEmpty()) {
      return;
    }
    int end = exits.getLast().at().start();
    List<Exit> last = exits.stream().filter(exit -> exit.at().start() == end).toList();
    for (Key key : last.getFirst().state().holdings.keySet()) {
      if (key.object() instanceof Symbol.Argument(int index, _, _)
          && untyped.contains(index)
          && reports.resource(key).heap()
          && last.stream().allMatch(exit -> isGivenUp(exit.state().holding(key)))) {
        exits.stream()
            .filter(exit -> exit.at().start() != end && isUntouched(exit.state(), key))
            .filter(exit -> last.stream().noneMatch(o -> isToldBack(exit, o, key.object())))
            .forEach(exit ->
                reports.notFreedToo(
                    exit.state(), key, last.getFirst().state().holding(key).release(), exit.at()));
      }
    }
  }

  /** Who calls back and gets no answer looks at nothing else. */
  private boolean isToldBack(Exit keeping, Exit freeing, Symbol object) {
    return keeping.state().returned.isPresent()
        ? telling.told(keeping, freeing, object)
        : Telling.isOfOtherCall(keeping, freeing);
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
    Holding held = exit.state().holding(key);
    return held.net() == 0
        && held.acquire().happened()
        && held.release().happened()
        && exit.state().trail.about(List.of(key.object()), false).stream()
            .map(Event::kind)
            .filter(kind -> kind == Event.Kind.ACQUIRE || kind == Event.Kind.RELEASE)
            .findFirst()
            .equals(Optional.of(Event.Kind.ACQUIRE));
  }

  /** There the function itself takes it and leaves it so: nobody had it before the call. */
  private boolean takesToKeep(Exit taking, Exit givingBack, Key key) {
    Holding held = taking.state().holding(key);
    return held.net() > 0
        && !reports.resource(key).counted()
        && reports.isContract(held.acquire().callee())
        && !held.release().happened()
        && !held.isShared()
        && !Telling.isOfOtherCall(taking, givingBack);
  }

  /**
   * Taken from one thing and given back to another beside it: which of them a callee takes and
   * which it gives back it alone knows. Or to the same thing under another name.
   */
  private static boolean isGivenBackElsewhere(State state, Key key) {
    return state.holdings.entrySet().stream()
        .anyMatch(e ->
            e.getValue().net() < 0
                && e.getKey().rule().equals(key.rule())
                && e.getKey().resource().equals(key.resource())
                && (e.getKey().object().visibleToCaller()
                        && e.getKey().object().object().equals(key.object().object())
                    || isEqual(state, e.getKey().object(), key.object())));
  }

  /**
   * What was never taken is given back instead, of the same kind and in the member of the same name
   * of some structure: as a rule there are two ways to that structure, and not two structures.
   */
  private static boolean isGivenBackUnderAnotherName(State state, Key key) {
    Optional<Location.Step> member = member(key.object());
    return member.isPresent()
        && state.holdings.entrySet().stream()
            .anyMatch(e ->
                e.getValue().net() < 0
                    && !e.getValue().acquire().happened()
                    && e.getKey().rule().equals(key.rule())
                    && e.getKey().resource().equals(key.resource())
                    && member(e.getKey().object()).equals(member));
  }

  private static Optional<Location.Step> member(Symbol object) {
    return object instanceof Symbol.Address(Location(_, List<Location.Step> steps, _))
            && !steps.isEmpty()
        ? Optional.of(steps.getLast())
        : Optional.empty();
  }

  private static boolean isEqual(State state, Symbol a, Symbol b) {
    return state.range(Arithmetic.apply("==", a, b)).isExactly(1);
  }

  /** A lock in what is returned: it comes with it. */
  private static boolean isInWhatIsReturned(State state, Symbol object) {
    return object instanceof Symbol.Address
        && state.returned.filter(r -> r.object().equals(object.object())).isPresent();
  }

  /**
   * One of several references, on something that was put into a new object which others know of by
   * now: it is for that one.
   */
  private boolean isWithItsHolder(State state, Key key) {
    return reports.resource(key).counted()
        && state.namesOf(key.object().object()).stream()
            .anyMatch(name ->
                name.base() instanceof Location.Pointee(Symbol holder)
                    && holder.object() instanceof Symbol.Made
                    && !state.allocations.isOursAlone(holder.object()));
  }

  /** The other exit took it, at the same place or before anything else, and has given it back. */
  private static boolean settled(Exit other, Key key, Holding held) {
    Holding h = other.state().holding(key);
    return h.net() == 0
        && h.release().happened()
        && (h.acquire().node() == held.acquire().node() || h.done() && takesFirst(other, key));
  }
}
