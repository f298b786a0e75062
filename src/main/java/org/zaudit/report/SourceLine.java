package org.zaudit.report;

/**
 * A source line as it can be shown: tabs expanded, dangerous characters visible, a margin taken
 * off, and of a long line the part around the caret.
 *
 * @param caret the column in {@code code} under which the caret belongs, counted from 0
 */
record SourceLine(String code, int caret) {
  /** As the coding style of kernels has it. */
  private static final int TAB = 8;

  private static final String CUT = "...";

  /**
   * @param column counted from 1 in UTF-16 units of {@code source}; a column outside is moved in
   * @param margin columns of indentation to take off, if there are as many
   * @param room columns that the line may take
   */
  static SourceLine of(String source, int column, int margin, int room) {
    int units = Math.clamp(column - 1L, 0, source.length());
    String whole = expand(source);
    int off = Math.min(margin, indentation(source));
    int caret = Math.max(0, Printable.width(expand(source.substring(0, units))) - off);
    int[] code = whole.substring(off).codePoints().toArray();
    if (code.length <= room) {
      return new SourceLine(string(code, 0, code.length), caret);
    }
    if (caret < room - CUT.length()) {
      return new SourceLine(string(code, 0, room - CUT.length()) + CUT, caret);
    }
    int from = Math.min(caret - room / 2, code.length - room + CUT.length());
    int to = Math.min(code.length, from + room - 2 * CUT.length());
    String end = to < code.length ? CUT : "";
    return new SourceLine(CUT + string(code, from, to) + end, caret - from + CUT.length());
  }

  /** The columns before the first character that is no space or tab. */
  static int indentation(String source) {
    int column = 0;
    for (int i = 0; i < source.length(); i++) {
      switch (source.charAt(i)) {
        case ' ' -> column++;
        case '\t' -> column += TAB - column % TAB;
        default -> {
          return column;
        }
      }
    }
    return column;
  }

  private static String expand(String source) {
    var line = new StringBuilder();
    int column = 0;
    for (String part : source.splitWithDelimiters("\t", 0)) {
      String shown = part.equals("\t") ? " ".repeat(TAB - column % TAB) : Printable.of(part);
      line.append(shown);
      column += Printable.width(shown);
    }
    return line.toString();
  }

  private static String string(int[] code, int from, int to) {
    return new String(code, from, to - from);
  }
}
