package org.zaudit.analysis;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.zaudit.analysis.Exits.Exit;

/**
 * What becomes, on the ways out that do not forget it, of what was acquired at a place: by that it
 * is judged how sure it is that the others do wrong.
 *
 * @param arraysGivenUp whose elements are given back on some way out
 * @param zeroIsSuccess what the function returns tells of success by zero
 */
record Settlement(
    Map<Integer, Set<Settled>> byNode, Set<Location> arraysGivenUp, boolean zeroIsSuccess) {
  /**
   * What became of an object on a path that does not forget it.
   *
   * @param isStored in memory that the caller can name
   * @param result what the function returns there
   */
  record Settled(Holding holding, boolean isStored, Range result) {}

  /** By the place where it was acquired: what is, on some path, given back or left to be found. */
  static Settlement of(List<Exit> all, Reachability reachability, boolean zeroIsSuccess) {
    Map<Integer, Set<Settled>> settled = new HashMap<>();
    Set<Location> arraysGivenUp = new HashSet<>();
    for (Exit x : all) {
      State state = x.state();
      state.segments.stream()
          .filter(s -> s.way() == Segment.Way.RELEASED)
          .forEach(s -> arraysGivenUp.add(s.array()));
      state.holdings.forEach((k, h) -> {
        if (h.net() <= 0 || reachability.isFound(state, k.object())) {
          boolean isStored = state.namesOf(k.object()).stream().anyMatch(Location::outlives);
          settled
              .computeIfAbsent(h.acquire().node(), _ -> new LinkedHashSet<>())
              .add(new Settled(h, isStored, x.result()));
        }
      });
    }
    return new Settlement(settled, arraysGivenUp, zeroIsSuccess);
  }

  private Set<Settled> at(Holding held) {
    return byNode.getOrDefault(held.acquire().node(), Set.of());
  }

  /** The nodes at which it is given back on some way out. */
  Set<Integer> releases(Holding held) {
    return at(held).stream()
        .map(Settled::holding)
        .filter(h -> h.net() <= 0 && h.release().happened())
        .map(h -> h.release().node())
        .collect(Collectors.toSet());
  }

  /** True when some way out does not forget it. */
  boolean isElsewhere(Holding held) {
    return !at(held).isEmpty();
  }

  /**
   * True when it lies in an array whose elements are given back elsewhere, as many as there are.
   */
  boolean isInArrayGivenUp(State state, Symbol object) {
    return state.namesOf(object).stream()
        .anyMatch(l -> !l.steps().isEmpty() && arraysGivenUp.contains(l.array()));
  }

  /**
   * How sure it is that what is held ought to be given back.
   *
   * @param result what the function returns where it is held
   */
  Confidence confidence(Holding held, Range result) {
    Set<Settled> settled = at(held);
    if (!held.isShared()) {
      return settled.isEmpty() ? Confidence.LIKELY : Confidence.CERTAIN;
    }
    // A callback is as a rule given what it is to look after.
    boolean hasKeeper =
        held.shared().contains(Calls.BY_POINTER) || held.shared().contains(Calls.PERHAPS);
    boolean anySettled = false;
    boolean isLikely = false;
    Confidence sure = Confidence.POSSIBLE;
    for (Settled s : settled) {
      boolean isSettled = s.holding().net() <= 0;
      anySettled |= isSettled;
      if (s.holding().shared().containsAll(held.shared())) {
        // Those who got it on that path too do not keep it: it was still to be given back.
        if (isSettled && !hasKeeper) {
          return Confidence.CERTAIN;
        }
        isLikely |= isSeenTo(s.holding()) && !isTakenOnSuccess(result, s.result());
        sure = s.isStored() && !hasKeeper ? Confidence.LIKELY : sure;
      }
    }
    if (hasKeeper) {
      return isLikely ? Confidence.LIKELY : Confidence.POSSIBLE;
    }
    return anySettled ? Confidence.LIKELY : sure;
  }

  /** By this function, not only by somebody who may do so. */
  private static boolean isSeenTo(Holding held) {
    return held.net() <= 0
        && (held.release().happened() || held.shared().contains(Sharing.NEW_OWNER));
  }

  /** Given back where the function fails: who may keep it does so, as a rule, where all is well. */
  private boolean isTakenOnSuccess(Range held, Range released) {
    return zeroIsSuccess && held.isExactly(0) && !released.containsZero();
  }
}
