package org.zaudit.source;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.zaudit.source.Token.Gap;
import org.zaudit.source.Token.Kind;

/** The arguments of one call, by the parameters of the macro. */
final class Arguments {
  private final Parameters parameters;
  private final List<List<Token>> written;
  private final Origin origin;
  private final UnaryOperator<List<Token>> expansion;
  private final Map<Integer, List<Token>> expanded = new HashMap<>();

  Arguments(
      Parameters parameters,
      List<List<Token>> written,
      Origin origin,
      UnaryOperator<List<Token>> expansion) {
    this.parameters = parameters;
    this.written = written;
    this.origin = origin;
    this.expansion = expansion;
  }

  /** Those of an object-like macro. */
  static Arguments none(Origin origin) {
    return new Arguments(new Parameters(List.of(), false), List.of(), origin, tokens -> tokens);
  }

  /** Less than zero when the token is no parameter. */
  int parameter(Token token) {
    return token.isWord() ? parameters.index(token.text()) : -1;
  }

  boolean isVariadic(int parameter) {
    return parameters.isVariadic(parameter);
  }

  /** As it is written, for {@code #} and {@code ##}. */
  List<Token> raw(int parameter) {
    List<Token> tokens = new ArrayList<>();
    int last = isVariadic(parameter) ? written.size() - 1 : parameter;
    for (int i = parameter; i <= last && i < written.size(); i++) {
      if (i > parameter) {
        tokens.add(origin.token(Kind.PUNCTUATION, ","));
      }
      written.get(i).forEach(token -> tokens.add(token.through(origin.macro())));
    }
    return tokens;
  }

  /** With its own macros expanded, which is done once however often the body uses it. */
  List<Token> expanded(int parameter) {
    List<Token> known = expanded.get(parameter);
    if (known == null) {
      known = expansion.apply(raw(parameter));
      expanded.put(parameter, known);
    }
    return known;
  }

  /** As a string (C11 6.10.3.2). */
  Token string(int parameter) {
    StringBuilder text = new StringBuilder("\"");
    for (Token token : raw(parameter)) {
      if (text.length() > 1 && token.gap() != Gap.NONE) {
        text.append(' ');
      }
      text.append(
          token.kind() == Kind.LITERAL
              ? token.text().replace("\\", "\\\\").replace("\"", "\\\"")
              : token.text());
    }
    return origin.token(Kind.LITERAL, text.append('"').toString());
  }
}
