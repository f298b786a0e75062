package org.zaudit.source;

import java.util.Optional;

/**
 * The declaration that is being read, whatever branch of a conditional it is in.
 *
 * @param start offset; less than zero when there is none
 * @param height how many conditionals are open around it
 * @param kind what it has turned out to be, in the first branch that told
 */
record Item(
    int start,
    int height,
    Condition condition,
    Condition before,
    Optional<Chunk.Kind> kind,
    String name,
    boolean hasBraces) {
  static final Item NONE =
      new Item(-1, 0, Condition.always(), Condition.always(), Optional.empty(), "", false);

  static Item at(int start, Frame frame) {
    return new Item(
        start, frame.height(), frame.condition(), frame.condition(), Optional.empty(), "", false);
  }

  boolean isOpen() {
    return start >= 0;
  }

  /** The same, grown to begin with a piece that had been taken for complete. */
  Item from(Piece piece, int height) {
    return new Item(
        piece.start(), height, piece.condition(), piece.before(), kind, name, hasBraces);
  }

  /** The same, grown to begin with the conditional in which it began. */
  Item from(Frame frame) {
    return new Item(
        frame.start(),
        frame.height() - 1,
        frame.conditionAround(),
        frame.conditionAround(),
        kind,
        name,
        hasBraces);
  }

  /** A function remains one whatever else its other branches hold. */
  Item as(Chunk.Kind found, String foundName) {
    boolean settled =
        kind.isPresent() && (kind.get() == Chunk.Kind.FUNCTION || found != Chunk.Kind.FUNCTION);
    return settled
        ? this
        : new Item(start, height, condition, before, Optional.of(found), foundName, hasBraces);
  }

  Item withBraces() {
    return new Item(start, height, condition, before, kind, name, true);
  }

  boolean isFunction() {
    return kind.equals(Optional.of(Chunk.Kind.FUNCTION));
  }

  Piece piece(int end, Piece.Role role) {
    return new Piece(kind.orElse(Chunk.Kind.OTHER), name, start, end, condition, before, role, 0);
  }
}
