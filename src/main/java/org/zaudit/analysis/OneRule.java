package org.zaudit.analysis;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.zaudit.source.Condition;

/**
 * What one rule is told of the world around one function: what the callees do with what it speaks
 * of, what constants are worth, which contracts count. Keeps the answers that it gave: they are all
 * that a following of that rule depends on besides the text. One thread.
 */
final class OneRule {
  private final Environment all;
  private final String rule;
  private final String world;
  private final NamedConstants constants;
  private final Map<String, List<Environment.Callee>> callees = new LinkedHashMap<>();
  private final Map<Argument, Escapes.Reach> escapes = new LinkedHashMap<>();
  private boolean isAskedForWorld;

  /**
   * @param function in which the names stand
   * @param configuration of that function
   */
  OneRule(Environment all, String rule, String world, String function, Condition configuration) {
    this.all = all;
    this.rule = rule;
    this.world = world;
    this.constants = new NamedConstants(function, all, configuration);
  }

  /** An argument of whoever has that name. */
  record Argument(String callee, int position, boolean isPlace) {}

  /** Of an argument, how much may be found again after the call. */
  Escapes.Reach escape(Argument argument) {
    return escapes.computeIfAbsent(
        argument, a -> all.escape(a.callee(), a.position(), a.isPlace()));
  }

  /**
   * What was answered. Equal answers lead to equal results.
   *
   * @param world empty when it made no difference in which world the function is
   */
  record Answers(
      Map<String, List<Environment.Callee>> callees,
      Map<Argument, Escapes.Reach> escapes,
      Map<String, Symbol> constants,
      Optional<String> world) {}

  List<Environment.Callee> callees(String name) {
    List<Environment.Callee> known = callees.get(name);
    if (known == null) {
      known = restricted(all.callees(name));
      callees.put(name, known);
    }
    return known;
  }

  private List<Environment.Callee> restricted(List<Environment.Callee> callees) {
    if (callees.isEmpty()) {
      return callees;
    }
    List<Environment.Callee> mine =
        callees.stream()
            .map(c -> new Environment.Callee(c.condition(), c.summary().of(rule)))
            .toList();
    return mine.stream().allMatch(c -> c.summary().equals(Summary.TRIVIAL)) ? List.of() : mine;
  }

  NamedConstants constants() {
    return constants;
  }

  /** Whether what is said of some worlds, or of all when there are none, is said of this one. */
  boolean isIn(List<String> worlds) {
    isAskedForWorld |= !worlds.isEmpty();
    return worlds.isEmpty() || worlds.contains(world);
  }

  Answers answers() {
    return new Answers(
        Map.copyOf(callees),
        Map.copyOf(escapes),
        constants.answers(),
        isAskedForWorld ? Optional.of(world) : Optional.empty());
  }

  /** True when these answers would be given here. */
  boolean agrees(Answers others) {
    return others.world().filter(w -> !w.equals(world)).isEmpty()
        && others.constants().entrySet().stream()
            .allMatch(e -> constants.value(e.getKey()).equals(e.getValue()))
        && others.callees().entrySet().stream()
            .allMatch(e -> callees(e.getKey()).equals(e.getValue()))
        && others.escapes().entrySet().stream().allMatch(e -> escape(e.getKey()) == e.getValue());
  }
}
