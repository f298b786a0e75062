package org.zaudit.source;

import org.zaudit.source.Token.Gap;
import org.zaudit.source.Token.Painted;

/**
 * The invocation of a macro: where the tokens of its body come from.
 *
 * @param macro the outermost
 */
record Origin(int start, int end, String macro) {
  /**
   * From the name to the closing parenthesis; the outermost invocation when it came from one
   * itself.
   */
  static Origin of(Token first, Token last, String macro) {
    int end = last.end() < first.start() ? first.end() : last.end();
    return new Origin(first.start(), end, first.macro().isEmpty() ? macro : first.macro());
  }

  /** A token of the body. */
  Token token(Token.Kind kind, String text) {
    return new Token(kind, text, Gap.BLANK, start, end, macro, Painted.NONE);
  }
}
