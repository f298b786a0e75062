package org.zaudit.source;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Finds the identifiers of a text. */
final class Identifiers {
  /** Of these no analysis asks what they resolve to (C11 6.4.1). */
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
          "while");

  private Identifiers() {}

  static List<String> of(String text, Names names) {
    byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
    Set<String> found = new HashSet<>();
    int i = 0;
    while (i < bytes.length) {
      byte c = bytes[i];
      if (Lexis.isWord(c)) {
        int end = Lexis.word(bytes, i);
        if (!Lexis.isDigit(c)) {
          found.add(text.substring(i, end));
        }
        i = end;
      } else if (c == '"' || c == '\'') {
        i = Lexis.literal(bytes, i);
      } else if (c == '/' && Lexis.startsComment(bytes, i)) {
        i = Lexis.comment(bytes, i);
      } else {
        i++;
      }
    }
    found.removeAll(KEYWORDS);
    return found.stream().sorted().map(names::shared).toList();
  }
}
