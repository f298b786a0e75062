package org.zaudit.audit;

import org.zaudit.analysis.Finding;
import org.zaudit.source.Condition;

/**
 * A finding that holds in a tree, in at least one of its worlds.
 *
 * @param ordinal of what is wrong in its function and agrees in all else, which
 * @param exit of the ways out on which that shows, which
 * @param finding as the first of these worlds has it
 * @param condition where it holds, all worlds taken together
 * @param world the first of these worlds
 */
record TreeFinding(
    String fingerprint, int ordinal, int exit, Finding finding, Condition condition, int world) {

  /** Agrees in what a fingerprint is made of, but for the name of the function and the way out. */
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
