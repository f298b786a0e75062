package org.zaudit.source;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The macros of a file, each with the condition under which it is the one in force for the
 * functions of the file and of those that include it: where the same name is defined again later,
 * the later definition is. An {@code #undef} counts only when no function came between; otherwise
 * those functions would not see what they were written with.
 */
final class Macros {
  /**
   * @param functions how many functions came before
   */
  private record Entry(MacroDefinition macro, boolean defines, int functions) {}

  private final List<Entry> entries = new ArrayList<>();

  int size() {
    return entries.size();
  }

  void define(MacroDefinition macro, int functions) {
    entries.add(new Entry(macro, true, functions));
  }

  void undefine(String name, Condition where, int functions) {
    entries.add(
        new Entry(new MacroDefinition(name, Optional.empty(), "", where), false, functions));
  }

  void restrict(int to, Condition outer) {
    entries
        .subList(0, to)
        .replaceAll(entry -> new Entry(under(entry.macro, outer), entry.defines, entry.functions));
  }

  List<MacroDefinition> inForce() {
    List<MacroDefinition> result = new ArrayList<>();
    Map<String, Condition> redefined = new HashMap<>();
    Map<String, Entry> undefined = new HashMap<>();
    for (Entry entry : entries.reversed()) {
      String name = entry.macro.name();
      if (entry.defines) {
        Condition free = redefined.getOrDefault(name, Condition.never()).not();
        Entry undef = undefined.get(name);
        if (undef != null && undef.functions == entry.functions) {
          free = free.and(undef.macro.condition().not());
        }
        result.add(under(entry.macro, free));
        redefined.merge(name, entry.macro.condition(), Condition::or);
      } else {
        undefined.put(name, entry);
      }
    }
    Collections.reverse(result);
    return List.copyOf(result);
  }

  private static MacroDefinition under(MacroDefinition macro, Condition outer) {
    return outer.isAlways()
        ? macro
        : new MacroDefinition(
            macro.name(), macro.parameters(), macro.body(), macro.condition().and(outer));
  }
}
