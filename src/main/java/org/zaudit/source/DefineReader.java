package org.zaudit.source;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads what follows {@code #define}. */
final class DefineReader {
  private final byte[] text;
  private final int end;
  private int at;

  private DefineReader(byte[] text, Directive define) {
    this.text = text;
    this.at = define.operands();
    this.end = define.end();
  }

  /** Empty when there is no name. */
  static Optional<MacroDefinition> read(byte[] text, Directive define, Condition condition) {
    return new DefineReader(text, define).definition(condition);
  }

  private Optional<MacroDefinition> definition(Condition condition) {
    skip();
    String name = word();
    if (name.isEmpty()) {
      return Optional.empty();
    }
    // Only a parenthesis that touches the name opens parameters (C11 6.10.3p10).
    Optional<List<String>> parameters =
        at < end && text[at] == '(' ? parameters() : Optional.empty();
    return Optional.of(new MacroDefinition(name, parameters, body(), condition));
  }

  private Optional<List<String>> parameters() {
    int open = at++;
    List<String> names = new ArrayList<>();
    skip();
    while (at < end && text[at] != ')') {
      int start = at;
      String name = word();
      skip();
      if (at + 2 < end && text[at] == '.' && text[at + 1] == '.' && text[at + 2] == '.') {
        name += "...";
        at += 3;
        skip();
      }
      names.add(name);
      if (at < end && text[at] == ',') {
        at++;
        skip();
      }
      if (at == start) {
        // No parameter list: the parenthesis belongs to the body.
        at = open;
        return Optional.empty();
      }
    }
    at++;
    return Optional.of(List.copyOf(names));
  }

  /**
   * Blanks of any kind and number are one blank (C11 6.10.3p2), so that layout makes no difference
   * to what depends on the macro.
   */
  private String body() {
    StringBuilder body = new StringBuilder();
    while (at < end) {
      int blank = at;
      skip();
      if (at > blank && !body.isEmpty() && at < end) {
        body.append(' ');
      } else if (at == blank) {
        int next =
            text[at] == '"' || text[at] == '\'' ? Math.min(end, Lexis.literal(text, at)) : at + 1;
        body.append(new String(text, at, next - at, StandardCharsets.ISO_8859_1));
        at = next;
      }
    }
    return body.toString();
  }

  private String word() {
    int start = at;
    at = Math.min(end, Lexis.word(text, at));
    return new String(text, start, at - start, StandardCharsets.ISO_8859_1);
  }

  /** Skips blanks, comments and continuations. */
  private void skip() {
    while (at < end) {
      if (Lexis.isBlank(text[at])) {
        at++;
      } else if (text[at] == '/' && Lexis.startsComment(text, at)) {
        at = Math.min(end, Lexis.comment(text, at));
      } else if (isContinuation()) {
        at++;
      } else {
        return;
      }
    }
  }

  private boolean isContinuation() {
    int next = at + 1 < end && text[at + 1] == '\r' ? at + 2 : at + 1;
    return text[at] == '\\' && (next >= end || text[next] == '\n');
  }
}
