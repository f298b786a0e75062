package org.zaudit.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/**
 * A page of text of {@value #WIDTH} columns. What is put on it has passed {@link Printable}
 * already; only here are colours added.
 */
final class Page {
  static final int WIDTH = 100;

  private final Appendable out;
  private final boolean color;

  Page(Appendable out, boolean color) {
    this.out = out;
    this.color = color;
  }

  String paint(Style style, String text) {
    return style.paint(text, color);
  }

  void line(String text) {
    try {
      out.append(text.stripTrailing()).append('\n');
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void blank() {
    line("");
  }

  /** Prose behind a head (of {@code used} columns); its further lines are indented. */
  void prose(String head, int used, int indent, String text, Style style) {
    List<String> lines = wrap(text, WIDTH - used, WIDTH - indent);
    line(head + paint(style, lines.getFirst()));
    for (String more : lines.subList(1, lines.size())) {
      line(" ".repeat(indent) + paint(style, more));
    }
  }

  /** Prose behind a head, uncoloured, its further lines below the first. */
  void prose(String head, int used, String text) {
    List<String> lines = wrap(text, WIDTH - used, WIDTH - used);
    line(head + lines.getFirst());
    for (String more : lines.subList(1, lines.size())) {
      line(" ".repeat(used) + more);
    }
  }

  /** Breaks at spaces; a word that is longer than a line stays whole. Never empty. */
  static List<String> wrap(String text, int first, int following) {
    var lines = new ArrayList<String>();
    var line = new StringBuilder();
    int used = 0;
    for (String word : text.split(" +")) {
      int width = Printable.width(word);
      int room = lines.isEmpty() ? first : following;
      if (used > 0 && used + 1 + width > room) {
        lines.add(line.toString());
        line.setLength(0);
        used = 0;
      }
      if (used > 0) {
        line.append(' ');
        used++;
      }
      line.append(word);
      used += width;
    }
    lines.add(line.toString());
    return lines;
  }
}
