package org.zaudit.source;

import java.util.List;

/**
 * The parameters of a function-like macro.
 *
 * @param names as the body uses them: {@code __VA_ARGS__} for {@code ...}
 * @param variadic whether the last one takes all arguments that are left
 */
record Parameters(List<String> names, boolean variadic) {
  static Parameters of(MacroDefinition macro) {
    List<String> written = macro.parameters().orElse(List.of());
    List<String> names =
        written.stream()
            .map(name ->
                name.equals("...")
                    ? "__VA_ARGS__"
                    : name.endsWith("...") ? name.substring(0, name.length() - 3) : name)
            .toList();
    return new Parameters(names, !written.isEmpty() && written.getLast().endsWith("..."));
  }

  /** Less than zero when it is none. */
  int index(String name) {
    return names.indexOf(name);
  }

  boolean isVariadic(int index) {
    return variadic && index == names.size() - 1;
  }

  /**
   * Whether a call with this many arguments is one of this macro. An empty pair of parentheses is
   * one empty argument, or none.
   */
  boolean accepts(List<List<Token>> arguments) {
    int count = arguments.size();
    if (names.isEmpty()) {
      return count == 1 && arguments.getFirst().isEmpty();
    }
    return variadic ? count >= names.size() - 1 : count == names.size();
  }
}
