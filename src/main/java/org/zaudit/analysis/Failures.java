package org.zaudit.analysis;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.zaudit.analysis.Exits.Exit;
import org.zaudit.analysis.Holding.Key;

/**
 * What the ways out on which a function fails, or says nothing, leave in memory of others and the
 * rest does not.
 */
final class Failures {
  /** What the function returns tells of success by zero. */
  private final boolean zeroIsSuccess;

  private final Doubts doubts;
  private final Contribution contribution;
  private final Reports reports;

  Failures(boolean zeroIsSuccess, Doubts doubts, Contribution contribution, Reports reports) {
    this.zeroIsSuccess = zeroIsSuccess;
    this.doubts = doubts;
    this.contribution = contribution;
    this.reports = reports;
  }

  void judge(List<Exit> exits, Settlement settled) {
    Map<Integer, Set<Ending>> successes = successes(exits);
    exits.forEach(exit -> leftBehind(exit, successes, exits));
    exits.forEach(exit -> halfUndone(exit, successes));
    Map<Integer, Set<Location>> dangling = dangling(exits);
    exits.forEach(exit -> leftDangling(exit, dangling, settled));
    exits.forEach(exit -> leftPointing(exit, exits));
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
   * Memory of the caller names what a failure left there, and every success gives the same back,
   * and leaves nothing else there: the caller cannot know that this way out was another.
   */
  private void leftBehind(Exit exit, Map<Integer, Set<Ending>> successes, List<Exit> all) {
    if (!zeroIsSuccess || exit.result().containsZero()) {
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
      List<Location> names =
          exit.state().namesOf(key.object()).stream().filter(Location::outlives).toList();
      boolean returned = exit.state().returned.map(r -> r.mentions(key.object())).orElse(false);
      if (!names.isEmpty()
          && !returned
          && !isKeptWithItsHolder(exit.state(), key.object())
          && names.stream().noneMatch(name -> replaces(exit.state(), key, name))
          && all.stream().noneMatch(other -> refills(other, key, names))) {
        // Who was given the structure may fail just because nothing lies in it.
        Confidence confidence = held.isShared() ? Confidence.POSSIBLE : Confidence.LIKELY;
        reports.leak(exit.state(), key, held, exit.at(), confidence, ", though another path does");
        exit.forgotten().add(key);
      }
    }
  }

  /** It took the place of another of its kind, which the caller would have given back. */
  private static boolean replaces(State state, Key key, Location place) {
    return state.holding(key.with(new Symbol.Content(place))).net() < 0;
  }

  /** A success leaves a reference of the kind in one of these places. */
  private static boolean refills(Exit exit, Key key, List<Location> places) {
    State state = exit.state();
    return exit.result().containsZero()
        && places.stream()
            .map(place -> key.with(state.read(place).object()))
            .map(there -> state.holding(there))
            .anyMatch(held -> held.net() > 0);
  }

  /**
   * A failure gives back some of what a success leaves, and not what else this function itself has
   * put into static storage: who undoes a part of it means to undo it all. A number (a descriptor)
   * is not looked for there after a failure: the next attempt writes over it.
   */
  private void halfUndone(Exit exit, Map<Integer, Set<Ending>> successes) {
    if (!zeroIsSuccess || exit.result().containsZero() || doubts.isEndOfProgram()) {
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
    state.holdings.forEach((key, held) -> {
      if ((isUndone || isDescriptor(key))
          && held.net() > 0
          && held.owned()
          && !held.isShared()
          && alwaysKept.equals(successes.get(held.acquire().node()))
          && !exit.forgotten().contains(key)
          && contribution.isOwnAct(held.acquire())
          && isInStaticStorage(state, key.object())) {
        reports.leak(
            state,
            key,
            held,
            exit.at(),
            Confidence.LIKELY,
            isUndone ? ", though what was taken with it is" : ", and a failure is not undone");
        exit.forgotten().add(key);
      }
    });
  }

  /** A number that a call answered: it is not gone when it is given back. */
  private boolean isDescriptor(Key key) {
    return key.object() instanceof Symbol.Made && !reports.resource(key).mortal();
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
            Confidence sure = doubts.confidence(exit.state(), key, held, settled);
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

  /**
   * A failure gives back what memory of the caller names, and leaves it named there, where a
   * success puts something else in its place: whoever tears that memory down gives it back again.
   */
  private void leftPointing(Exit exit, List<Exit> all) {
    if (!zeroIsSuccess || exit.result().containsZero() || doubts.isEndOfProgram()) {
      return;
    }
    State state = exit.state();
    state.holdings.forEach((key, held) -> {
      if (held.net() < 0
          && contribution.isOwnAct(held.release())
          && reports.resource(key).mortal()
          && isStillNamed(state, key)
          && all.stream()
              .anyMatch(other ->
                  other.result().containsZero()
                      && givesBack(other.state(), key)
                      && !isStillNamed(other.state(), key))) {
        reports.leftPointing(state, key, held.release(), exit.at());
      }
    });
  }

  private static boolean givesBack(State state, Key key) {
    return state.holding(key).net() < 0;
  }

  /** By the place in memory of the caller where this function found it. */
  private static boolean isStillNamed(State state, Key key) {
    return key.object() instanceof Symbol.Content(Location place)
        && place.base() instanceof Location.Pointee(Symbol holder)
        && !place.steps().isEmpty()
        && state.read(place).equals(key.object())
        && state.holdings.entrySet().stream()
            .noneMatch(e -> e.getValue().net() < 0 && e.getKey().object().equals(holder.object()));
  }

  /** The structure that it lies in was itself stored where somebody finds it. */
  private static boolean isKeptWithItsHolder(State state, Symbol object) {
    return state.namesOf(object).stream()
        .anyMatch(name ->
            name.base() instanceof Location.Pointee(Symbol holder)
                && state.namesOf(holder.object()).stream().anyMatch(Location::outlives));
  }
}
