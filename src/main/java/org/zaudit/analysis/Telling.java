package org.zaudit.analysis;

import java.util.Map;
import java.util.function.Predicate;
import org.zaudit.analysis.Exits.Exit;
import org.zaudit.analysis.Symbol.Content;

/**
 * Whether a caller can tell two ways out of a function apart.
 *
 * @param isNumber what the function returns is an int, which is no address and no truth
 */
record Telling(boolean isNumber) {
  /**
   * True when the caller can see on which of the two ways it is, and holding is what success means.
   *
   * @param object what is held: a failure may tell of it by what it hands out
   */
  boolean told(Exit held, Exit clean, Symbol object) {
    boolean isFailure = false;
    if (held.state().returned.isPresent() && clean.state().returned.isPresent()) {
      boolean mayFail = !held.result().containsZero();
      boolean apart = held.result().intersect(clean.result()).isEmpty();
      boolean isSuccess = !(clean.result().isExactly(0) && mayFail && isError(held.result()));
      if (apart && isSuccess) {
        return true;
      }
      isFailure = apart || isNumber && mayFail && clean.result().containsZero();
    }
    return isFailure
        ? stores(held, clean, e -> isOutParameter(e.getKey()) && isAbout(e.getValue(), object))
        : knows(held, clean) || stores(held, clean, e -> e.getKey().outlives());
  }

  /** An address as a rule is no error. */
  private boolean isError(Range result) {
    return isNumber || result.high() < Long.MAX_VALUE;
  }

  /** True when the two are of calls that the caller can tell apart beforehand. */
  static boolean isOfOtherCall(Exit one, Exit other) {
    return knows(one, other) || knows(other, one);
  }

  /** By what was known before the call; after a failure nobody looks at that. */
  private static boolean knows(Exit held, Exit clean) {
    return held.state().facts.entrySet().stream()
        .anyMatch(fact ->
            fact.getKey().visibleToCaller()
                && clean.state().range(fact.getKey()).intersect(fact.getValue()).isEmpty());
  }

  /** By what stands in memory. */
  private static boolean stores(
      Exit held, Exit clean, Predicate<Map.Entry<Location, Symbol>> which) {
    return held.state().memory.entrySet().stream()
        .anyMatch(e ->
            which.test(e)
                && !clean.state().read(e.getKey()).equals(e.getValue())
                && !e.getValue().equals(new Content(e.getKey())));
  }

  /** A flag, or the object itself, or what it is a part of. */
  private static boolean isAbout(Symbol handedOut, Symbol object) {
    return handedOut instanceof Symbol.Constant || object.mentions(handedOut.object());
  }

  private static boolean isOutParameter(Location location) {
    return location.steps().isEmpty()
        && location.base() instanceof Location.Pointee(Symbol.Argument _);
  }
}
