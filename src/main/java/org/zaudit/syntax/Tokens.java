package org.zaudit.syntax;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.antlr.v4.runtime.CommonToken;
import org.antlr.v4.runtime.Token;
import org.zaudit.syntax.grammar.C;
import org.zaudit.syntax.grammar.CLexer;

/**
 * The tokens of a text without attributes, and which brackets belong together. A token is known by
 * its index; indices beyond the last one are the end of the text.
 */
final class Tokens {
  /** No such token. */
  static final int NONE = -1;

  private final String text;
  private final List<CommonToken> tokens;
  private final int[] partners;
  private final int[] statements;
  private int nesting;
  private int deepest = NONE;

  private Tokens(String text, List<CommonToken> tokens) {
    this.text = text;
    this.tokens = tokens;
    this.partners = new int[tokens.size()];
    this.statements = new int[tokens.size()];
    Arrays.fill(partners, NONE);
    Arrays.fill(statements, NONE);
    matchBrackets();
  }

  /** Reads a text. Total, linear. */
  static Tokens of(String text) {
    List<CommonToken> tokens = new ArrayList<>(text.length() / 4 + 1);
    CLexer lexer = new CLexer(new TextStream(text));
    lexer.removeErrorListeners();
    for (Token token = lexer.nextToken(); token.getType() != Token.EOF; token = lexer.nextToken()) {
      tokens.add((CommonToken) token);
    }
    return new Tokens(text, withoutAttributes(tokens));
  }

  /**
   * Leaves out {@code __extension__}, {@code __attribute__((...))} and {@code [[...]]}, which may
   * stand anywhere.
   */
  private static List<CommonToken> withoutAttributes(List<CommonToken> tokens) {
    List<CommonToken> kept = new ArrayList<>(tokens.size());
    int at = 0;
    while (at < tokens.size()) {
      CommonToken token = tokens.get(at);
      switch (token.getType()) {
        case C.EXTENSION -> at++;
        case C.ATTRIBUTE -> at = afterAttribute(tokens, at + 1, C.L_PAREN, C.R_PAREN);
        case C.L_BRACKET -> {
          int end =
              opensAttribute(tokens, at)
                  ? afterAttribute(tokens, at, C.L_BRACKET, C.R_BRACKET)
                  : at + 1;
          if (end == at + 1) {
            kept.add(token);
          }
          at = end;
        }
        default -> {
          kept.add(token);
          at++;
        }
      }
    }
    return kept;
  }

  private static boolean opensAttribute(List<CommonToken> tokens, int at) {
    return at + 1 < tokens.size()
        && tokens.get(at + 1).getType() == C.L_BRACKET
        && tokens.get(at + 1).getStartIndex() == tokens.get(at).getStopIndex() + 1;
  }

  /**
   * The index after the balanced brackets that open at the index; the index itself where none open
   * or they are not closed.
   */
  private static int afterAttribute(List<CommonToken> tokens, int at, int opening, int closing) {
    int depth = 0;
    for (int i = at; i < tokens.size(); i++) {
      int type = tokens.get(i).getType();
      if (type == opening) {
        depth++;
      } else if (type == closing) {
        depth--;
      } else if (type == C.L_BRACE || type == C.SEMICOLON) {
        return opening == C.L_BRACKET ? at + 1 : at;
      }
      if (depth == 0) {
        return type == closing ? i + 1 : at;
      }
    }
    return opening == C.L_BRACKET ? at + 1 : at;
  }

  private void matchBrackets() {
    int[] open = new int[tokens.size()];
    int[] separators = new int[tokens.size()];
    int depth = 0;
    for (int i = 0; i < tokens.size(); i++) {
      switch (type(i)) {
        case C.L_PAREN, C.L_BRACE, C.L_BRACKET -> {
          separators[i] = i;
          open[depth++] = i;
          if (depth > nesting) {
            nesting = depth;
            deepest = i;
          }
        }
        case C.R_PAREN -> depth = close(i, C.L_PAREN, open, depth);
        case C.R_BRACKET -> depth = close(i, C.L_BRACKET, open, depth);
        case C.R_BRACE -> depth = close(i, C.L_BRACE, open, depth);
        case C.COMMA -> {
          if (depth > 0) {
            separators[open[depth - 1]] = i;
          }
        }
        case C.SEMICOLON,
            C.IF,
            C.WHILE,
            C.DO,
            C.FOR,
            C.SWITCH,
            C.CASE,
            C.RETURN,
            C.GOTO,
            C.BREAK,
            C.CONTINUE -> {
          if (depth > 0 && statements[open[depth - 1]] == NONE) {
            statements[open[depth - 1]] = separators[open[depth - 1]];
          }
        }
        default -> {}
      }
    }
  }

  /**
   * A brace closes over parentheses that were forgotten; a parenthesis never closes over a brace.
   */
  private int close(int closer, int opening, int[] open, int depth) {
    int at = depth - 1;
    while (at >= 0 && type(open[at]) != opening) {
      if (type(open[at]) == C.L_BRACE) {
        return depth;
      }
      at--;
    }
    if (at < 0) {
      return depth;
    }
    partners[open[at]] = closer;
    partners[closer] = open[at];
    return at;
  }

  int size() {
    return tokens.size();
  }

  int type(int index) {
    return index >= 0 && index < tokens.size() ? tokens.get(index).getType() : Token.EOF;
  }

  CommonToken token(int index) {
    return tokens.get(index);
  }

  /** The text of a token. */
  String word(int index) {
    CommonToken token = tokens.get(index);
    return text.substring(token.getStartIndex(), token.getStopIndex() + 1);
  }

  /** The other bracket of the pair, or {@link #NONE}. */
  int partner(int index) {
    return index >= 0 && index < tokens.size() ? partners[index] : NONE;
  }

  /**
   * The separator after which, in the bracket that opens here, the first statement follows, or
   * {@link #NONE}.
   */
  int statements(int index) {
    return statements[index];
  }

  /** How deep brackets are nested. */
  int nesting() {
    return nesting;
  }

  /** The bracket that is nested deepest, or {@link #NONE}. */
  int deepest() {
    return deepest;
  }

  void tag(int index, int type) {
    tokens.get(index).setType(type);
  }

  /** Drops the tokens from the first to the last. */
  void drop(int first, int last) {
    for (int i = first; i <= last; i++) {
      tag(i, C.DROPPED);
    }
  }

  boolean sameLine(int one, int other) {
    return token(one).getLine() == token(other).getLine();
  }

  /** Whether the other token stands further to the right. */
  boolean deeper(int one, int other) {
    return token(other).getCharPositionInLine() > token(one).getCharPositionInLine();
  }

  /** The tokens that the parser shall see. */
  TokenArray toStream() {
    List<CommonToken> kept = new ArrayList<>(tokens.size());
    for (CommonToken token : tokens) {
      if (token.getType() != C.DROPPED) {
        token.setTokenIndex(kept.size());
        kept.add(token);
      }
    }
    int[] pairs = new int[kept.size() + 1];
    Arrays.fill(pairs, NONE);
    for (int i = 0; i < partners.length; i++) {
      if (partners[i] != NONE && type(i) != C.DROPPED) {
        pairs[tokens.get(i).getTokenIndex()] = tokens.get(partners[i]).getTokenIndex();
      }
    }
    return new TokenArray(text, kept, pairs);
  }
}
