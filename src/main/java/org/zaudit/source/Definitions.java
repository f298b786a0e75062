package org.zaudit.source;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What the file itself has defined and undefined so far, so that a condition that asks for it is
 * answered: after {@code #define USE_X} below {@code #ifdef HAVE_X}, where that is defined {@code
 * defined(USE_X)} is true, and elsewhere as open as before.
 */
final class Definitions {
  /** What became of a name at a place, under the condition of that place. */
  private record Event(Condition where, boolean defined, String body) {
    Facts facts(String name) {
      return defined ? Facts.ofDefinition(name, body) : Facts.ofUndefined(name);
    }
  }

  private final Map<String, List<Event>> events = new HashMap<>();

  void define(MacroDefinition macro) {
    events
        .computeIfAbsent(macro.name(), _ -> new ArrayList<>(1))
        .add(new Event(macro.condition(), true, macro.body()));
  }

  void undefine(String name, Condition where) {
    events.computeIfAbsent(name, _ -> new ArrayList<>(1)).add(new Event(where, false, ""));
  }

  /** The condition over what lies outside of the file that has the same value here. */
  Condition resolve(Condition asked) {
    Condition result = asked;
    Set<String> names = new TreeSet<>();
    for (Atom atom : asked.variables()) {
      names.add(atom.name());
    }
    for (String name : names) {
      result = resolve(result, name);
    }
    return result;
  }

  private Condition resolve(Condition asked, String name) {
    List<Event> known = events.get(name);
    if (known == null) {
      return asked;
    }
    // Before the first of them it may be defined from outside.
    Condition result = asked;
    for (Event event :
        known.subList(Math.max(0, known.size() - Bounds.DEFINITIONS_OF_A_NAME), known.size())) {
      Condition here = asked.given(event.facts(name));
      result = event.where.and(here).or(event.where.not().and(result));
    }
    return result;
  }
}
