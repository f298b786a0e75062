package org.zaudit.analysis;

import java.util.Map;
import java.util.Optional;

/**
 * Whether a release names what the acquire named: the kind, and the tag, size, flags or mode that
 * the rule asks for.
 */
record Agreement(NamedConstants constants) {
  /**
   * Where the two differ.
   *
   * @param what a key of the rule, or "kind"
   * @param confidence certain when the two cannot be equal, likely when they may be by chance
   */
  record Difference(String what, Symbol taken, Symbol given, Confidence confidence) {}

  /** The first difference; empty when there is none that can be known. */
  Optional<Difference> difference(State state, Holding held, References.Subject released) {
    if (!held.kind().isEmpty()
        && !released.kind().isEmpty()
        && !held.kind().equals(released.kind())) {
      return Optional.of(
          new Difference(
              "kind",
              new Symbol.Text(held.kind()),
              new Symbol.Text(released.kind()),
              Confidence.CERTAIN));
    }
    for (Map.Entry<String, Symbol> wanted : held.match().entrySet()) {
      Symbol taken = wanted.getValue();
      Symbol given = released.match().get(wanted.getKey());
      if (given == null) {
        continue;
      }
      if (differ(state, taken, given)) {
        return Optional.of(new Difference(wanted.getKey(), taken, given, Confidence.CERTAIN));
      }
      if (mayDiffer(state, taken, given) || mayDiffer(state, given, taken)) {
        return Optional.of(new Difference(wanted.getKey(), taken, given, Confidence.LIKELY));
      }
    }
    return Optional.empty();
  }

  /**
   * True only when the two cannot be equal: two constants of different text or value, or a constant
   * and an argument's own value.
   */
  private boolean differ(State state, Symbol taken, Symbol given) {
    Symbol a = constants.worth(taken);
    Symbol b = constants.worth(given);
    if (a.equals(b)) {
      return false;
    }
    if (a instanceof Symbol.Text && b instanceof Symbol.Text) {
      return true;
    }
    if (a instanceof Symbol.Text && b instanceof Symbol.Argument
        || b instanceof Symbol.Text && a instanceof Symbol.Argument) {
      return true;
    }
    return state.range(a).intersect(state.range(b)).isEmpty();
  }

  private boolean mayDiffer(State state, Symbol one, Symbol other) {
    return isMultiple(state, one, other)
        || differsWhereItCameFrom(state, one, other)
        || isTextAndVariable(one, other);
  }

  /** The name of this function, say, and what a variable of the whole program names. */
  private static boolean isTextAndVariable(Symbol text, Symbol variable) {
    return text instanceof Symbol.Text
        && variable instanceof Symbol.Content(Location(Location.Base base, var steps, _))
        && steps.isEmpty()
        && base instanceof Location.Global;
  }

  /** So many times the other: it may be just once, but who writes that means more. */
  private static boolean isMultiple(State state, Symbol product, Symbol of) {
    return product instanceof Symbol.Operation(String op, Symbol a, Symbol b)
        && op.equals("*")
        && (a.equals(of) && !state.range(b).isExactly(1)
            || b.equals(of) && !state.range(a).isExactly(1));
  }

  /** One of the values that met where it was chosen is not the other's. */
  private boolean differsWhereItCameFrom(State state, Symbol chosen, Symbol other) {
    Range known = state.range(constants.worth(other));
    Range possible = state.range(chosen);
    return chosen instanceof Symbol.Merged
        && known.isOne()
        && possible.high() < Long.MAX_VALUE
        && possible.low() > Long.MIN_VALUE
        && !possible.isExactly(known.low());
  }
}
