package org.zaudit.source;

import java.util.List;
import java.util.Optional;

/**
 * One {@code #define}.
 *
 * @param parameters empty Optional for object-like macros; the last one is {@code ...} or {@code
 *     name...} when variadic
 * @param body replacement text without comments and continuations, trimmed
 * @param condition where it is in force
 */
public record MacroDefinition(
    String name, Optional<List<String>> parameters, String body, Condition condition) {
  private static final String ENUMERATOR = "enum ";

  /** The name under which the value of an enumerator is kept beside macros. */
  public static String enumerator(String name) {
    return ENUMERATOR + name;
  }

  /** The name as a text mentions it, be it that of a macro or of an enumerator. */
  public static String mentioned(String name) {
    return name.startsWith(ENUMERATOR) ? name.substring(ENUMERATOR.length()) : name;
  }
}
