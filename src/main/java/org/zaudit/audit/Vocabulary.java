package org.zaudit.audit;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.zaudit.rules.RuleSet;

/**
 * What the rules speak of. A text that mentions none of it, and no function or macro that leads to
 * it, needs no analysis. Safe to share between threads.
 */
final class Vocabulary {
  private static final Pattern RETURN = Pattern.compile("\\breturn\\b");

  private final RuleSet rules;
  private final boolean everything;
  private final Map<Body, Boolean> bodies = new ConcurrentHashMap<>();

  /** Where everything is asked for, every text is of concern. */
  Vocabulary(RuleSet rules, boolean everything) {
    this.rules = rules;
    this.everything = everything;
  }

  /** Whether a text that mentions this name may be of concern. */
  boolean knows(String name) {
    return everything
        || rules.isResourceContract(name)
        || rules.containers().stream().anyMatch(container -> container.array().contains(name));
  }

  /** A text that itself mentions what a rule speaks of. */
  boolean concerns(Body body) {
    return everything || bodies.computeIfAbsent(body, b -> concerns(b, Set.copyOf(b.mentions())));
  }

  /**
   * Beside those that deal with resources, those count that their callers could misjudge: who keeps
   * an argument, and who does not come back. The latter is known by its own words only, since every
   * assertion expands to a panic.
   */
  private boolean concerns(Body body, Set<String> words) {
    return rules.concerns(words)
        || KeptArguments.in(body.text().text())
        || rules.mayNotReturn(words) && !RETURN.matcher(body.text().text()).find();
  }

  /** Words of a text and of the macros in it that do. */
  boolean concerns(Set<String> words) {
    return everything || rules.concerns(words);
  }
}
