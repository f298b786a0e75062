package org.zaudit.audit;

import java.nio.charset.StandardCharsets;
import org.zaudit.source.Span;

/** The text of a function where it stands in a file: turns offsets into lines and columns. */
record SourceText(String text, int firstLine) {

  /**
   * A line and the column in it, both counted from 1; columns in UTF-16 units of {@code source}.
   */
  record Position(int line, int column, String source) {}

  static SourceText of(FileFacts.Piece piece) {
    return new SourceText(piece.body().text().text(), piece.line());
  }

  /** Where a span begins. */
  Position position(Span span) {
    int offset = Math.clamp(span.start(), 0, text.length());
    int start = offset == 0 ? 0 : text.lastIndexOf('\n', offset - 1) + 1;
    int end = text.indexOf('\n', offset);
    int line = firstLine;
    for (int at = text.indexOf('\n'); at >= 0 && at < offset; at = text.indexOf('\n', at + 1)) {
      line++;
    }
    String source = decoded(text.substring(start, end < 0 ? text.length() : end));
    String before = decoded(text.substring(start, offset));
    return new Position(
        line,
        before.length() + 1,
        source.endsWith("\r") ? source.substring(0, source.length() - 1) : source);
  }

  /** Texts hold one byte to a character; people read them as UTF-8. */
  private static String decoded(String bytes) {
    return new String(bytes.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
  }
}
