package org.zaudit.syntax;

import java.util.List;
import org.zaudit.source.Span;

/**
 * A function definition, parsed in one configuration.
 *
 * @param head span of everything before the opening brace
 */
public record FunctionDefinition(
    Span span,
    Span head,
    String name,
    TypeName result,
    List<Parameter> parameters,
    boolean variadic,
    Statement.Block body) {
  /** {@code name} is empty for an unnamed parameter. */
  public record Parameter(Span span, String name, TypeName type) {}
}
