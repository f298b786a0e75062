package org.zaudit.source;

/**
 * The guard of a header against being included twice: {@code #ifndef X}, {@code #define X}, the
 * rest, {@code #endif}, and nothing around. It says nothing of when the rest is compiled, so its
 * condition is left out from the start, and put back when something turns up that speaks against a
 * guard.
 */
final class Guard {
  private final byte[] text;
  private final Pieces pieces;
  private final Macros macros;

  /** Never unless there is one. */
  private Condition condition = Condition.never();

  private boolean open;
  private int lastPiece;
  private int lastMacro;

  Guard(byte[] text, Pieces pieces, Macros macros) {
    this.text = text;
    this.pieces = pieces;
    this.macros = macros;
  }

  /** Whether this directive, the first of the file, opens one. */
  boolean opens(Directive directive) {
    Condition asked = directive.condition(text);
    int next = Lexis.blanksAndComments(text, directive.end());
    if (next == text.length || text[next] != '#') {
      return false;
    }
    Directive define = Directive.at(text, next);
    open =
        define.name().equals("define")
            && asked.equals(Condition.of(Atom.defined(define.word(text))).not());
    condition = open ? asked : condition;
    return open;
  }

  /** Whether it is the guard that is closed or divided when this many conditionals are open. */
  boolean isAt(int height) {
    return open && height == 1;
  }

  /** Its last line has been read. */
  void close() {
    open = false;
    lastPiece = pieces.size();
    lastMacro = macros.size();
  }

  /** It has another branch: it is none. Gives what its first line asks. */
  Condition refute() {
    close();
    restrict();
    return condition;
  }

  /** The file has been read. */
  void end() {
    boolean closed = !open && lastPiece > 0;
    if (closed && lastPiece < pieces.size()) {
      restrict();
    }
  }

  private void restrict() {
    // The first piece is the line that asks.
    pieces.restrict(1, lastPiece, condition);
    macros.restrict(lastMacro, condition);
    lastPiece = 0;
  }
}
