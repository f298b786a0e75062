package org.zaudit.source.condition;

/** Joins tokens so that they stay apart, and no wider. */
final class Spacing {
  private Spacing() {}

  static void append(StringBuilder text, String token) {
    if (!text.isEmpty() && isWord(text.charAt(text.length() - 1)) && isWord(token.charAt(0))) {
      text.append(' ');
    }
    text.append(token);
  }

  private static boolean isWord(char c) {
    return Character.isLetterOrDigit(c) || c == '_' || c == '$' || c >= 0x80;
  }
}
