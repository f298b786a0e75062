package org.zaudit.syntax;

import java.util.ArrayList;
import java.util.List;
import org.zaudit.syntax.grammar.C;

/**
 * Where in a text the function is. Mostly it is all of it; but a macro may put declarations and
 * whole functions before it, and so may the branch of a conditional in which its head stands. The
 * body that the text is about is the last one.
 *
 * @param start the first token of its head
 * @param body the brace that opens its body, or {@link Tokens#NONE}
 * @param before braces that open the bodies of functions before it
 */
record Extent(int start, int body, List<Integer> before) {

  static Extent of(Tokens tokens) {
    Search search = new Search(tokens);
    search.run();
    return new Extent(search.start, search.body, List.copyOf(search.before));
  }

  private static final class Search {
    private final Tokens tokens;
    private final List<Integer> before = new ArrayList<>();
    private int start;
    private int body = Tokens.NONE;

    /** Where the declaration began that is being read, and where the last one before it. */
    private int begin;

    private int afterSemicolon;

    Search(Tokens tokens) {
      this.tokens = tokens;
    }

    void run() {
      int at = 0;
      while (at < tokens.size()) {
        int partner = tokens.partner(at);
        if (tokens.type(at) == C.L_BRACE && opensBody(at)) {
          if (partner < at) {
            return;
          }
          found(at);
          begin = partner + 1;
        } else if (tokens.type(at) == C.SEMICOLON) {
          afterSemicolon = at + 1;
        }
        at = partner > at ? partner + 1 : at + 1;
      }
    }

    private void found(int brace) {
      // Behind a semicolon the parameters of an old style definition may have been declared.
      boolean oldStyle = tokens.type(brace - 1) == C.SEMICOLON;
      int head = oldStyle ? begin : Math.max(begin, afterSemicolon);
      if (body == Tokens.NONE ? brace > 0 : isHead(head, brace)) {
        if (body != Tokens.NONE) {
          before.add(body);
        }
        start = head;
        body = brace;
      }
    }

    /** Neither the members of a tag nor the values of a variable. */
    private boolean opensBody(int brace) {
      int last = tokens.type(brace - 1);
      int before = last == C.IDENTIFIER ? tokens.type(brace - 2) : last;
      return last != C.ASSIGN && before != C.STRUCT && before != C.ENUM;
    }

    /**
     * A type, a name, and parameters: what else stands before braces is a statement gone astray.
     */
    private boolean isHead(int from, int brace) {
      if (brace - from < 3) {
        return false;
      }
      for (int at = from; at < brace; at++) {
        switch (tokens.type(at)) {
          case C.IF, C.ELSE, C.WHILE, C.DO, C.FOR, C.SWITCH, C.CASE, C.RETURN, C.GOTO -> {
            return false;
          }
          case C.L_PAREN -> {
            return at - from > 1 && tokens.type(at - 1) == C.IDENTIFIER;
          }
          default -> {}
        }
      }
      return false;
    }
  }
}
