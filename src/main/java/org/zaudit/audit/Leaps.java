package org.zaudit.audit;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.zaudit.history.Commit;

/**
 * Reaches commits of side lines without going through all that lead to them: by leaps, halved until
 * either nothing happened to a life that is followed, or one commit is left, which did it. What
 * happened and was undone within a leap stays unknown, and so does which commits did it on a line
 * where very much happened. Belongs to one thread.
 */
final class Leaps {
  /** So many commits are tried on the way to one, each at the cost of one that changes much. */
  private static final int TRIES = 256;

  private final Walk walk;
  private final Map<String, Commit> side = new HashMap<>();
  private final Optional<String> near;
  private final Walk.Listener listener;

  /**
   * @param side commits that were not walked
   * @param near a commit that was, from whose tree those are reached that come before all others
   */
  Leaps(Walk walk, List<Commit> side, Optional<String> near, Walk.Listener listener) {
    this.walk = walk;
    side.forEach(commit -> this.side.put(commit.id(), commit));
    this.near = near;
    this.listener = listener;
  }

  void reach(Commit commit) {
    // Not by recursion: a history can be as deep as it likes.
    Deque<Commit> goals = new ArrayDeque<>(List.of(commit));
    for (int tries = 0; !goals.isEmpty(); tries++) {
      Optional<Version> from = tries < TRIES ? Optional.empty() : before(way(commit));
      if (from.isPresent()) {
        walk.land(from.get(), commit, listener);
        return;
      }
      goBefore(goals.peek()).ifPresentOrElse(goals::push, goals::pop);
    }
  }

  /** Goes to this commit; or nowhere, and says to which one first. */
  private Optional<Commit> goBefore(Commit goal) {
    List<Commit> way = way(goal);
    if (way.isEmpty()) {
      return Optional.empty();
    }
    Optional<Version> from = before(way);
    if (from.isPresent() && walk.leap(from.get(), goal, listener)) {
      return Optional.empty();
    }
    if (way.size() > 1) {
      return Optional.of(way.get(way.size() / 2));
    }
    Optional<Commit> first =
        goal.parents().stream().flatMap(parent -> unknown(parent).stream()).findFirst();
    if (first.isPresent()) {
      return first;
    }
    walk.keep(goal.id());
    walk.through(List.of(goal), listener);
    return Optional.empty();
  }

  /** Along the first parents, latest first, down to a commit whose parent is known. */
  private List<Commit> way(Commit goal) {
    List<Commit> way = new ArrayList<>();
    Optional<Commit> at = unknown(goal.id());
    while (at.isPresent()) {
      way.add(at.get());
      at = at.get().parents().stream().findFirst().flatMap(this::unknown);
    }
    return way;
  }

  private Optional<Version> before(List<Commit> way) {
    return way.isEmpty()
        ? Optional.empty()
        : way.getLast().parents().stream().findFirst().map(this::version);
  }

  private Optional<Commit> unknown(String commit) {
    return Optional.ofNullable(side.get(commit)).filter(c -> walk.version(c.id()).isEmpty());
  }

  private Version version(String commit) {
    if (walk.version(commit).isEmpty()) {
      walk.start(commit, near, listener);
    }
    return walk.version(commit).orElseThrow();
  }
}
