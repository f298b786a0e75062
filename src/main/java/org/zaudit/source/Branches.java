package org.zaudit.source;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Reads the tokens of a text in those branches of its conditionals that are taken. */
final class Branches {
  private Branches() {}

  static List<Token> tokens(byte[] text, Settings settings) {
    List<Token> tokens = new ArrayList<>();
    // For each conditional that is open, whether one of its branches has been taken: the next are
    // not even asked.
    Deque<Boolean> done = new ArrayDeque<>();
    int at = Lexer.read(text, 0, tokens);
    while (at < text.length) {
      Directive directive = Directive.at(text, at);
      boolean skips = false;
      if (directive.opens()) {
        done.push(settings.takes(directive, text));
        skips = !done.peek();
      } else if (directive.divides() && !done.isEmpty()) {
        boolean takes = !done.peek() && settings.takes(directive, text);
        done.push(done.pop() || takes);
        skips = !takes;
      } else if (directive.closes() && !done.isEmpty()) {
        done.pop();
      }
      at = Lexer.read(text, skips ? DeadCode.end(text, directive.end()) : directive.end(), tokens);
    }
    return tokens;
  }
}
