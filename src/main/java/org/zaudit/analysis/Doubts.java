package org.zaudit.analysis;

import java.util.Optional;
import java.util.Set;
import org.zaudit.analysis.Holding.Act;
import org.zaudit.analysis.Holding.Key;

/** How sure it is that what a way out forgets is leaked. */
record Doubts(String function, Rounds rounds, Retests retests, Bypasses bypasses) {
  Confidence confidence(State state, Key key, Holding held, Settlement settled) {
    Optional<Trail> path = retests.witness(state.trail, held.acquire());
    return isEndOfProgram()
            || rounds.passedBy(state, held)
            || path.isEmpty()
            || bypasses.isPast(path.get(), held.acquire(), settled.releases(held))
            || settled.isInArrayGivenUp(state, key.object())
        ? Confidence.POSSIBLE
        : settled.confidence(held, state.returned.map(state::range).orElse(Range.ANY));
  }

  /**
   * What is likely, unless the program ends here, or the path goes past one of these nodes by a
   * condition alone.
   */
  Confidence unlessPast(State state, Act since, Set<Integer> nodes) {
    return isEndOfProgram() || bypasses.isPast(state.trail, since, nodes)
        ? Confidence.POSSIBLE
        : Confidence.LIKELY;
  }

  /** To return from the first call of main is to call exit (C11, 5.1.2.2.3): all is given back. */
  boolean isEndOfProgram() {
    return function.equals("main");
  }
}
