package org.zaudit.audit;

import java.util.Optional;
import org.zaudit.analysis.Finding;
import org.zaudit.analysis.Result;

/** Tells whether it means anything that a finding is not there. */
final class Silence {
  private final TreeState state;

  Silence(TreeState state) {
    this.state = state;
  }

  /**
   * Whether this version of a function was analysed well enough to have shown what an earlier one
   * showed. A gap is no proof.
   */
  boolean proves(FunctionId id, Holding before) {
    int world = before.finding().world();
    if (state.tree().isIn(id.file(), world)) {
      return proves(id, before.finding().finding(), world);
    }
    for (int other = 0; other < state.worlds().size(); other++) {
      if (state.tree().isIn(id.file(), other) && !proves(id, before.finding().finding(), other)) {
        return false;
      }
    }
    return true;
  }

  private boolean proves(FunctionId id, Finding finding, int world) {
    Optional<Outcome> outcome = state.worlds().get(world).outcome(id);
    if (outcome.isEmpty()) {
      // It mentions nothing that could go wrong.
      return true;
    }
    Result result = outcome.get().result();
    if (result.bounded() || !outcome.get().settled()) {
      return false;
    }
    boolean seen = result.configurations().stream().anyMatch(c -> !c.excludes(finding.condition()));
    // Where every configuration was analysed and none is compatible, its condition is gone.
    return seen || result.skipped().isEmpty();
  }
}
