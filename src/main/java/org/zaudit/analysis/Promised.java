package org.zaudit.analysis;

import java.util.List;
import java.util.OptionalInt;
import org.zaudit.rules.Contract;
import org.zaudit.rules.Effect;
import org.zaudit.rules.RuleSet;
import org.zaudit.rules.Term;
import org.zaudit.rules.Test;

/**
 * What the contract of a function itself says that it hands to its caller. Its body takes the parts
 * of that under other names (the pool and the dataset of an object set): where the contract gives,
 * what the body still holds of the same rule is given.
 */
final class Promised {
  private final List<Contract> contracts;

  Promised(String function, RuleSet rules) {
    this.contracts = rules.contracts(function);
  }

  /** True when a caller that gets such a result has what is held under that rule. */
  boolean covers(String rule, Range result) {
    return contracts.stream()
        .filter(c -> c.rule().equals(rule))
        .flatMap(c -> c.effects().stream())
        .anyMatch(e ->
            e.verb() == Effect.Verb.ACQUIRE
                && e.on().stream().allMatch(test -> mayHold(test, result)));
  }

  /**
   * True when the contract puts something into that place of the caller, and with such a result
   * nothing: whoever gets it does not look there.
   */
  boolean isEmptyAfter(Location place, Range result) {
    List<Effect> given =
        contracts.stream()
            .flatMap(c -> c.effects().stream())
            .filter(e -> e.verb() == Effect.Verb.ACQUIRE && isIn(place, e))
            .toList();
    return !given.isEmpty()
        && given.stream().allMatch(e -> e.on().stream().anyMatch(test -> !mayHold(test, result)));
  }

  private static boolean isIn(Location place, Effect effect) {
    return place.steps().isEmpty()
        && place.base() instanceof Location.Pointee(Symbol.Argument(int index, _, _))
        && effect.place().root().equals(OptionalInt.of(index));
  }

  private static boolean mayHold(Test test, Range result) {
    return !(test.left() instanceof Term.Returned)
        || switch (test.right()) {
          case Term.Number(long value) ->
              !Reasoning.satisfying(test.comparison().sign())
                  .shift(value)
                  .intersect(result)
                  .isEmpty();
          case Term.Constant(String name) when name.equals("NULL") ->
              !Reasoning.satisfying(test.comparison().sign()).intersect(result).isEmpty();
          default -> true;
        };
  }
}
