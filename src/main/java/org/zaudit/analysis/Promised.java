package org.zaudit.analysis;

import java.util.List;
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
