package org.zaudit.syntax;

import java.util.ArrayDeque;
import java.util.Deque;
import org.zaudit.syntax.grammar.C;

/**
 * Goes over the tokens of a function once and settles what the grammar of C leaves to a table of
 * names and to the preprocessor: which words are types, which parentheses casts, which identifiers
 * labels, and which macros have a syntax of their own. There is no table of names: habits, context
 * and the function's own declarations decide.
 */
final class Tagger {
  /** An open bracket. */
  private static final class Frame {
    final Place place;
    final int opener;
    boolean declaring;
    int questions;

    Frame(Place place, int opener) {
      this.place = place;
      this.opener = opener;
    }
  }

  private final Tokens tokens;
  private final Names names = new Names();
  private final Place[] places;
  private final boolean[] statementFollows;
  private final Declarations declarations;
  private final Macros macros;
  private final Deque<Frame> frames = new ArrayDeque<>();
  private boolean starts;
  private int last = Tokens.NONE;

  private Tagger(Tokens tokens) {
    this.tokens = tokens;
    this.places = new Place[tokens.size()];
    this.statementFollows = new boolean[tokens.size()];
    this.declarations = new Declarations(tokens, names, places);
    this.macros = new Macros(tokens, names);
  }

  /** Tags the tokens of the function whose body opens at the brace. */
  static void tag(Tokens tokens, int body) {
    Tagger tagger = new Tagger(tokens);
    tagger.head(body);
    tagger.frames.push(new Frame(Place.BLOCK, Tokens.NONE));
    tagger.starts = true;
    tagger.walk(body, tokens.size());
  }

  private void head(int body) {
    Heads heads = new Heads(tokens);
    int name = heads.name(body);
    frames.push(new Frame(Place.BLOCK, Tokens.NONE));
    if (name == Tokens.NONE) {
      starts = true;
    } else {
      heads.tag(name, body, names);
      statementFollows[Math.max(name, parameters(name + 1))] = true;
    }
    walk(0, body);
    frames.clear();
  }

  /**
   * Marks parameters, also those that follow on the arguments of a macro that makes the name;
   * returns where they close.
   */
  private int parameters(int open) {
    int close = Tokens.NONE;
    int next = open;
    while (tokens.type(next) == C.L_PAREN && tokens.partner(next) > next) {
      places[next] = Place.PARAMETERS;
      close = tokens.partner(next);
      next = close + 1;
    }
    return close;
  }

  private void walk(int from, int to) {
    int at = from;
    while (at < to) {
      at = tokens.type(at) == C.DROPPED ? at + 1 : step(at);
    }
  }

  /** Treats one token and returns the index of the next. */
  private int step(int at) {
    boolean first = starts;
    starts = false;
    if (first) {
      begin(at);
    }
    int next = at + 1;
    switch (tokens.type(at)) {
      case C.L_BRACE -> next = open(at, brace(first));
      case C.L_PAREN -> next = open(at, parenthesis(at, first));
      case C.L_BRACKET -> next = open(at, Place.GROUP);
      case C.R_BRACE, C.R_PAREN, C.R_BRACKET -> close(at);
      case C.SEMICOLON -> semicolon();
      case C.COMMA -> comma(at);
      case C.QUESTION -> question(at);
      case C.COLON -> colon();
      case C.ELSE, C.DO -> starts = true;
      case C.IF, C.WHILE, C.SWITCH -> condition(at);
      case C.SIZEOF -> sizeof(at);
      case C.TYPEOF -> typeof(at);
      case C.OFFSETOF, C.VA_ARG, C.GENERIC -> builtin(at);
      case C.ASM -> assembler(at + 1);
      case C.IDENTIFIER -> identifier(at, first);
      default -> other(at);
    }
    last = at;
    return next;
  }

  /** The beginning of a statement. */
  private void begin(int at) {
    switch (tokens.type(at)) {
      case C.IDENTIFIER -> {
        if (tokens.type(at + 1) == C.COLON) {
          tokens.tag(at, C.LABEL);
          return;
        }
        int tag = frame().place == Place.FOR ? C.IDENTIFIER : macros.tagOf(at);
        tokens.tag(at, tag);
        macro(at, tag);
      }
      case C.TYPEDEF,
          C.STATIC,
          C.STORAGE,
          C.VOLATILE,
          C.QUALIFIER,
          C.ATOMIC,
          C.BASE_TYPE,
          C.BIT_INT,
          C.STRUCT,
          C.ENUM,
          C.TYPEOF ->
          frame().declaring = declarations.statement(at);
      default -> {}
    }
  }

  private void macro(int at, int tag) {
    switch (tag) {
      case C.IDENTIFIER -> frame().declaring = declarations.statement(at);
      case C.LOOP_MACRO, C.STATEMENT_MACRO -> {
        places[at + 1] = Place.CALL;
        statementFollows[tokens.partner(at + 1)] = true;
      }
      case C.TYPE_MACRO -> {
        places[at + 1] = Place.CALL;
        frame().declaring = declarations.statement(at);
      }
      default -> starts = true;
    }
  }

  private Frame frame() {
    return frames.peek();
  }

  private int open(int at, Place place) {
    int close = tokens.partner(at);
    if (close == Tokens.NONE) {
      return at + 1;
    }
    if (place == Place.MEMBERS) {
      return close + 1;
    }
    frames.push(new Frame(place, at));
    switch (place) {
      case BLOCK, FOR -> starts = true;
      case STATEMENTS -> {
        tokens.tag(at, C.STATEMENTS_OPEN);
        starts = true;
      }
      case PARAMETERS -> declarations.parameter(at + 1);
      case CALL -> declarations.argument(at + 1);
      case INITIALIZER -> designator(at + 1);
      case GROUP, TYPE, VA_ARG, GENERIC, ASM, MEMBERS -> {}
    }
    return at + 1;
  }

  private Place brace(boolean first) {
    int before = tokens.type(last);
    if (first || before == C.BLOCK_OPEN) {
      return Place.BLOCK;
    }
    boolean members =
        before == C.STRUCT
            || before == C.ENUM
            || before == C.ASM
            || before == C.IDENTIFIER && isTag(tokens.type(previous(last)));
    if (members) {
      return Place.MEMBERS;
    }
    boolean initializer =
        before == C.ASSIGN
            || before == C.R_PAREN && tokens.type(tokens.partner(last)) == C.LITERAL_OPEN
            || frame().place == Place.INITIALIZER;
    return initializer ? Place.INITIALIZER : Place.BLOCK;
  }

  private static boolean isTag(int type) {
    return type == C.STRUCT || type == C.ENUM;
  }

  private int previous(int at) {
    int before = at - 1;
    while (tokens.type(before) == C.DROPPED) {
      before--;
    }
    return before;
  }

  private Place parenthesis(int at, boolean first) {
    if (places[at] != null) {
      return places[at] == Place.CALL ? call(at) : places[at];
    }
    int close = tokens.partner(at);
    if (close == Tokens.NONE) {
      return Place.GROUP;
    }
    if (frame().place == Place.ASM) {
      return operand(at);
    }
    switch (tokens.type(last)) {
      case C.FOR -> {
        statementFollows[close] = true;
        return Place.FOR;
      }
      case C.IF, C.WHILE, C.SWITCH -> {
        statementFollows[close] = true;
        return Place.GROUP;
      }
      default -> {}
    }
    if (!first && endsOperand(last)) {
      return call(at);
    }
    if (tokens.type(at + 1) == C.L_BRACE) {
      tokens.tag(at, C.BLOCK_OPEN);
      return Place.GROUP;
    }
    if (declarations.cast(at + 1, close)) {
      tokens.tag(at, tokens.type(close + 1) == C.L_BRACE ? C.LITERAL_OPEN : C.TYPE_OPEN);
      return Place.TYPE;
    }
    return Place.GROUP;
  }

  /** A constraint, or a macro that makes one, stands before an operand of assembler. */
  private Place operand(int at) {
    if (tokens.type(last) != C.STRING && tokens.type(last) != C.R_PAREN) {
      return Place.ASM;
    }
    tokens.tag(at, C.OPERAND_OPEN);
    return Place.GROUP;
  }

  private void assembler(int from) {
    int at = from;
    while (switch (tokens.type(at)) {
      case C.VOLATILE, C.STORAGE, C.GOTO -> true;
      default -> false;
    }) {
      at++;
    }
    if (tokens.type(at) == C.L_PAREN) {
      places[at] = Place.ASM;
    }
  }

  private Place call(int at) {
    return tokens.statements(at) == at ? Place.STATEMENTS : Place.CALL;
  }

  private boolean endsOperand(int at) {
    return switch (tokens.type(at)) {
      case C.IDENTIFIER,
          C.STRING,
          C.STRING_NAME,
          C.STRING_MACRO,
          C.R_BRACKET,
          C.LOOP_MACRO,
          C.STATEMENT_MACRO,
          C.TYPE_MACRO ->
          true;
      case C.R_PAREN -> !statementFollows[at] && tokens.type(tokens.partner(at)) != C.TYPE_OPEN;
      default -> false;
    };
  }

  private void close(int at) {
    if (tokens.partner(at) == Tokens.NONE || frames.size() < 2) {
      return;
    }
    Frame closed = frames.pop();
    boolean list = frame().place == Place.BLOCK || frame().place == Place.STATEMENTS;
    starts =
        statementFollows[at] || closed.place == Place.BLOCK && tokens.type(at) == C.R_BRACE && list;
    if (list && starts) {
      frame().declaring = false;
    }
  }

  private void semicolon() {
    Frame frame = frame();
    frame.declaring = false;
    frame.questions = 0;
    starts = frame.place == Place.BLOCK || frame.place == Place.STATEMENTS;
  }

  private void comma(int at) {
    Frame frame = frame();
    switch (frame.place) {
      case BLOCK, FOR, STATEMENTS -> {
        if (frame.declaring) {
          declarations.declarator(at + 1);
        }
      }
      case PARAMETERS -> declarations.parameter(at + 1);
      case CALL -> argument(at);
      case VA_ARG -> declarations.type(at + 1);
      case GENERIC -> {
        if (tokens.type(at + 1) != C.DEFAULT) {
          declarations.type(at + 1);
        }
      }
      case INITIALIZER -> designator(at + 1);
      case GROUP, TYPE, ASM, MEMBERS -> {}
    }
  }

  private void argument(int comma) {
    int open = frame().opener;
    if (tokens.statements(open) == comma) {
      tokens.tag(comma, C.STATEMENTS_COMMA);
      frames.pop();
      frames.push(new Frame(Place.STATEMENTS, open));
      starts = true;
    } else {
      declarations.argument(comma + 1);
    }
  }

  private void designator(int at) {
    if (tokens.type(at) == C.IDENTIFIER && tokens.type(at + 1) == C.COLON) {
      tokens.tag(at, C.LABEL);
    }
  }

  private void question(int at) {
    if (tokens.type(at + 1) == C.COLON) {
      tokens.tag(at, C.ELVIS);
    }
    frame().questions++;
  }

  private void colon() {
    Frame frame = frame();
    if (frame.questions > 0) {
      frame.questions--;
    } else {
      starts = frame.place == Place.BLOCK || frame.place == Place.STATEMENTS;
    }
  }

  /** {@code if likely(x) ...}: the parentheses are a macro's. */
  private void condition(int at) {
    int close = tokens.partner(at + 2);
    if (tokens.type(at + 1) == C.IDENTIFIER && tokens.type(at + 2) == C.L_PAREN && close > at) {
      places[at + 2] = Place.CALL;
      statementFollows[close] = true;
    }
  }

  private void sizeof(int at) {
    int close = tokens.type(at + 1) == C.L_PAREN ? tokens.partner(at + 1) : Tokens.NONE;
    if (close != Tokens.NONE
        && tokens.type(close + 1) != C.L_BRACE
        && declarations.typeOrExpression(at + 2, close)) {
      tokens.tag(at, C.SIZEOF_TYPE);
      places[at + 1] = Place.TYPE;
    }
  }

  private void typeof(int at) {
    int close = tokens.type(at + 1) == C.L_PAREN ? tokens.partner(at + 1) : Tokens.NONE;
    if (close != Tokens.NONE) {
      declarations.typeOrExpression(at + 2, close);
      places[at + 1] = Place.TYPE;
    }
  }

  private void builtin(int at) {
    if (tokens.type(at + 1) != C.L_PAREN || isMember()) {
      tokens.tag(at, C.IDENTIFIER);
      return;
    }
    switch (tokens.type(at)) {
      case C.OFFSETOF -> {
        declarations.type(at + 2);
        places[at + 1] = Place.TYPE;
      }
      case C.VA_ARG -> places[at + 1] = Place.VA_ARG;
      default -> places[at + 1] = Place.GENERIC;
    }
  }

  private boolean isMember() {
    return tokens.type(last) == C.DOT || tokens.type(last) == C.ARROW;
  }

  /** Names of macros that are strings: what stands beside a string can be nothing else. */
  private void identifier(int at, boolean first) {
    if (isMember() || frame().place == Place.ASM) {
      return;
    }
    boolean beside =
        isString(tokens.type(last)) || tokens.type(tokens.partner(last) - 1) == C.STRING_MACRO;
    int next = at + 1;
    if (tokens.type(next) == C.L_PAREN) {
      int close = tokens.partner(next);
      if (close != Tokens.NONE && !first && (beside || tokens.type(close + 1) == C.STRING)) {
        tokens.tag(at, C.STRING_MACRO);
        places[next] = Place.CALL;
      }
    } else if (beside || tokens.type(next) == C.STRING) {
      tokens.tag(at, C.STRING_NAME);
    }
  }

  private static boolean isString(int type) {
    return type == C.STRING || type == C.STRING_NAME;
  }

  private void other(int at) {
    int type = tokens.type(at);
    if (isMember() && isWord(type)) {
      tokens.tag(at, C.IDENTIFIER);
    } else if (frame().place == Place.CALL && isOperator(type) && standsAlone(at)) {
      tokens.tag(at, C.OPERATOR);
    }
  }

  private static boolean isWord(int type) {
    return type >= C.TYPEDEF && type <= C.ATTRIBUTE;
  }

  private static boolean isOperator(int type) {
    return type >= C.ASSIGN && type <= C.DECREMENT;
  }

  private boolean standsAlone(int at) {
    boolean before = tokens.type(last) == C.COMMA || tokens.type(last) == C.L_PAREN;
    return before && (tokens.type(at + 1) == C.COMMA || tokens.type(at + 1) == C.R_PAREN);
  }
}
