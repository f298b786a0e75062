package org.zaudit.audit;

import java.util.Set;
import java.util.function.Consumer;

/**
 * Finds the identifiers in a piece of C, those of directives included: everything whose meaning
 * elsewhere could change what the piece means. Total and linear.
 */
final class Identifiers {
  private static final Set<String> KEYWORDS =
      Set.of(
          "auto",
          "break",
          "case",
          "char",
          "const",
          "continue",
          "default",
          "do",
          "double",
          "else",
          "enum",
          "extern",
          "float",
          "for",
          "goto",
          "if",
          "inline",
          "int",
          "long",
          "register",
          "restrict",
          "return",
          "short",
          "signed",
          "sizeof",
          "static",
          "struct",
          "switch",
          "typedef",
          "union",
          "unsigned",
          "void",
          "volatile",
          "while",
          "define",
          "defined",
          "elif",
          "endif",
          "error",
          "ifdef",
          "ifndef",
          "include",
          "undef");

  private final String text;
  private int at;

  private Identifiers(String text) {
    this.text = text;
  }

  /** Hands over every identifier but keywords, as often and in the order in which they occur. */
  static void forEach(String text, Consumer<String> use) {
    new Identifiers(text).run(use);
  }

  /**
   * Hands over, as often as they occur, those that an opening parenthesis follows: what may be
   * called under its own name. A directive in between may hide one.
   */
  static void forEachCalled(String text, Consumer<String> use) {
    var identifiers = new Identifiers(text);
    identifiers.run(word -> {
      if (identifiers.isFollowedByArguments()) {
        use.accept(word);
      }
    });
  }

  /** Parentheses may stand around the name itself. */
  private boolean isFollowedByArguments() {
    int next = at;
    while (next < text.length()) {
      char c = text.charAt(next);
      if (text.startsWith("/*", next)) {
        int end = text.indexOf("*/", next + 2);
        next = end < 0 ? text.length() : end + 2;
      } else if (text.startsWith("//", next)) {
        int end = text.indexOf('\n', next);
        next = end < 0 ? text.length() : end;
      } else if (c == ')' || c == '\\' || Character.isWhitespace(c)) {
        next++;
      } else {
        return c == '(' || c == '#';
      }
    }
    return false;
  }

  private void run(Consumer<String> use) {
    while (at < text.length()) {
      char c = text.charAt(at);
      if (isStart(c)) {
        String word = word();
        if (!KEYWORDS.contains(word)) {
          use.accept(word);
        }
      } else if (c >= '0' && c <= '9') {
        skipNumber();
      } else if (c == '"' || c == '\'') {
        skipQuoted(c);
      } else if (text.startsWith("/*", at)) {
        skipPast("*/");
      } else if (text.startsWith("//", at)) {
        skipPast("\n");
      } else {
        at++;
      }
    }
  }

  private String word() {
    int start = at;
    while (at < text.length() && isPart(text.charAt(at))) {
      at++;
    }
    return text.substring(start, at);
  }

  /** A preprocessing number (C11 6.4.8): its letters are no identifiers. */
  private void skipNumber() {
    while (at < text.length() && (isPart(text.charAt(at)) || text.charAt(at) == '.')) {
      at++;
    }
  }

  /** Ends at the line's end too: an apostrophe may stand in the text of an {@code #error}. */
  private void skipQuoted(char quote) {
    at++;
    while (at < text.length() && text.charAt(at) != quote && text.charAt(at) != '\n') {
      at += text.charAt(at) == '\\' ? 2 : 1;
    }
    at++;
  }

  private void skipPast(String end) {
    int found = text.indexOf(end, at + 2);
    at = found < 0 ? text.length() : found + end.length();
  }

  private static boolean isStart(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
  }

  private static boolean isPart(char c) {
    return isStart(c) || (c >= '0' && c <= '9');
  }
}
