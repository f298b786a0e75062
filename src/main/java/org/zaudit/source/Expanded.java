package org.zaudit.source;

/**
 * A chunk after conditionals and macros: C without directives.
 *
 * @param text what the grammar reads
 */
public record Expanded(String text, Positions positions) {
  /** Maps offsets of the expanded text to spans of the chunk. */
  public interface Positions {
    /**
     * The span in the chunk that the characters [start, end) of the expanded text came from; the
     * invocation for what a macro brought in.
     */
    Span original(int start, int end);

    /** The name of the outermost macro whose expansion yielded the character, or empty. */
    String macro(int offset);
  }
}
