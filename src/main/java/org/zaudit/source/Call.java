package org.zaudit.source;

import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * An invocation of a function-like macro.
 *
 * @param name the token that names the macro
 * @param tokens all that follow it, both parentheses included
 * @param arguments as they stand between commas; one, perhaps empty, when there are none
 * @param isComplete whether the parentheses are closed
 */
record Call(Token name, List<Token> tokens, List<List<Token>> arguments, boolean isComplete) {

  /** Takes the call's tokens from the input, of which the first is the opening parenthesis. */
  static Call read(Token name, Deque<Token> input) {
    List<Token> tokens = new ArrayList<>();
    List<List<Token>> arguments = new ArrayList<>();
    List<Token> argument = new ArrayList<>();
    int depth = 0;
    while (!input.isEmpty()) {
      Token token = input.poll();
      tokens.add(token);
      depth += token.is("(") ? 1 : token.is(")") ? -1 : 0;
      if (depth == 0) {
        arguments.add(argument);
        return new Call(name, tokens, arguments, true);
      }
      if (depth == 1 && token.is(",")) {
        arguments.add(argument);
        argument = new ArrayList<>();
      } else if (tokens.size() > 1) {
        argument.add(token);
      }
    }
    return new Call(name, tokens, arguments, false);
  }

  Token last() {
    return tokens.getLast();
  }
}
