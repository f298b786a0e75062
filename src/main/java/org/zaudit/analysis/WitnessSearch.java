package org.zaudit.analysis;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.zaudit.analysis.Holding.Act;
import org.zaudit.source.Span;

/**
 * Goes back along a trail, and along another where that one contradicts itself. What was found to
 * contradict a test is not tried again as long as that test stands (nogoods: Stallman, Sussman,
 * Artificial Intelligence 9, 1977).
 */
final class WitnessSearch {
  private final Retests retests;
  private final Act act;

  /** The way that is tried, newest first. */
  private final List<Trail> path = new ArrayList<>();

  private final Map<Point, Set<Tested>> nogoods = new HashMap<>();
  private int steps;
  private boolean contrary;

  /**
   * What was true at a place.
   *
   * @param taken the way that a branch went there; empty where a variable was set
   * @param rounds how often a loop came round later
   */
  private record Tested(Claim claim, int place, Optional<Boolean> taken, int rounds) {
    /** In another round than this it may have been set otherwise: the trail knows only a few. */
    boolean speaksOf(Tested later) {
      return taken.isPresent() || rounds == later.rounds();
    }
  }

  /**
   * @param before the act
   */
  private record Point(Trail trail, boolean before, int rounds) {
    Point earlier(Trail trail, boolean before) {
      return new Point(trail, before, rounds + (this.trail.comesRound() ? 1 : 0));
    }
  }

  WitnessSearch(Retests retests, Act act) {
    this.retests = retests;
    this.act = act;
  }

  Optional<Trail> from(Trail trail) {
    if (failure(new Point(trail, false, 0), List.of()).isEmpty()) {
      return Optional.of(Trail.of(path));
    }
    // What was not found for want of steps is no reason for doubt.
    return contrary && steps <= Bounds.WITNESS_STEPS ? Optional.empty() : Optional.of(trail);
  }

  /**
   * Empty when a way back to the beginning was found; else the tests that stand against all.
   *
   * @param later tests of values that were not changed since
   */
  private Optional<Set<Tested>> failure(Point point, List<Tested> later) {
    if (steps > Bounds.WITNESS_STEPS) {
      return Optional.of(Set.of());
    }
    Set<Tested> known = nogoods.get(point);
    if (known != null && later.containsAll(known)) {
      return Optional.of(known);
    }
    Set<Tested> against = new HashSet<>();
    List<Trail> ways = new ArrayList<>(List.of(point.trail()));
    ways.addAll(point.trail().others());
    for (Trail way : ways) {
      int passed = path.size();
      Point here = new Point(way, point.before(), point.rounds());
      Optional<Set<Tested>> failure =
          way.equals(point.trail()) ? failureAlone(here, later) : failure(here, later);
      if (failure.isEmpty()) {
        return failure;
      }
      path.subList(passed, path.size()).clear();
      against.addAll(failure.get());
    }
    nogoods.put(point, against);
    return Optional.of(against);
  }

  /** The same, whatever else may stand in the place of the trail. */
  private Optional<Set<Tested>> failureAlone(Point start, List<Tested> since) {
    Map<Point, Optional<Tested>> passed = new LinkedHashMap<>();
    List<Tested> later = since;
    Point here = start;
    Optional<Set<Tested>> failure = Optional.empty();
    for (Trail t = start.trail(); t != null && failure.isEmpty(); t = t.earlier()) {
      steps++;
      boolean isBegin = t.equals(start.trail());
      if (!isBegin) {
        here = here.earlier(t, here.before() || isAct(here.trail().step()));
      }
      if (!isBegin && (nogoods.containsKey(here) || !t.others().isEmpty())) {
        failure = failure(here, later);
        if (failure.isEmpty()) {
          return failure;
        }
      } else {
        path.add(t);
        Optional<Tested> test = test(here);
        List<Tested> standing = later;
        failure = test.flatMap(one -> contrary(one, standing)).map(Set::of);
        passed.put(here, test);
        later = before(t.step(), test, standing);
      }
    }
    boolean isThere = here.before() || isAct(here.trail().step()) || !act.happened();
    if (failure.isEmpty() && isThere) {
      return failure;
    }
    Set<Tested> against = new HashSet<>(failure.orElse(Set.of()));
    List.copyOf(passed.entrySet())
        .reversed()
        .forEach(e -> {
          e.getValue().ifPresent(against::remove);
          if (!e.getKey().trail().equals(start.trail())) {
            nogoods.put(e.getKey(), Set.copyOf(against));
          }
        });
    return Optional.of(against);
  }

  private boolean isAct(Trail.Step step) {
    return step instanceof Trail.Told(_, Event event)
        && (event.kind() == Event.Kind.ACQUIRE || event.kind() == Event.Kind.RELEASE)
        && event.at().equals(act.at());
  }

  /** What a branch says, or the value that a variable gets, if that says anything. */
  private Optional<Tested> test(Point here) {
    return switch (here.trail().step()) {
      case Trail.Told(_, Event event) -> test(event, here.rounds());
      case Trail.Forced(Event branch) -> test(branch, here.rounds());
      case Trail.Assigned(String variable, Span at, Range value)
          when !retests.isKnown(variable) && (value.isExactly(0) || !value.containsZero()) ->
          Optional.of(
              new Tested(
                  Claim.isSet(variable, value), at.start(), Optional.empty(), here.rounds()));
      case Trail.Assigned _ -> Optional.empty();
    };
  }

  private Optional<Tested> test(Event event, int rounds) {
    boolean taken = event.isBranch(true);
    int place = event.at().start();
    return taken || event.isBranch(false)
        ? retests
            .claim(place, taken)
            .map(claim -> new Tested(claim, place, Optional.of(taken), rounds))
        : Optional.empty();
  }

  /** The later test that says the contrary. */
  private Optional<Tested> contrary(Tested test, List<Tested> later) {
    Optional<Tested> found =
        later.stream()
            .filter(other -> other.claim().contradicts(test.claim()) && isTheSame(test, other))
            .findFirst();
    contrary |= found.isPresent();
    return found;
  }

  /** What tests of later still stand before a step. */
  private static List<Tested> before(Trail.Step step, Optional<Tested> test, List<Tested> later) {
    List<Tested> standing = new ArrayList<>(later);
    test.ifPresent(standing::add);
    if (step instanceof Trail.Assigned(String variable, _, _)) {
      standing.removeIf(other -> Retests.isOf(variable, other.claim().text()));
    }
    return standing;
  }

  /** True when the condition, at two places, is taken to say the same. */
  private boolean isTheSame(Tested earlier, Tested later) {
    boolean round = earlier.rounds() > later.rounds();
    return earlier.place() != later.place()
        && earlier.speaksOf(later)
        && earlier
            .taken()
            .filter(taken ->
                retests.mayChange(
                    earlier.claim().text(), earlier.place(), taken, later.place(), round))
            .isEmpty();
  }
}
