package org.zaudit.syntax;

import org.zaudit.syntax.grammar.C;

/** Finds its way in what stands before a function's body: which word is the function's name. */
final class Heads {
  private final Tokens tokens;

  Heads(Tokens tokens) {
    this.tokens = tokens;
  }

  /** The function's name, or {@link Tokens#NONE} where a parenthesis encloses it. */
  int name(int body) {
    boolean oldStyle = tokens.type(body - 1) == C.SEMICOLON;
    int name = Tokens.NONE;
    int at = 0;
    while (at < body) {
      if (tokens.type(at) == C.IDENTIFIER
          && tokens.type(at + 1) == C.L_PAREN
          && tokens.partner(at + 1) > at) {
        if (name == Tokens.NONE || !isAttribute(at)) {
          name = at;
        }
        if (oldStyle && endsParameters(tokens.partner(at + 1) + 1)) {
          return name;
        }
      }
      at = Math.max(at, tokens.partner(at)) + 1;
    }
    return name == Tokens.NONE && hasMacroForParameters(body) ? body - 2 : name;
  }

  /** {@code static int f HANDLER_ARGS}, with the parentheses in the macro. */
  private boolean hasMacroForParameters(int body) {
    return tokens.type(body - 1) == C.IDENTIFIER
        && tokens.type(body - 2) == C.IDENTIFIER
        && Habits.isConstant(tokens.word(body - 1));
  }

  /** {@code NORETURN(x)} after the parameters. */
  private boolean isAttribute(int at) {
    String word = tokens.word(at);
    return tokens.type(at - 1) == C.R_PAREN
        && (Habits.isConstant(word) || Habits.isReservedWord(word));
  }

  private boolean endsParameters(int at) {
    return switch (tokens.type(at)) {
      case C.L_PAREN, C.STAR -> false;
      case C.IDENTIFIER -> tokens.type(at + 1) != C.L_PAREN;
      default -> true;
    };
  }

  /** Tags the type before the name, and drops macros around it. */
  void tag(int name, int body, Names names) {
    int type = typeBefore(name, names);
    if (type != Tokens.NONE) {
      boolean call = tokens.type(type + 1) == C.L_PAREN;
      tokens.tag(type, call ? C.TYPE_MACRO : C.TYPE_NAME);
      if (!call) {
        names.learn(tokens.word(type));
      }
    }
    dropWords(0, name);
    int close = Math.max(name, tokens.partner(name + 1));
    if (tokens.type(body - 1) != C.SEMICOLON) {
      dropWords(close + 1, body);
    }
  }

  private int typeBefore(int name, Names names) {
    int type = Tokens.NONE;
    int at = 0;
    while (at < name) {
      switch (tokens.type(at)) {
        case C.BASE_TYPE, C.STRUCT, C.ENUM, C.TYPEOF, C.BIT_INT -> {
          return Tokens.NONE;
        }
        case C.IDENTIFIER -> {
          if (type == Tokens.NONE || betterType(at, type, names)) {
            type = at;
          }
        }
        default -> {}
      }
      at = Math.max(at, tokens.partner(at)) + 1;
    }
    return type;
  }

  private boolean betterType(int at, int type, Names names) {
    if (names.isType(tokens.word(type))) {
      return false;
    }
    return names.isType(tokens.word(at))
        || !Habits.isReservedWord(tokens.word(at)) && !Habits.isConstant(tokens.word(at));
  }

  /** Drops identifiers, with their parentheses, that nothing has explained. */
  private void dropWords(int from, int to) {
    int at = from;
    while (at < to) {
      int last = at;
      switch (tokens.type(at)) {
        case C.STRUCT, C.ENUM -> last = tokens.type(at + 1) == C.IDENTIFIER ? at + 1 : at;
        case C.TYPE_MACRO, C.TYPEOF, C.BIT_INT -> last = Math.max(at, tokens.partner(at + 1));
        case C.IDENTIFIER -> {
          last = tokens.type(at + 1) == C.L_PAREN ? Math.max(at, tokens.partner(at + 1)) : at;
          tokens.drop(at, last);
        }
        default -> last = Math.max(at, tokens.partner(at));
      }
      at = last + 1;
    }
  }
}
