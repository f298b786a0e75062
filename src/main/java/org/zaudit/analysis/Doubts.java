package org.zaudit.analysis;

import org.zaudit.analysis.Holding.Key;

/** How sure it is that what a way out forgets is leaked. */
record Doubts(String function, Rounds rounds, Retests retests) {
  Confidence confidence(State state, Key key, Holding held, Settlement settled) {
    return isEndOfProgram()
            || rounds.passedBy(state, held)
            || retests.isContrary(state.trail, held.acquire())
            || settled.isInArrayGivenUp(state, key.object())
        ? Confidence.POSSIBLE
        : settled.confidence(held);
  }

  /** To return from the first call of main is to call exit (C11, 5.1.2.2.3): all is given back. */
  boolean isEndOfProgram() {
    return function.equals("main");
  }
}
