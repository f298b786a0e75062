package org.zaudit.analysis;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.zaudit.source.Condition;
import org.zaudit.source.MacroDefinition;
import org.zaudit.source.MacroTable;

/**
 * What the flags that contracts name are worth here: a caller's {@code KM_SLEEP} is a number where
 * the headers of its world say so, and then {@code KM_NOSLEEP} in a contract has to be one too.
 */
final class NamedConstants {
  private static final Pattern NUMBER =
      Pattern.compile("\\(?(0[xX][0-9a-fA-F]{1,15}|[0-9]{1,18})[uUlL]*\\)?");
  private static final Pattern NAME = Pattern.compile("\\(?([A-Za-z_]\\w*)\\)?");

  /** Names of names of names: more is no constant but a circle. */
  private static final int DEPTH = 8;

  private final String function;
  private final MacroTable macros;
  private final Condition configuration;
  private final Map<String, Symbol> known = new HashMap<>();

  /**
   * @param function in which the names stand
   */
  NamedConstants(String function, MacroTable macros, Condition configuration) {
    this.function = function;
    this.macros = macros;
    this.configuration = configuration;
  }

  Symbol value(String name) {
    Symbol value = known.get(name);
    if (value == null) {
      value =
          Constants.value(name, function)
              .filter(constant -> !(constant instanceof Symbol.Named))
              .orElseGet(() -> resolved(name, DEPTH));
      known.put(name, value);
    }
    return value;
  }

  /** The values that were asked for, by name. */
  Map<String, Symbol> answers() {
    return Map.copyOf(known);
  }

  private Symbol resolved(String name, int depth) {
    List<MacroDefinition> definitions =
        macros.definitions(name).stream()
            .filter(m -> !m.condition().excludes(configuration))
            .toList();
    if (depth > 0 && definitions.size() == 1 && definitions.getFirst().parameters().isEmpty()) {
      String body = definitions.getFirst().body();
      Matcher number = NUMBER.matcher(body);
      if (number.matches()) {
        return new Symbol.Constant(Long.decode(number.group(1)));
      }
      Matcher other = NAME.matcher(body);
      if (other.matches()) {
        return resolved(other.group(1), depth - 1);
      }
    }
    return enumerator(name);
  }

  private Symbol enumerator(String name) {
    List<MacroDefinition> values = macros.definitions(MacroDefinition.enumerator(name));
    return values.isEmpty()
        ? new Symbol.Named(name)
        : new Symbol.Constant(Long.parseLong(values.getFirst().body()));
  }

  /** The symbol with the names in it replaced by what they are worth. */
  Symbol worth(Symbol symbol) {
    return symbol.rewrite(s -> s instanceof Symbol.Named(String name) ? value(name) : s);
  }
}
