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
 */
record Settlement(Map<Integer, Set<Settled>> byNode, Set<Location> arraysGivenUp) {
  /**
   * What became of an object on a path that does not forget it.
   *
   * @param isStored in memory that the caller can name
   */
  record Settled(Holding holding, boolean isStored) {}

  /** By the place where it was acquired: what is, on some path, given back or left to be found. */
  static Settlement of(List<Exit> all, Reachability reachability) {
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
              .add(new Settled(h, isStored));
        }
      });
    }
    return new Settlement(settled, arraysGivenUp);
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

  /** How sure it is that what is held ought to be given back. */
  Confidence confidence(Holding held) {
    Set<Settled> settled = at(held);
    if (!held.isShared()) {
      return settled.isEmpty() ? Confidence.LIKELY : Confidence.CERTAIN;
    }
    // A callback is as a rule given what it is to look after.
    boolean hasKeeper =
        held.shared().contains(Calls.BY_POINTER) || held.shared().contains(Calls.PERHAPS);
    boolean anyReleased = false;
    Confidence sure = Confidence.POSSIBLE;
    for (Settled s : settled) {
      boolean isReleased = s.holding().net() <= 0;
      anyReleased |= isReleased;
      if (s.holding().shared().containsAll(held.shared())) {
        // Those who got it on that path too do not keep it: it was still to be given back.
        if (isReleased) {
          return hasKeeper ? Confidence.LIKELY : Confidence.CERTAIN;
        }
        sure = s.isStored() && !hasKeeper ? Confidence.LIKELY : sure;
      }
    }
    if (hasKeeper) {
      return Confidence.POSSIBLE;
    }
    return anyReleased ? Confidence.LIKELY : sure;
  }
}
