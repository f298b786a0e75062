package org.zaudit.audit;

import java.util.Optional;
import org.zaudit.analysis.Finding;
import org.zaudit.analysis.Result;

/** Tells whether it means anything that a finding is not there. */
final class Silence {
  private final TreeState before;
  private final TreeState state;

  Silence(TreeState before, TreeState state) {
    this.before = before;
    this.state = state;
  }

  /**
   * Whether a finding that a version of a function showed is gone from the next one: that is
   * analysed well enough to have shown it too. A gap is no proof.
   */
  boolean proves(Matching.Lost lost) {
    FunctionId now = lost.now().orElseThrow();
    int world = lost.holding().finding().world();
    boolean isInIt = state.tree().isIn(now.file(), world);
    for (int one = 0; one < state.worlds().size(); one++) {
      boolean counts = isInIt ? one == world : state.tree().isIn(now.file(), one);
      // Without an outcome it mentions nothing that could go wrong.
      if (counts && !state.worlds().get(one).outcome(now).map(o -> proves(o, lost)).orElse(true)) {
        return false;
      }
    }
    return true;
  }

  private boolean proves(Outcome outcome, Matching.Lost lost) {
    Result result = outcome.result();
    return outcome.settled()
        && wasSeen(result, lost.holding().finding().finding())
        && (!result.bounded() || isMended(lost));
  }

  private static boolean wasSeen(Result result, Finding finding) {
    boolean seen = result.configurations().stream().anyMatch(c -> !c.excludes(finding.condition()));
    // Where every configuration was analysed and none is compatible, its condition is gone.
    return seen || result.skipped().isEmpty();
  }

  /**
   * What was found within a bound, and is not within the same bound in another text, was mended by
   * that text as far as can be told.
   */
  private boolean isMended(Matching.Lost lost) {
    FunctionId then = lost.function();
    boolean wasBounded =
        before
            .worlds()
            .get(lost.holding().finding().world())
            .outcome(then)
            .filter(outcome -> outcome.settled() && outcome.result().bounded())
            .isPresent();
    return wasBounded
        && lost.holding().carried().isEmpty()
        && !body(before, then).equals(body(state, lost.now().orElseThrow()));
  }

  private static Optional<Body> body(TreeState state, FunctionId id) {
    return state.tree().definition(id).map(Definition::body);
  }
}
