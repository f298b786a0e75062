package org.zaudit.source;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.zaudit.source.Frame.Place;

/**
 * The conditionals that are open at a place of a file, and under which condition that place is
 * compiled.
 */
final class Conditionals {
  private final byte[] text;
  private final Guard guard;
  private final Definitions definitions = new Definitions();
  private final Map<String, Condition> asked = new HashMap<>();
  private Frame top = Frame.file();

  Conditionals(byte[] text, Guard guard) {
    this.text = text;
    this.guard = guard;
  }

  Frame top() {
    return top;
  }

  int height() {
    return top.height();
  }

  /** What is open at this height. */
  Frame at(int height) {
    Frame frame = top;
    for (Frame outer = frame.outer(); frame.height() > height && outer != null; ) {
      frame = outer;
      outer = frame.outer();
    }
    return frame;
  }

  /** Takes up again what was open when this was the top. */
  void restore(Frame frame) {
    top = frame;
  }

  void define(MacroDefinition macro) {
    definitions.define(macro);
  }

  void undefine(String name) {
    definitions.undefine(name, top.condition());
  }

  /**
   * Enters a conditional. Gives whether its first branch says of itself that it is none ({@code #if
   * 0}): then it need not be C.
   *
   * @param first whether nothing stands before it in the file
   * @param piece index of the piece that its first line is, or would be
   */
  boolean open(Directive directive, boolean first, int piece, Place place) {
    Condition own = own(directive);
    // A guard takes effect where it is included again, not here.
    Condition condition =
        first && guard.opens(directive) ? Condition.always() : definitions.resolve(own);
    top = top.open(condition, own.isAlways(), directive.start(), piece, place);
    return own.isNever();
  }

  /** Enters the next branch. Gives the same. */
  boolean divide(Directive directive, Place end) {
    if (guard.isAt(top.height())) {
      top = top.asking(guard.refute());
    }
    Condition own = own(directive);
    boolean settled = top.settled();
    top = top.divide(definitions.resolve(own), own.isAlways(), end);
    return settled || own.isNever();
  }

  /** The current branch goes no further: {@code #error}. */
  void refuse() {
    top = top.refused();
  }

  /** Leaves the conditional. Gives where that leads; see {@link Frame#close}. */
  Place close(Frame outer, Place end, boolean begun) {
    if (guard.isAt(top.height())) {
      guard.close();
    }
    Place place = top.close(end, begun);
    top = outer;
    return place;
  }

  /** The conditional around the one that is open last; null when none is open. */
  @Nullable Frame outer() {
    return top.outer();
  }

  private Condition own(Directive directive) {
    return asked.computeIfAbsent(
        directive.name() + directive.text(text), _ -> directive.condition(text));
  }
}
