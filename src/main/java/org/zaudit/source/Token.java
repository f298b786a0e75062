package org.zaudit.source;

import java.util.List;
import java.util.stream.Stream;

/**
 * A preprocessing token (C11 6.4) on its way through macros.
 *
 * @param gap what stood before it
 * @param start where it comes from in the chunk: itself, or the outermost invocation for what a
 *     macro brought in
 * @param macro name of the outermost macro that it went through; empty outside of macros
 * @param painted macros that it must not become again
 */
record Token(Kind kind, String text, Gap gap, int start, int end, String macro, Painted painted) {
  enum Kind {
    WORD,
    NUMBER,
    LITERAL,
    PUNCTUATION
  }

  enum Gap {
    NONE,
    BLANK,
    LINE
  }

  /**
   * A small set of names. Prosser's algorithm, which the C standard put into words, calls it a hide
   * set.
   */
  record Painted(List<String> names) {
    static final Painted NONE = new Painted(List.of());

    boolean contains(String name) {
      return names.contains(name);
    }

    int size() {
      return names.size();
    }

    Painted and(Painted others) {
      if (names.isEmpty() || others.names.isEmpty()) {
        return names.isEmpty() ? others : this;
      }
      return new Painted(Stream.concat(names.stream(), others.names.stream()).distinct().toList());
    }

    Painted with(String name) {
      return and(new Painted(List.of(name)));
    }

    Painted common(Painted others) {
      return new Painted(names.stream().filter(others::contains).toList());
    }
  }

  boolean is(String punctuation) {
    return kind == Kind.PUNCTUATION && text.equals(punctuation);
  }

  boolean isWord() {
    return kind == Kind.WORD;
  }

  Token painted(Painted more) {
    return new Token(kind, text, gap, start, end, macro, painted.and(more));
  }

  /** The same as part of the expansion of a macro; the outermost gives its name. */
  Token through(String name) {
    return macro.isEmpty() ? new Token(kind, text, gap, start, end, name, painted) : this;
  }
}
