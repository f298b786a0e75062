package org.zaudit.audit;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.zaudit.analysis.Ledger;

/**
 * What does not fit together in a tree, and what that was found by beside the ledger: it holds for
 * another tree as long as neither changes.
 *
 * @param faults by the function that is to be told
 * @param words for members of which it was asked who mentions them
 * @param mentioning functions that do and decided it
 */
record Pairs(
    Map<FunctionId, List<Ledger.Fault>> faults, Set<String> words, Set<FunctionId> mentioning) {
  /** Of a tree without functions. */
  static final Pairs NONE = new Pairs(Map.of(), Set.of(), Set.of());

  /**
   * Whether they are what joining the ledger of the later state would give.
   *
   * @param before the state whose pairs they are
   * @param touched all functions that may differ in text, in scope or in outcome
   * @param scope of the later tree
   */
  boolean hold(WorldState before, WorldState later, Collection<FunctionId> touched, Scope scope) {
    return touched.stream()
        .allMatch(id ->
            before.contribution(id).equals(later.contribution(id))
                && before.isBounded(id) == later.isBounded(id)
                && !mentioning.contains(id)
                && !mentionsAny(id, scope));
  }

  private boolean mentionsAny(FunctionId id, Scope scope) {
    return !words.isEmpty()
        && scope.has(id)
        && scope
            .tree()
            .definition(id)
            .filter(d -> !Collections.disjoint(scope.names(d), words))
            .isPresent();
  }
}
