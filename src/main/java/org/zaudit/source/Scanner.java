package org.zaudit.source;

import java.nio.charset.StandardCharsets;
import java.util.OptionalInt;

/**
 * Reads a file in one pass over its bytes. Inside of braces it looks at braces, literals, comments
 * and directives alone; outside it reads tokens, as far as is needed to tell a function from other
 * declarations.
 */
final class Scanner {
  private final byte[] text;
  private final Outline outline;
  private int at;

  Scanner(byte[] text) {
    this.text = text;
    this.outline = new Outline(text);
    this.at = Lexis.hasByteOrderMark(text) ? 3 : 0;
  }

  SourceFile scan() {
    OptionalInt again = OptionalInt.of(at);
    while (again.isPresent()) {
      at = again.getAsInt();
      while (at < text.length) {
        if (outline.isOutside()) {
          outside();
        } else {
          inside();
        }
      }
      again = outline.retreat();
    }
    return outline.end();
  }

  private void outside() {
    while (at < text.length && outline.isOutside()) {
      byte c = text[at];
      if (Lexis.isBlank(c)) {
        at++;
      } else if (c == '/' && Lexis.startsComment(text, at)) {
        at = Lexis.comment(text, at);
      } else if (c == '#' && Lexis.isFirstOnLine(text, at)) {
        at = outline.directive(Directive.at(text, at));
      } else if (Lexis.isWord(c)) {
        word(c);
      } else {
        punctuation(c);
      }
    }
  }

  private void word(byte first) {
    int end = Lexis.word(text, at);
    if (Lexis.isDigit(first)) {
      outline.head(at).other(first, end);
    } else {
      outline.word(new String(text, at, end - at, StandardCharsets.ISO_8859_1), at, end);
    }
    at = end;
  }

  private void punctuation(byte c) {
    int end = at + 1;
    switch (c) {
      case '{' -> outline.openBody(at);
      case '}' -> outline.strayBrace(at);
      case ';' -> outline.semicolon(at);
      case '(' -> outline.head(at).open(end);
      case ')' -> outline.head(at).close(end);
      case '[' -> outline.head(at).bracket(1, end);
      case ']' -> outline.head(at).bracket(-1, end);
      case '"', '\'' -> {
        end = Lexis.literal(text, at);
        outline.head(at).literal(end);
      }
      default -> outline.head(at).other(c, end);
    }
    at = end;
  }

  private void inside() {
    byte[] bytes = text;
    int i = Lexis.nextInside(bytes, at);
    while (i < bytes.length && !outline.isOutside()) {
      switch (bytes[i]) {
        case '{' -> {
          outline.openBrace();
          i++;
        }
        case '}' -> {
          outline.closeBrace(i);
          i++;
        }
        case '"', '\'' -> i = Lexis.literal(bytes, i);
        case '#' ->
            i = Lexis.isFirstOnLine(bytes, i) ? outline.directive(Directive.at(bytes, i)) : i + 1;
        default -> i = Lexis.startsComment(bytes, i) ? Lexis.comment(bytes, i) : i + 1;
      }
      at = i;
      i = Lexis.nextInside(bytes, i);
    }
    if (!outline.isOutside()) {
      at = i;
    }
  }
}
