package org.zaudit.source;

/**
 * Skips what no compilation sees. It need not be C: an apostrophe in a sentence opens nothing
 * beyond its line.
 */
final class DeadCode {
  private DeadCode() {}

  /**
   * The offset of the {@code #} of the directive that ends the dead branch which starts here, or
   * the end of the text.
   */
  static int end(byte[] text, int start) {
    int i = start;
    int open = 0;
    while (i < text.length) {
      byte c = text[i];
      if (c == '#' && Lexis.isFirstOnLine(text, i)) {
        Directive directive = Directive.at(text, i);
        if (open == 0 && (directive.divides() || directive.closes())) {
          return i;
        }
        open += directive.opens() ? 1 : directive.closes() ? -1 : 0;
        i = directive.end();
      } else if (c == '"' || c == '\'') {
        i = Lexis.literal(text, i);
      } else {
        i = c == '/' && Lexis.startsComment(text, i) ? Lexis.comment(text, i) : i + 1;
      }
    }
    return text.length;
  }
}
