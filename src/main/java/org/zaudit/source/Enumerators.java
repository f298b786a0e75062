package org.zaudit.source;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.zaudit.source.Token.Kind;

/**
 * The enumerators that a type declares, with their values as far as these are told by numbers,
 * shifts of numbers and enumerators before them.
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
      boolean begins = is("enum");
      at++;
      if (begins) {
        if (at < tokens.size() && tokens.get(at).kind() == Kind.WORD) {
          at++;
        }
        if (is("{")) {
          at++;
          list();
        }
      }
    }
  }

  private void list() {
    Optional<Long> next = Optional.of(0L);
    while (at < tokens.size() && !is("}")) {
      String name = tokens.get(at).text();
      at++;
      Optional<Long> value = next;
      if (is("=")) {
        at++;
        value = value(expression());
      }
      value.ifPresent(v -> {
        values.put(name, v);
        found.add(
            new MacroDefinition(
                MacroDefinition.enumerator(name), Optional.empty(), Long.toString(v), condition));
      });
      next = value.map(v -> v + 1);
      while (at < tokens.size() && !is(",") && !is("}")) {
        at++;
      }
      if (is(",")) {
        at++;
      }
    }
  }

  private List<Token> expression() {
    List<Token> expression = new ArrayList<>();
    int depth = 0;
    while (at < tokens.size() && (depth > 0 || !is(",") && !is("}"))) {
      depth += is("(") ? 1 : is(")") ? -1 : 0;
      expression.add(tokens.get(at));
      at++;
    }
    expression.removeIf(token -> token.text().equals("(") || token.text().equals(")"));
    return expression;
  }

  /** {@code 3}, {@code 1 << 3}, {@code A | B}; anything else is not known. */
  private Optional<Long> value(List<Token> expression) {
    if (expression.size() % 2 == 0) {
      return Optional.empty();
    }
    Optional<Long> value = operand(expression.getFirst());
    for (int i = 1; i < expression.size() && value.isPresent(); i += 2) {
      String operator = expression.get(i).text();
      Optional<Long> right = operand(expression.get(i + 1));
      value = value.flatMap(left -> right.flatMap(r -> apply(operator, left, r)));
    }
    return value;
  }

  private static Optional<Long> apply(String operator, long left, long right) {
    return switch (operator) {
      case "<<" -> right >= 0 && right < 63 ? Optional.of(left << right) : Optional.empty();
      case "|" -> Optional.of(left | right);
      default -> Optional.empty();
    };
  }

  private Optional<Long> operand(Token token) {
    return switch (token.kind()) {
      case WORD -> Optional.ofNullable(values.get(token.text()));
      case NUMBER -> number(token.text());
      case LITERAL, PUNCTUATION -> Optional.empty();
    };
  }

  private static Optional<Long> number(String text) {
    String digits = text.replaceFirst("[uUlL]+$", "");
    try {
      return Optional.of(Long.decode(digits));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  private boolean is(String text) {
    return at < tokens.size() && tokens.get(at).text().equals(text);
  }
}
