package org.zaudit.source;

/**
 * A chunk in the making.
 *
 * @param before the condition in force where the blanks and comments before it lie
 * @param match for {@link Role#CLOSES}: the index of the piece that opens the conditional
 */
record Piece(
    Chunk.Kind kind,
    String name,
    int start,
    int end,
    Condition condition,
    Condition before,
    Role role,
    int match) {
  /** What it may turn out to be when braces follow. */
  enum Role {
    /** {@code NAME(...)} without a semicolon. */
    CALL,
    /** {@code int f(a, b) int a;} */
    OLD_STYLE,
    /** {@code #endif} */
    CLOSES,
    ANY
  }

  Piece under(Condition outer) {
    return new Piece(kind, name, start, end, condition.and(outer), before.and(outer), role, match);
  }
}
