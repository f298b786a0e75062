package org.zaudit.source;

import java.util.ArrayList;
import java.util.List;
import org.zaudit.source.Token.Painted;

/** Puts arguments into the body of a macro (C11 6.10.3.1 to 6.10.3.3). */
final class Substitution {
  private final List<Token> body;
  private final Origin origin;
  private final Painted painted;
  private final Arguments arguments;
  private final List<Token> result = new ArrayList<>();

  /** How many tokens the last operand gave: {@code ##} next to an empty argument joins nothing. */
  private int last;

  Substitution(List<Token> body, Origin origin, Painted painted, Arguments arguments) {
    this.body = body;
    this.origin = origin;
    this.painted = painted;
    this.arguments = arguments;
  }

  List<Token> tokens() {
    for (int i = 0; i < body.size(); i++) {
      Token token = body.get(i);
      boolean hasNext = i + 1 < body.size();
      if (token.is("##") && i > 0 && hasNext) {
        join(body.get(++i));
      } else if (token.is("#") && hasNext && arguments.parameter(body.get(i + 1)) >= 0) {
        append(List.of(arguments.string(arguments.parameter(body.get(++i)))));
      } else {
        append(operand(token, hasNext && body.get(i + 1).is("##")));
      }
    }
    return result.stream().map(token -> token.painted(painted)).toList();
  }

  private void append(List<Token> operand) {
    result.addAll(operand);
    last = operand.size();
  }

  private List<Token> operand(Token token, boolean joined) {
    int parameter = arguments.parameter(token);
    if (parameter < 0) {
      return List.of(origin.token(token.kind(), token.text()));
    }
    return joined ? arguments.raw(parameter) : arguments.expanded(parameter);
  }

  private void join(Token next) {
    int parameter = arguments.parameter(next);
    if (parameter >= 0
        && arguments.isVariadic(parameter)
        && !result.isEmpty()
        && result.getLast().is(",")) {
      joinVariadic(parameter);
      return;
    }
    List<Token> right = operand(next, true);
    if (last > 0 && !right.isEmpty()) {
      String text = result.removeLast().text() + right.getFirst().text();
      Lexer.tokens(text).forEach(token -> result.add(origin.token(token.kind(), token.text())));
      append(right.subList(1, right.size()));
      last = 1;
    } else {
      result.addAll(right);
      last = Math.max(last, right.size());
    }
  }

  /** GNU C: {@code , ## __VA_ARGS__} leaves out the comma when there are no arguments. */
  private void joinVariadic(int parameter) {
    List<Token> rest = arguments.expanded(parameter);
    if (rest.isEmpty()) {
      result.removeLast();
    }
    append(rest);
  }
}
