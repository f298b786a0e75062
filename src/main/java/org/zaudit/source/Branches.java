package org.zaudit.source;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * The tokens of a text in those branches of its conditionals that are taken.
 *
 * @param compiles whether none of them holds an {@code #error}
 */
record Branches(List<Token> tokens, boolean compiles) {

  static Branches read(byte[] text, Settings settings) {
    List<Token> tokens = new ArrayList<>();
    // For each conditional that is open, whether one of its branches has been taken: the next are
    // not even asked.
    Deque<Boolean> done = new ArrayDeque<>();
    boolean compiles = true;
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
      } else if (directive.refuses() && !done.isEmpty()) {
        compiles = false;
      }
      at = Lexer.read(text, skips ? DeadCode.end(text, directive.end()) : directive.end(), tokens);
    }
    return new Branches(tokens, compiles);
  }
}
