package org.zaudit.audit;

import org.zaudit.analysis.Finding;
import org.zaudit.source.Condition;

/**
 * A finding that holds in a tree, in at least one of its worlds.
 *
 * @param ordinal which of those of its function that agree in all else
 * @param finding as the first of these worlds has it
 * @param condition where it holds, all worlds taken together
 * @param world the first of these worlds
 */
record TreeFinding(
    String fingerprint, int ordinal, Finding finding, Condition condition, int world) {

  /** Agrees in what a fingerprint is made of, but for the name of the function. */
  boolean isLike(TreeFinding other) {
    return ordinal == other.ordinal
        && isOfKind(other)
        && finding.identity().equals(other.finding.identity())
        && finding.callee().equals(other.finding.callee());
  }

  boolean isOfKind(TreeFinding other) {
    return finding.rule().equals(other.finding.rule()) && finding.check() == other.finding.check();
  }
}
