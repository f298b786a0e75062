package org.zaudit.source;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One way through conditionals: answers each condition that is asked, and remembers what it
 * assumed. An answer that does not follow from what is assumed already is a choice, and the other
 * answer is left for another way.
 */
final class Choices implements Decisions {
  /** A way not taken. */
  record Alternative(Condition assumed, Condition asked, boolean answer) {}

  /** Which answers have been given on any way so far. */
  static final class Coverage {
    private final Set<Condition> taken = new HashSet<>();
    private final Set<Condition> left = new HashSet<>();

    boolean covers(Condition asked, boolean answer) {
      return (answer ? taken : left).contains(asked);
    }

    private void cover(Condition asked, boolean answer) {
      (answer ? taken : left).add(asked);
    }
  }

  private final Coverage coverage;
  private final List<Alternative> alternatives = new ArrayList<>();
  private final Map<Condition, Boolean> answers = new HashMap<>();
  private final Set<String> atoms = new LinkedHashSet<>();
  private Condition assumed;

  Choices(Condition assumed, Coverage coverage) {
    this.assumed = assumed;
    this.coverage = coverage;
  }

  @Override
  public boolean holds(Condition asked) {
    if (asked.isLeaf()) {
      return asked.isAlways();
    }
    Boolean known = answers.get(asked);
    if (known == null) {
      known = answer(asked);
      answers.put(asked, known);
      coverage.cover(asked, known);
      atoms.addAll(asked.atoms());
    }
    return known;
  }

  @Override
  public boolean follows(Condition condition) {
    boolean follows = assumed.implies(condition);
    if (follows) {
      atoms.addAll(condition.atoms());
    }
    return follows;
  }

  private boolean answer(Condition asked) {
    boolean certain = assumed.implies(asked);
    if (certain || assumed.excludes(asked)) {
      return certain;
    }
    Condition yes = assumed.and(asked);
    Condition no = assumed.and(asked.not());
    boolean answer = !coverage.covers(asked, true) || coverage.covers(asked, false);
    assumed = answer ? yes : no;
    alternatives.add(new Alternative(answer ? no : yes, asked, !answer));
    return answer;
  }

  Condition assumed() {
    return assumed;
  }

  List<Alternative> alternatives() {
    return alternatives;
  }

  /**
   * Values of all atoms that were asked for, under which every answer is the one that was given.
   */
  Map<String, Boolean> values() {
    Map<String, Boolean> values = new LinkedHashMap<>();
    Condition rest = assumed;
    for (String atom : atoms.stream().sorted().toList()) {
      Condition without = rest.and(Condition.atom(atom).not());
      values.put(atom, without.isNever());
      rest = without.isNever() ? rest.and(Condition.atom(atom)) : without;
    }
    return values;
  }
}
