package org.zaudit.source;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/** The pieces found so far, in order. What lies between them is blanks and comments. */
final class Pieces {
  private final byte[] text;
  private final List<Piece> all = new ArrayList<>();

  Pieces(byte[] text) {
    this.text = text;
  }

  int size() {
    return all.size();
  }

  Piece get(int index) {
    return all.get(index);
  }

  void add(Piece piece) {
    if (piece.end() > piece.start()) {
      all.add(piece);
    }
  }

  /** Takes back the pieces from this index on: they are part of a greater one. */
  void truncate(int size) {
    all.subList(Math.min(size, all.size()), all.size()).clear();
  }

  /** Puts the pieces from one index up to another below a condition. */
  void restrict(int from, int to, Condition outer) {
    all.subList(Math.min(from, all.size()), Math.min(to, all.size()))
        .replaceAll(piece -> piece.under(outer));
  }

  /**
   * The index of the piece with which the function starts whose body opens here although nothing
   * has been read that could be its head: a call of a macro that looked complete, such a call in
   * each branch of a conditional, or a declaration of parameters as in K&R.
   */
  OptionalInt headOfBody() {
    int last = all.size() - 1;
    if (last >= 0 && all.get(last).role() == Piece.Role.CLOSES) {
      int opening = all.get(last).match();
      return call(opening, last) >= 0 ? OptionalInt.of(opening) : OptionalInt.empty();
    }
    for (int i = last; i >= 0 && i > last - Bounds.OLD_STYLE_PARAMETERS; i--) {
      Piece piece = all.get(i);
      if (piece.role() == Piece.Role.OLD_STYLE || piece.role() == Piece.Role.CALL) {
        return OptionalInt.of(i);
      }
      if (piece.kind() != Chunk.Kind.DECLARATION) {
        break;
      }
    }
    return OptionalInt.empty();
  }

  /** The name of the function that starts with the piece at this index. */
  String nameOfHead(int index) {
    int named = call(index, all.size());
    return all.get(named < 0 ? index : named).name();
  }

  private int call(int from, int to) {
    for (int i = from; i < to; i++) {
      if (all.get(i).role() == Piece.Role.CALL || all.get(i).role() == Piece.Role.OLD_STYLE) {
        return i;
      }
    }
    return -1;
  }

  /** The whole text as chunks. */
  List<Chunk> chunks() {
    List<Chunk> chunks = new ArrayList<>();
    int at = 0;
    int line = 1;
    for (Piece piece : all) {
      line = append(chunks, Chunk.Kind.OTHER, "", at, piece.start(), line, piece.before());
      line =
          append(
              chunks,
              piece.kind(),
              piece.name(),
              piece.start(),
              piece.end(),
              line,
              piece.condition());
      at = piece.end();
    }
    append(chunks, Chunk.Kind.OTHER, "", at, text.length, line, Condition.always());
    return List.copyOf(chunks);
  }

  private int append(
      List<Chunk> chunks,
      Chunk.Kind kind,
      String name,
      int start,
      int end,
      int line,
      Condition condition) {
    if (start < end) {
      chunks.add(
          new Chunk(
              kind,
              kind == Chunk.Kind.DECLARATION ? "" : name,
              new ChunkText(new String(text, start, end - start, StandardCharsets.ISO_8859_1)),
              start,
              line,
              condition));
    }
    return line + Lexis.newlines(text, start, end);
  }
}
