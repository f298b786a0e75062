package org.zaudit.flow;

import java.util.List;
import org.zaudit.syntax.Expression;

/** Where control goes on. The condition is on the edge. */
public record Edge(int from, int to, Guard guard) {
  /** What is known when control takes an edge. */
  public sealed interface Guard {
    record Always() implements Guard {}

    /** The condition of the {@link Node.Branch} it leaves was true, or false. */
    record Taken(boolean truth) implements Guard {}

    /** The selector of the {@link Node.Switch} equals one of these; a range has two bounds. */
    record Matches(List<Range> labels) implements Guard {}

    /** None of these matched. */
    record Otherwise(List<Range> labels) implements Guard {}
  }

  public record Range(Expression low, Expression high) {}
}
