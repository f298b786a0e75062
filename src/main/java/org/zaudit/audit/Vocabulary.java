package org.zaudit.audit;

import java.util.IdentityHashMap;
import java.util.Set;
import org.zaudit.rules.RuleSet;

/**
 * What the rules speak of. A text that mentions none of it, and no function or macro that leads to
 * it, needs no analysis. Belongs to one thread.
 */
final class Vocabulary {
  private final RuleSet rules;
  private final boolean everything;
  private final IdentityHashMap<Body, Boolean> bodies = new IdentityHashMap<>();

  /** Where everything is asked for, every text is of concern. */
  Vocabulary(RuleSet rules, boolean everything) {
    this.rules = rules;
    this.everything = everything;
  }

  /** A text that itself mentions what a rule speaks of. */
  boolean concerns(Body body) {
    return everything
        || bodies.computeIfAbsent(body, b -> rules.concerns(Set.copyOf(b.mentions())));
  }

  /** Words of a text and of the macros in it that do. */
  boolean concerns(Set<String> words) {
    return everything || rules.concerns(words);
  }
}
