package org.zaudit.source;

/**
 * A top-level piece of a file.
 *
 * @param name of the function, macro or type that it defines; empty for other pieces
 * @param offset of its first byte in the file
 * @param line of its first byte, counted from 1
 * @param condition presence condition of its place: the conditionals around it
 */
public record Chunk(
    Kind kind, String name, ChunkText text, int offset, int line, Condition condition) {
  public enum Kind {
    FUNCTION,
    MACRO,
    TYPE,
    DECLARATION,
    DIRECTIVE,
    /** White space, comments and what no other kind fits. */
    OTHER
  }
}
