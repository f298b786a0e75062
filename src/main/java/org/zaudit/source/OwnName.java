package org.zaudit.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.zaudit.source.Token.Painted;

/**
 * The name that a text defines is no call, though a macro may stand for the function in other files
 * or configurations. A macro that makes the whole head is one: it has no type before it.
 */
final class OwnName {
  private static final Set<String> STORAGE =
      Set.of("static", "extern", "inline", "__inline", "__inline__");

  private OwnName() {}

  /** The same tokens, the name of the function set apart. */
  static List<Token> setApart(List<Token> tokens) {
    int name = find(tokens);
    if (name < 0) {
      return tokens;
    }
    List<Token> result = new ArrayList<>(tokens);
    Token token = tokens.get(name);
    result.set(name, token.painted(Painted.NONE.with(token.text())));
    return result;
  }

  /** The word before the parentheses behind which the first braces open; less than zero if none. */
  private static int find(List<Token> tokens) {
    int depth = 0;
    int name = -1;
    boolean typed = false;
    for (int i = 0; i < tokens.size(); i++) {
      Token token = tokens.get(i);
      if (token.is("(")) {
        if (depth++ == 0) {
          name = typed && i > 1 && tokens.get(i - 1).isWord() ? i - 1 : -1;
        }
      } else if (token.is(")")) {
        depth--;
      } else if (depth == 0) {
        if (token.is("{") && i > 0 && tokens.get(i - 1).is(")")) {
          return name;
        }
        if (token.is("{") || token.is(";") || token.is("=")) {
          return -1;
        }
        boolean named = i + 1 < tokens.size() && tokens.get(i + 1).is("(");
        typed |= token.isWord() && !named && !STORAGE.contains(token.text());
      }
    }
    return -1;
  }
}
