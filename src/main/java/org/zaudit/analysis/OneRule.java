package org.zaudit.analysis;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.zaudit.source.MacroDefinition;

/**
 * What the callees do with what one rule speaks of. Keeps the answers that it gave: they are all
 * that a following of that rule depends on besides the text.
 */
final class OneRule implements Environment {
  private final Environment all;
  private final String rule;
  private final Map<String, List<Callee>> answers = new LinkedHashMap<>();

  OneRule(Environment all, String rule) {
    this.all = all;
    this.rule = rule;
  }

  private static List<Callee> restricted(List<Callee> callees, String rule) {
    List<Callee> mine =
        callees.stream().map(c -> new Callee(c.condition(), c.summary().of(rule))).toList();
    return mine.stream().allMatch(c -> c.summary().equals(Summary.TRIVIAL)) ? List.of() : mine;
  }

  @Override
  public List<Callee> callees(String name) {
    return answers.computeIfAbsent(name, n -> restricted(all.callees(n), rule));
  }

  @Override
  public List<MacroDefinition> definitions(String name) {
    return all.definitions(name);
  }

  Map<String, List<Callee>> answers() {
    return answers;
  }

  /** True when these answers would be given here. */
  boolean agrees(Map<String, List<Callee>> others) {
    return others.entrySet().stream().allMatch(e -> callees(e.getKey()).equals(e.getValue()));
  }
}
