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
    String name, Optional<List<String>> parameters, String body, Condition condition) {}
