package org.zaudit.rules;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The rules of one run, ready to be asked by function name. Immutable; safe to share between threads. */
public final class RuleSet {
  private final List<Rule> rules;
  private final Map<String, List<Contract>> byFunction = new LinkedHashMap<>();
  private final Map<String, Resource> resources = new LinkedHashMap<>();
  private final List<World> worlds;

  public RuleSet(List<Rule> rules, List<World> worlds) {
    this.rules = List.copyOf(rules);
    this.worlds = List.copyOf(worlds);
    for (Rule rule : rules) {
      for (Contract contract : rule.contracts()) {
        byFunction.computeIfAbsent(contract.function(), _ -> new ArrayList<>()).add(contract);
      }
      for (Resource resource : rule.resources()) {
        resources.putIfAbsent(resource.id(), resource);
      }
    }
  }

  public List<Rule> rules() {
    return rules;
  }

  /** The contracts of a function, in file order; empty when no rule knows it. */
  public List<Contract> contracts(String function) {
    return byFunction.getOrDefault(function, List.of());
  }

  public boolean knows(String function) {
    return byFunction.containsKey(function);
  }

  public Optional<Resource> resource(String id) {
    return Optional.ofNullable(resources.get(id));
  }

  public List<Container> containers() {
    return rules.stream().flatMap(r -> r.containers().stream()).toList();
  }

  /** The worlds that the rules declare for trees whose layout matches. */
  public List<World> worlds() {
    return worlds;
  }
}
