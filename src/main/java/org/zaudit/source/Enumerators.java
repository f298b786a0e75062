package org.zaudit.source;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.zaudit.source.Token.Kind;

/**
 * The enumerators that a type declares, with their values as far as these are told by numbers,
 * shifts, unions of bits, and enumerators before them.
 */
final class Enumerators {
  private final List<Token> tokens;
  private final Condition condition;
  private final Map<String, Long> values = new HashMap<>();
  private final List<MacroDefinition> found = new ArrayList<>();
  private int at;

  private Enumerators(List<Token> tokens, Condition condition) {
    this.tokens = tokens;
    this.condition = condition;
  }

  static List<MacroDefinition> in(Chunk chunk) {
    String text = chunk.text().text();
    // Which of them a conditional leaves is not worked out.
    if (!text.contains("enum") || text.contains("#")) {
      return List.of();
    }
    var reader = new Enumerators(Lexer.tokens(text), chunk.condition());
    reader.read();
    return reader.found;
  }

  private void read() {
    while (at < tokens.size()) {
      if (accept("enum")) {
        if (at < tokens.size() && tokens.get(at).kind() == Kind.WORD) {
          at++;
        }
        if (accept("{")) {
          list();
        }
      } else {
        at++;
      }
    }
  }

  private void list() {
    OptionalLong next = OptionalLong.of(0);
    while (at < tokens.size() && !is("}")) {
      String name = tokens.get(at).text();
      at++;
      OptionalLong value = accept("=") ? union() : next;
      // Where something follows that is not understood, nothing is known.
      boolean isWhole = is(",") || is("}");
      skipToNext();
      next = OptionalLong.empty();
      if (isWhole && value.isPresent()) {
        add(name, value.getAsLong());
        next = OptionalLong.of(value.getAsLong() + 1);
      }
    }
  }

  private void add(String name, long value) {
    values.put(name, value);
    found.add(
        new MacroDefinition(
            MacroDefinition.enumerator(name), Optional.empty(), Long.toString(value), condition));
  }

  private void skipToNext() {
    int depth = 0;
    while (at < tokens.size() && (depth > 0 || !is(",") && !is("}"))) {
      depth += is("(") ? 1 : is(")") ? -1 : 0;
      at++;
    }
    accept(",");
  }

  private OptionalLong union() {
    OptionalLong value = shift();
    while (accept("|")) {
      OptionalLong right = shift();
      value =
          value.isPresent() && right.isPresent()
              ? OptionalLong.of(value.getAsLong() | right.getAsLong())
              : OptionalLong.empty();
    }
    return value;
  }

  private OptionalLong shift() {
    OptionalLong value = primary();
    while (accept("<<")) {
      OptionalLong by = primary();
      value =
          value.isPresent() && by.isPresent() && by.getAsLong() >= 0 && by.getAsLong() < 63
              ? OptionalLong.of(value.getAsLong() << by.getAsLong())
              : OptionalLong.empty();
    }
    return value;
  }

  private OptionalLong primary() {
    if (accept("(")) {
      OptionalLong value = union();
      return accept(")") ? value : OptionalLong.empty();
    }
    if (at >= tokens.size() || is(",") || is("}")) {
      return OptionalLong.empty();
    }
    Token token = tokens.get(at++);
    return switch (token.kind()) {
      case WORD ->
          values.containsKey(token.text())
              ? OptionalLong.of(values.get(token.text()))
              : OptionalLong.empty();
      case NUMBER -> number(token.text());
      case LITERAL, PUNCTUATION -> OptionalLong.empty();
    };
  }

  private static OptionalLong number(String text) {
    try {
      return OptionalLong.of(Long.decode(text.replaceFirst("[uUlL]+$", "")));
    } catch (NumberFormatException e) {
      return OptionalLong.empty();
    }
  }

  private boolean accept(String text) {
    boolean here = is(text);
    if (here) {
      at++;
    }
    return here;
  }

  private boolean is(String text) {
    return at < tokens.size() && tokens.get(at).text().equals(text);
  }
}
