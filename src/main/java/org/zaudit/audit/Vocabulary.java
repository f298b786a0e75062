package org.zaudit.audit;

import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.zaudit.rules.Container;
import org.zaudit.rules.RuleSet;

/**
 * What the rules speak of. A text that mentions none of it, and no function or macro that leads to
 * it, needs no analysis. Belongs to one thread.
 */
final class Vocabulary {
  private final RuleSet rules;
  private final boolean everything;
  private final List<List<String>> containers;
  private final Map<String, Boolean> known = new HashMap<>();
  private final IdentityHashMap<Body, Boolean> bodies = new IdentityHashMap<>();

  /** Where everything is asked for, every text is of concern. */
  Vocabulary(RuleSet rules, boolean everything) {
    this.rules = rules;
    this.everything = everything;
    this.containers = rules.containers().stream().map(Container::array).toList();
  }

  /** A function or macro that does something with a resource. */
  boolean knows(String name) {
    return known.computeIfAbsent(name, rules::isResourceContract);
  }

  /** A text that itself mentions such a name, or the field of a container. */
  boolean concerns(Body body) {
    return everything || bodies.computeIfAbsent(body, this::isConcerned);
  }

  private boolean isConcerned(Body body) {
    for (String mention : body.mentions()) {
      if (knows(mention)) {
        return true;
      }
    }
    if (containers.isEmpty()) {
      return false;
    }
    Set<String> mentions = new HashSet<>(body.mentions());
    return containers.stream().anyMatch(mentions::containsAll);
  }
}
