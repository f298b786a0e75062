package org.zaudit.syntax;

import org.zaudit.source.Expanded;
import org.zaudit.source.Span;

/** The front door of the parser. Safe to use from several threads. */
public final class Syntax {
  private Syntax() {}

  /** What became of a chunk. */
  public sealed interface Outcome {
    /** @param lost statements and expressions that the grammar could not make sense of */
    record Parsed(FunctionDefinition function, int lost) implements Outcome {}

    /** The chunk gave no function. */
    record Skipped(Span at, String token, String reason) implements Outcome {}
  }

  /** Parses one function definition. Never throws: deep nesting and nonsense are {@link Outcome.Skipped}. */
  public static Outcome parse(Expanded text) {
    throw new UnsupportedOperationException();
  }
}
