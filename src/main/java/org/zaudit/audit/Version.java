package org.zaudit.audit;

import java.util.List;
import org.pcollections.PMap;

/**
 * A commit, its tree, and the lives that go through it.
 *
 * @param number in the walk
 */
record Version(
    int number, String commit, TreeState state, PMap<FunctionId, List<Holding>> holdings) {

  List<Holding> holdings(FunctionId id) {
    return holdings.getOrDefault(id, List.of());
  }

  /** How this version, or the last one that showed it, shows a holding of it. */
  Lifeline.Seen seen(FunctionId id, Holding holding) {
    return holding
        .carried()
        .map(Holding.Carried::seen)
        .orElseGet(() ->
            new Lifeline.Seen(number, commit, new Viewer(state).sight(id, holding.finding())));
  }

  List<String> statements(FunctionId id, Holding holding) {
    return holding
        .carried()
        .map(Holding.Carried::statements)
        .orElseGet(() -> new Viewer(state).statements(id, holding.finding()));
  }
}
