package org.zaudit.source;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.zaudit.source.Token.Kind;

/** Works out what integer constant expressions are worth. */
final class IntegerFolding {
  private static final Set<String> OPERATORS =
      Set.of(
          "(", ")", "+", "-", "*", "/", "%", "<<", ">>", "<", ">", "<=", ">=", "==", "!=", "&", "^",
          "|", "&&", "||", "!", "~", "?", ":");

  private static final Set<String> TYPE_WORDS =
      Set.of("char", "short", "int", "long", "signed", "unsigned", "_Bool");

  private final Map<String, Optional<Long>> known = new HashMap<>();

  static boolean isOperator(Token token) {
    return OPERATORS.contains(token.text());
  }

  /**
   * One token in place of an expression that is made of numbers, or the expression. A number that
   * stands alone stays as it is written.
   */
  List<Token> fold(List<Token> tokens) {
    List<Token> bare = withoutCasts(tokens);
    if (bare.size() < 2) {
      return bare;
    }
    String text = bare.stream().map(Token::text).collect(Collectors.joining(" "));
    Optional<Long> value = known.computeIfAbsent(text, FormulaMeaning::number);
    Token first = bare.getFirst();
    return value.map(number -> number(number, first)).orElse(bare);
  }

  private static List<Token> number(long value, Token at) {
    // A negative one is an expression of its own: "a -X" must not become "a - -1" without
    // parentheses.
    String text = value < 0 ? "(" + value + ")" : Long.toString(value);
    return List.of(
        new Token(Kind.NUMBER, text, at.gap(), at.start(), at.end(), at.macro(), at.painted()));
  }

  /**
   * Leaves out {@code (uint64_t)} and the like. What is cut off by a narrow type is so rare in
   * constants that it is not looked at.
   */
  static List<Token> withoutCasts(List<Token> tokens) {
    List<Token> rest = new ArrayList<>();
    int i = 0;
    while (i < tokens.size()) {
      int end = tokens.get(i).is("(") ? typeEnd(tokens, i + 1) : -1;
      if (end > 0) {
        i = end + 1;
      } else {
        rest.add(tokens.get(i++));
      }
    }
    return rest;
  }

  /** The index of the closing parenthesis of a cast whose type starts here, or less than zero. */
  private static int typeEnd(List<Token> tokens, int start) {
    int i = start;
    while (i < tokens.size()
        && (TYPE_WORDS.contains(tokens.get(i).text()) || tokens.get(i).text().endsWith("_t"))) {
      i++;
    }
    return i > start && i < tokens.size() - 1 && tokens.get(i).is(")") ? i : -1;
  }
}
