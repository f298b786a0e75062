package org.zaudit.rules;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The rules of one run, ready to be asked by function name. Immutable; safe to share between
 * threads.
 */
public final class RuleSet {
  private final List<Rule> rules;
  private final List<Container> containers;
  private final Map<String, List<Contract>> byFunction = new LinkedHashMap<>();

  /** By function and number of parameters. */
  private final Map<String, NavigableMap<Integer, List<Contract>>> byForm = new HashMap<>();

  private final Map<String, Resource> resources = new LinkedHashMap<>();
  private final List<World> worlds;
  private final List<RuleSet> oneByOne;
  private final RuleSet ground;
  private final Set<String> constants = new HashSet<>();
  private final Set<String> flags = new HashSet<>();

  public RuleSet(List<Rule> rules, List<World> worlds) {
    this(rules, List.of(), worlds);
  }

  /**
   * @param rules those that were asked for: what concerns their resources is reported
   * @param background those that the others build on: their contracts count, but nothing is
   *     reported in their name
   */
  public RuleSet(List<Rule> rules, List<Rule> background, List<World> worlds) {
    this(rules, background, worlds, List.of(), Optional.empty());
  }

  /**
   * @param oneByOne a set for each of the rules, with what this one builds on in the background
   * @param ground what all of them build on
   */
  RuleSet(
      List<Rule> rules,
      List<Rule> background,
      List<World> worlds,
      List<RuleSet> oneByOne,
      Optional<RuleSet> ground) {
    this.oneByOne = List.copyOf(oneByOne);
    this.ground = ground.orElse(this);
    this.rules = List.copyOf(rules);
    this.worlds = List.copyOf(worlds);
    List<Rule> all = Stream.concat(rules.stream(), background.stream()).toList();
    this.containers = all.stream().flatMap(rule -> rule.containers().stream()).toList();
    for (Rule rule : all) {
      for (Contract contract : rule.contracts()) {
        byFunction.computeIfAbsent(contract.function(), _ -> new ArrayList<>()).add(contract);
        byForm
            .computeIfAbsent(contract.function(), _ -> new TreeMap<>())
            .computeIfAbsent(contract.parameters().size(), _ -> new ArrayList<>())
            .add(contract);
        contract.addConstants(constants);
      }
      flags.addAll(rule.flags());
      for (Resource resource : rule.resources()) {
        resources.putIfAbsent(resource.id(), resource);
      }
    }
    constants.removeAll(flags);
  }

  public List<Rule> rules() {
    return rules;
  }

  /** The rule that this is about; empty when it is about none or several. */
  public String id() {
    return rules.size() == 1 ? rules.getFirst().id() : "";
  }

  /** What all rules build on, by itself: it knows who does not return, and of no resource. */
  public RuleSet ground() {
    return ground;
  }

  /** Each rule by itself, with those that it builds on in the background. */
  public List<RuleSet> oneByOne() {
    return oneByOne.isEmpty() ? List.of(this) : oneByOne;
  }

  /** True when the rule was asked for; what concerns the resources of others is not reported. */
  public boolean isSelected(String rule) {
    return rules.stream().anyMatch(selected -> selected.id().equals(rule));
  }

  /** The contracts of a function in every form, in file order; empty when no rule knows it. */
  public List<Contract> contracts(String function) {
    return byFunction.getOrDefault(function, List.of());
  }

  /**
   * The contracts of a function for a call with so many arguments, in file order. An API whose
   * parameters changed over the years has a contract for each form: those count whose parameters
   * are as many as the arguments; if there is none, those with the most parameters below.
   */
  public List<Contract> contracts(String function, int arguments) {
    NavigableMap<Integer, List<Contract>> forms = byForm.get(function);
    var form = forms == null ? null : forms.floorEntry(arguments);
    return form == null ? List.of() : Collections.unmodifiableList(form.getValue());
  }

  public boolean knows(String function) {
    return byFunction.containsKey(function);
  }

  /**
   * Whether a call of this function does something with a resource. Assertions and functions that
   * do not return are known too, but they alone give nothing to analyse.
   */
  public boolean isResourceContract(String function) {
    return contracts(function).stream().anyMatch(contract -> !contract.effects().isEmpty());
  }

  /**
   * Whether a text with these words may do something with a resource: it calls one of the functions
   * above, and mentions the field where the rule wants one, or it mentions the field of a
   * container.
   */
  public boolean concerns(Set<String> words) {
    for (String word : words) {
      for (Contract contract : contracts(word)) {
        if (contract.effects().stream().anyMatch(effect -> mayHappen(effect, words))) {
          return true;
        }
      }
    }
    return containers.stream().anyMatch(container -> words.containsAll(container.array()));
  }

  /**
   * The macros and enumerators that contracts name, whose values decide which of them count; no
   * flags, whose values nobody asks for.
   */
  public Set<String> constants() {
    return constants;
  }

  /**
   * Whether a constant of this name is told apart from others by its name, and not by what a header
   * of one platform or another says that it is worth.
   */
  public boolean isFlag(String name) {
    return flags.contains(name);
  }

  /** Whether calls of this function say that something holds, and do nothing else. */
  public boolean isAssertion(String function) {
    List<Contract> contracts = contracts(function);
    return !contracts.isEmpty()
        && contracts.stream().allMatch(c -> c.result().isAssertion() && c.effects().isEmpty());
  }

  /** Whether a text with these words calls something that does not come back. */
  public boolean mayNotReturn(Set<String> words) {
    return words.stream()
        .flatMap(word -> contracts(word).stream())
        .anyMatch(contract -> contract.result() instanceof Contract.Result.NoReturn);
  }

  private static boolean mayHappen(Effect effect, Set<String> words) {
    return effect.storedIn().isEmpty() || effect.storedIn().stream().anyMatch(words::containsAll);
  }

  /** Resource ids are unique among the rules of a run. */
  public Optional<Resource> resource(String id) {
    return Optional.ofNullable(resources.get(id));
  }

  public List<Container> containers() {
    return containers;
  }

  /** The worlds that the rules declare for trees whose layout matches. */
  public List<World> worlds() {
    return worlds;
  }
}
