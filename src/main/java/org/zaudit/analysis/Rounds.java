package org.zaudit.analysis;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Where loops give up, in one of their rounds, what was acquired before them. A path through such a
 * loop that still holds it took no round, or none that did: whether there is such a path, only who
 * knows the data can say.
 */
final class Rounds {
  private final Loops loops;

  /** By the node of the acquire: the heads of such loops. */
  private final Map<Integer, Set<Integer>> heads = new HashMap<>();

  private int node;

  Rounds(Loops loops) {
    this.loops = loops;
  }

  /** What is told from now on happens at this node. */
  void at(int now) {
    node = now;
  }

  /** What is held is released, captured or stored here. */
  void givesUp(Holding held) {
    int acquired = held.acquire().node();
    for (int head : loops.heads()) {
      if (loops.contains(head, node) && !loops.contains(head, acquired)) {
        heads.computeIfAbsent(acquired, _ -> new HashSet<>()).add(head);
      }
    }
  }

  /** Whether what paths brought together at that node is another value in each round here. */
  boolean meetAnew(int meeting) {
    return loops.heads().stream()
        .anyMatch(head -> loops.contains(head, node) && loops.contains(head, meeting));
  }

  /** Whether the state came through a loop that gives this up in some round. */
  boolean passedBy(State state, Holding held) {
    return heads.getOrDefault(held.acquire().node(), Set.of()).stream()
        .anyMatch(state.past.endedLoops()::contains);
  }
}
