package org.zaudit.audit;

import java.util.List;
import java.util.Optional;

/**
 * A finding of a tree and the life it is part of.
 *
 * @param carried present when this version of the function proves nothing, so that what an earlier
 *     one showed is taken to stand
 */
record Holding(Lifeline life, TreeFinding finding, Optional<Carried> carried) {

  /** How an earlier version showed it. */
  record Carried(Lifeline.Seen seen, List<String> statements) {}

  static Holding of(Lifeline life, TreeFinding finding) {
    return new Holding(life, finding, Optional.empty());
  }
}
