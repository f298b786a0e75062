package org.zaudit.audit;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.zaudit.history.Commit;

/**
 * Reaches tagged commits of side lines. What leads to one is walked, as on a release branch; where
 * that is a history of its own it is landed on, and what happened on the way stays unknown. Belongs
 * to one thread.
 */
final class SideWalk {
  /** No release of OpenZFS has half as many between it and the one before. */
  private static final int STEPS = 512;

  private final Walk walk;
  private final List<Commit> side;
  private final Map<String, Commit> byId = new HashMap<>();
  private final Optional<String> near;
  private final Walk.Listener listener;

  /**
   * @param side commits that were not walked, parents before children
   * @param near a commit that was, from whose tree those are reached that come before all others
   */
  SideWalk(Walk walk, List<Commit> side, Optional<String> near, Walk.Listener listener) {
    this.walk = walk;
    this.side = side;
    this.near = near;
    this.listener = listener;
    Set<String> parents = new HashSet<>();
    for (Commit commit : side) {
      byId.put(commit.id(), commit);
      // Other lines may start from it.
      commit.parents().stream().filter(parent -> !parents.add(parent)).forEach(walk::keep);
    }
  }

  void reach(Commit end) {
    walk.keep(end.id());
    Set<String> unknown = unknown(end);
    if (unknown.size() > STEPS) {
      walk.land(version(base(end)), end, listener);
      return;
    }
    List<Commit> way = side.stream().filter(commit -> unknown.contains(commit.id())).toList();
    for (Commit commit : way) {
      commit.parents().stream().filter(p -> !unknown.contains(p)).forEach(this::version);
    }
    walk.through(way, listener);
  }

  /** The commit and those before it that were not walked; some of them, if they are too many. */
  private Set<String> unknown(Commit end) {
    Set<String> unknown = new HashSet<>(Set.of(end.id()));
    Deque<Commit> open = new ArrayDeque<>(List.of(end));
    while (!open.isEmpty() && unknown.size() <= STEPS) {
      for (String parent : open.pop().parents()) {
        Commit commit = byId.get(parent);
        if (commit != null && walk.version(parent).isEmpty() && unknown.add(parent)) {
          open.push(commit);
        }
      }
    }
    return unknown;
  }

  /** The nearest commit that is known or lies outside, along first parents if that leads to one. */
  private String base(Commit end) {
    Set<String> seen = new HashSet<>();
    Deque<String> open = new ArrayDeque<>(end.parents());
    while (true) {
      String at = open.pop();
      Commit commit = byId.get(at);
      if (commit == null || walk.version(at).isPresent()) {
        return at;
      }
      if (seen.add(at)) {
        commit.parents().reversed().forEach(open::push);
      }
    }
  }

  private Version version(String commit) {
    if (walk.version(commit).isEmpty()) {
      walk.start(commit, near, listener);
    }
    return walk.version(commit).orElseThrow();
  }
}
