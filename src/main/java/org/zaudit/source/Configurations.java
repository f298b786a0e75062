package org.zaudit.source;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Finds the configurations of a text by going through it: each way answers the conditions that it
 * meets, and those alone, so that two conditionals that ask the same are one choice, and what makes
 * no difference is never asked.
 */
final class Configurations {
  private final Function<Choices, Optional<String>> expansion;
  private final Choices.Coverage coverage = new Choices.Coverage();
  private final Deque<Choices.Alternative> open = new ArrayDeque<>();
  private final Map<String, Configuration> byText = new LinkedHashMap<>();

  /**
   * @param expansion the text that the answers lead to, if they lead to one that compiles
   */
  Configurations(Function<Choices, Optional<String>> expansion) {
    this.expansion = expansion;
  }

  List<Configuration> under(Condition surroundings) {
    if (surroundings.isNever()) {
      return List.of();
    }
    go(surroundings);
    int ways = 1;
    while (!open.isEmpty() && ways < Bounds.CONFIGURATIONS) {
      go(next().assumed());
      ways++;
    }
    return List.copyOf(byText.values());
  }

  private void go(Condition assumed) {
    Choices choices = new Choices(assumed, coverage);
    expansion.apply(choices).ifPresent(text -> add(text, choices));
    open.addAll(choices.alternatives());
  }

  private void add(String text, Choices choices) {
    byText.merge(
        text,
        new Configuration(choices.values(), choices.assumed()),
        (known, other) ->
            new Configuration(known.values(), known.condition().or(other.condition())));
  }

  /**
   * First those that give an answer that nobody has given: should there be too many, each branch
   * has been taken at least once.
   */
  private Choices.Alternative next() {
    List<Choices.Alternative> passed = new ArrayList<>();
    while (!open.isEmpty()) {
      Choices.Alternative alternative = open.poll();
      if (!coverage.covers(alternative.asked(), alternative.answer())) {
        passed.reversed().forEach(open::push);
        return alternative;
      }
      passed.add(alternative);
    }
    open.addAll(passed);
    return open.poll();
  }
}
