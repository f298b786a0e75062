package org.zaudit.syntax;

import org.zaudit.syntax.grammar.C;

/**
 * Recognises, at the beginning of a statement, macros that no expression statement of C could be.
 */
final class Macros {
  private final Tokens tokens;
  private final Names names;

  Macros(Tokens tokens, Names names) {
    this.tokens = tokens;
    this.names = names;
  }

  /** The tag that the identifier deserves: itself if nothing is special about it. */
  int tagOf(int at) {
    if (tokens.type(at + 1) == C.L_PAREN) {
      int close = tokens.partner(at + 1);
      return close == Tokens.NONE ? C.IDENTIFIER : withArguments(at, close);
    }
    return word(at);
  }

  private int word(int at) {
    return switch (tokens.type(at + 1)) {
      case C.L_BRACE -> C.LOOP_WORD;
      case C.R_BRACE,
          C.IF,
          C.WHILE,
          C.DO,
          C.FOR,
          C.SWITCH,
          C.CASE,
          C.DEFAULT,
          C.GOTO,
          C.BREAK,
          C.CONTINUE,
          C.RETURN,
          C.ELSE ->
          C.STATEMENT_WORD;
      // Nobody breaks the line between a type and its variable.
      case C.IDENTIFIER ->
          tokens.sameLine(at, at + 1) || names.isType(tokens.word(at))
              ? C.IDENTIFIER
              : C.STATEMENT_WORD;
      default -> C.IDENTIFIER;
    };
  }

  private int withArguments(int at, int close) {
    int next = close + 1;
    return switch (tokens.type(next)) {
      case C.L_BRACE -> C.LOOP_MACRO;
      case C.R_BRACE, C.R_PAREN, C.ELSE, C.CASE, C.DEFAULT -> C.STATEMENT_MACRO;
      case C.IF, C.WHILE, C.DO, C.FOR, C.SWITCH, C.GOTO, C.BREAK, C.CONTINUE, C.RETURN, C.ASM ->
          loopOrStatement(at, next);
      case C.STAR, C.INCREMENT, C.DECREMENT, C.L_PAREN ->
          Habits.isLoop(tokens.word(at)) ? C.LOOP_MACRO : C.IDENTIFIER;
      case C.IDENTIFIER -> beforeIdentifier(at, close);
      case C.BASE_TYPE, C.STRUCT, C.ENUM, C.STATIC, C.STORAGE, C.QUALIFIER, C.TYPEOF ->
          C.STATEMENT_MACRO;
      default -> C.IDENTIFIER;
    };
  }

  private int beforeIdentifier(int at, int close) {
    int next = close + 1;
    if (Habits.isLoop(tokens.word(at))) {
      return C.LOOP_MACRO;
    }
    if (tokens.sameLine(close, next)) {
      switch (tokens.type(next + 1)) {
        case C.SEMICOLON, C.ASSIGN, C.COMMA, C.L_BRACKET -> {
          return C.TYPE_MACRO;
        }
        default -> {}
      }
    }
    return tokens.type(next + 1) == C.COLON ? C.STATEMENT_MACRO : loopOrStatement(at, next);
  }

  /** Layout tells whether the statement that follows belongs to the macro. */
  private int loopOrStatement(int at, int next) {
    boolean belongs =
        Habits.isLoop(tokens.word(at))
            || tokens.sameLine(next - 1, next)
            || tokens.deeper(at, next);
    return belongs ? C.LOOP_MACRO : C.STATEMENT_MACRO;
  }
}
