package org.zaudit.source;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.zaudit.source.Token.Gap;
import org.zaudit.source.Token.Kind;
import org.zaudit.source.Token.Painted;

/**
 * Cuts text into preprocessing tokens. Total: every byte that is no blank and no comment belongs to
 * a token.
 */
final class Lexer {
  private static final Set<String> LONG_PUNCTUATION =
      Set.of(
          "...", "<<=", ">>=", "->", "++", "--", "<<", ">>", "<=", ">=", "==", "!=", "&&", "||",
          "*=", "/=", "%=", "+=", "-=", "&=", "^=", "|=", "##");

  private static final Set<String> LITERAL_PREFIXES = Set.of("L", "u", "U", "u8");

  private final byte[] bytes;
  private int at;
  private Gap gap = Gap.NONE;

  private Lexer(byte[] bytes, int start) {
    this.bytes = bytes;
    this.at = start;
  }

  /** The tokens of a text without directives. */
  static List<Token> tokens(String text) {
    List<Token> tokens = new ArrayList<>();
    new Lexer(text.getBytes(StandardCharsets.ISO_8859_1), 0).read(tokens, false);
    return tokens;
  }

  /**
   * Adds the tokens from an offset on; gives the offset of the {@code #} of the next directive, or
   * of the end.
   */
  static int read(byte[] bytes, int start, List<Token> into) {
    Lexer lexer = new Lexer(bytes, start);
    // A directive, or the end of one, stands between these tokens and those before.
    lexer.gap = Gap.LINE;
    lexer.read(into, true);
    return lexer.at;
  }

  private void read(List<Token> tokens, boolean untilDirective) {
    skip();
    while (at < bytes.length
        && !(untilDirective && bytes[at] == '#' && Lexis.isFirstOnLine(bytes, at))) {
      tokens.add(next());
      gap = Gap.NONE;
      skip();
    }
  }

  private void skip() {
    while (at < bytes.length) {
      byte c = bytes[at];
      if (Lexis.isBlank(c)) {
        gap = c == '\n' ? Gap.LINE : widened();
        at++;
      } else if (c == '/' && Lexis.startsComment(bytes, at)) {
        gap = widened();
        at = Lexis.comment(bytes, at);
      } else if (c == '\\'
          && at + 1 < bytes.length
          && (bytes[at + 1] == '\n' || bytes[at + 1] == '\r')) {
        gap = widened();
        at += 2;
      } else {
        return;
      }
    }
  }

  private Gap widened() {
    return gap == Gap.NONE ? Gap.BLANK : gap;
  }

  private Token next() {
    byte c = bytes[at];
    if (c == '"' || c == '\'') {
      return token(Kind.LITERAL, Lexis.literal(bytes, at));
    }
    if (Lexis.isDigit(c) || (c == '.' && at + 1 < bytes.length && Lexis.isDigit(bytes[at + 1]))) {
      return token(Kind.NUMBER, number());
    }
    if (!Lexis.isWord(c)) {
      return token(Kind.PUNCTUATION, punctuation());
    }
    int end = Lexis.word(bytes, at);
    boolean prefix =
        end < bytes.length
            && (bytes[end] == '"' || bytes[end] == '\'')
            && LITERAL_PREFIXES.contains(string(end));
    return prefix ? token(Kind.LITERAL, Lexis.literal(bytes, end)) : token(Kind.WORD, end);
  }

  /** A preprocessing number: its exponent may have a sign (C11 6.4.8). */
  private int number() {
    int i = at;
    while (i < bytes.length
        && (Lexis.isWord(bytes[i]) || bytes[i] == '.' || (isSign(bytes[i]) && isExponent(i - 1)))) {
      i++;
    }
    return i;
  }

  private static boolean isSign(byte c) {
    return c == '+' || c == '-';
  }

  private boolean isExponent(int i) {
    byte c = i < at ? 0 : bytes[i];
    boolean hexadecimal = at + 1 < bytes.length && (bytes[at + 1] == 'x' || bytes[at + 1] == 'X');
    return c == 'p' || c == 'P' || (!hexadecimal && (c == 'e' || c == 'E'));
  }

  private int punctuation() {
    for (int length = 3; length > 1; length--) {
      if (at + length <= bytes.length && LONG_PUNCTUATION.contains(string(at + length))) {
        return at + length;
      }
    }
    return at + 1;
  }

  private Token token(Kind kind, int end) {
    Token token = new Token(kind, string(end), gap, at, end, "", Painted.NONE);
    at = end;
    return token;
  }

  private String string(int end) {
    return new String(bytes, at, end - at, StandardCharsets.ISO_8859_1);
  }
}
