package org.zaudit.syntax;

import java.util.ArrayList;
import java.util.List;
import org.zaudit.syntax.grammar.C;

/** Tells types from other names, and tags what it decides. */
final class Declarations {
  private final Tokens tokens;
  private final Names names;
  private final Place[] places;
  private boolean typedef;

  Declarations(Tokens tokens, Names names, Place[] places) {
    this.tokens = tokens;
    this.names = names;
    this.places = places;
  }

  /**
   * At the beginning of a statement: tags a declaration's type and first declarator, if one begins
   * here.
   */
  boolean statement(int at) {
    Specifiers specifiers = Specifiers.scan(tokens, at);
    if (!specifiers.hasBase() && !declares(specifiers)) {
      return false;
    }
    accept(specifiers, true);
    return true;
  }

  private boolean declares(Specifiers specifiers) {
    int end = specifiers.end();
    List<Integer> words = specifiers.words();
    if (words.size() != 1) {
      return words.size() > 1 && startsDeclarator(end) || specifiers.hasKeyword();
    }
    String word = tokens.word(words.getFirst());
    return switch (tokens.type(end)) {
      case C.STAR -> !names.isVariable(word) && pointsToDeclarator(end);
      case C.L_PAREN -> specifiers.hasKeyword() || names.isType(word) && opensPointer(end);
      default -> specifiers.hasKeyword();
    };
  }

  private boolean startsDeclarator(int at) {
    return switch (tokens.type(at)) {
      case C.ASSIGN, C.SEMICOLON, C.COMMA, C.L_BRACKET, C.STAR, C.L_PAREN, C.COLON, C.ASM -> true;
      default -> false;
    };
  }

  private boolean pointsToDeclarator(int star) {
    int at = star;
    while (isPointer(at)) {
      at++;
    }
    return tokens.type(at) == C.IDENTIFIER || tokens.type(at) == C.L_PAREN;
  }

  /** {@code (*} of a pointer to a function or an array, as against the argument of a call. */
  private boolean opensPointer(int open) {
    int close = tokens.partner(open);
    return tokens.type(open + 1) == C.STAR
        && close != Tokens.NONE
        && (tokens.type(close + 1) == C.L_PAREN || tokens.type(close + 1) == C.L_BRACKET);
  }

  private boolean isPointer(int at) {
    return switch (tokens.type(at)) {
      case C.STAR, C.QUALIFIER, C.VOLATILE, C.ATOMIC, C.DROPPED -> true;
      default -> false;
    };
  }

  /** A parameter of a function: tags its type, unless this is but a word. */
  void parameter(int at) {
    Specifiers specifiers = Specifiers.scan(tokens, at);
    List<Integer> words = specifiers.words();
    if (words.isEmpty() && !specifiers.hasKeyword()) {
      return;
    }
    if (specifiers.hasBase() || words.size() > 1 || isTypeOfParameter(specifiers)) {
      accept(specifiers, words.size() > 1 || specifiers.hasBase());
    } else if (tokens.type(at) == C.IDENTIFIER) {
      names.declare(tokens.word(at));
    }
  }

  private boolean isTypeOfParameter(Specifiers specifiers) {
    return specifiers.hasKeyword()
        || switch (tokens.type(specifiers.end())) {
          case C.STAR -> true;
          case C.L_PAREN -> opensPointer(specifiers.end());
          default -> names.isType(tokens.word(specifiers.words().getFirst()));
        };
  }

  /** An argument of a call: tags a type, if it is one. */
  void argument(int at) {
    Specifiers specifiers = Specifiers.scan(tokens, at);
    List<Integer> words = specifiers.words();
    int end = specifiers.end();
    boolean type;
    if (specifiers.hasKeyword()) {
      type = true;
    } else if (words.size() == 1) {
      String word = tokens.word(words.getFirst());
      type =
          !names.isVariable(word)
              && switch (tokens.type(end)) {
                case C.STAR ->
                    endsArgument(afterPointers(end))
                        || pointsToDeclarator(end)
                            && (names.isType(word)
                                || tokens.type(afterPointers(end) + 1) == C.ASSIGN);
                case C.L_PAREN -> names.isType(word) && opensPointer(end);
                case C.COMMA, C.R_PAREN -> names.isType(word);
                default -> false;
              };
    } else {
      type =
          words.size() > 1
              && switch (tokens.type(end)) {
                case C.COMMA, C.R_PAREN, C.STAR, C.ASSIGN, C.L_BRACKET -> true;
                default -> false;
              };
    }
    if (type) {
      accept(specifiers, false);
    }
  }

  private int afterPointers(int star) {
    int at = star;
    while (isPointer(at)) {
      at++;
    }
    return at;
  }

  private boolean endsArgument(int at) {
    return tokens.type(at) == C.COMMA || tokens.type(at) == C.R_PAREN;
  }

  /** Where only a type can stand. */
  void type(int at) {
    accept(Specifiers.scan(tokens, at), false);
  }

  /**
   * In parentheses that may hold a type or an expression: tags a type, if it is one. A bare unknown
   * name is none.
   */
  boolean typeOrExpression(int at, int close) {
    return type(at, close, false);
  }

  /** In parentheses in front of which no operand stands: tags a type, if they are a cast. */
  boolean cast(int at, int close) {
    return type(at, close, true);
  }

  private boolean type(int at, int close, boolean cast) {
    Specifiers specifiers = Specifiers.scan(tokens, at);
    List<Integer> words = specifiers.words();
    int end = specifiers.end();
    boolean type;
    if (specifiers.hasKeyword()) {
      type = true;
    } else if (words.size() == 1) {
      String word = tokens.word(words.getFirst());
      boolean known = names.isType(word);
      type =
          !names.isVariable(word)
              && switch (tokens.type(end)) {
                case C.STAR -> afterPointers(end) == close || known && !operandFollows(end);
                case C.L_PAREN -> known && opensPointer(end);
                case C.L_BRACKET -> known;
                case C.R_PAREN -> cast ? castFollows(close, known) : known;
                default -> false;
              };
    } else {
      type = words.size() > 1 && (end == close || tokens.type(end) == C.STAR);
    }
    if (type) {
      accept(specifiers, false);
    }
    return type;
  }

  private boolean operandFollows(int star) {
    return switch (tokens.type(afterPointers(star))) {
      case C.L_PAREN, C.L_BRACKET -> false;
      default -> true;
    };
  }

  /** Whether what follows on {@code (name)} is an operand, rather than an operator. */
  private boolean castFollows(int close, boolean known) {
    int next = close + 1;
    return switch (tokens.type(next)) {
      case C.IDENTIFIER,
          C.INTEGER,
          C.FLOAT,
          C.CHARACTER,
          C.STRING,
          C.TILDE,
          C.NOT,
          C.SIZEOF,
          C.L_BRACE,
          C.OFFSETOF,
          C.VA_ARG ->
          true;
      case C.L_PAREN -> known || holdsOneOperand(next);
      case C.STAR, C.AND, C.PLUS, C.MINUS, C.INCREMENT, C.DECREMENT -> known;
      default -> false;
    };
  }

  /** {@code (name)(x)} is taken as a cast, {@code (name)(x, y)} and {@code (name)()} as calls. */
  private boolean holdsOneOperand(int open) {
    int close = tokens.partner(open);
    if (close == Tokens.NONE || close == open + 1) {
      return false;
    }
    int at = open + 1;
    while (at < close) {
      if (tokens.type(at) == C.COMMA) {
        return false;
      }
      at = Math.max(at, tokens.partner(at)) + 1;
    }
    return true;
  }

  /**
   * Settles which of the words is the type and which the name, and drops the others.
   *
   * @param named whether a name is declared
   */
  private void accept(Specifiers specifiers, boolean named) {
    typedef = specifiers.isTypedef();
    List<Integer> words =
        new ArrayList<>(specifiers.hasBase() ? specifiers.wordsAfterBase() : specifiers.words());
    List<Integer> others = new ArrayList<>(specifiers.words());
    boolean pointer = tokens.type(specifiers.end()) == C.STAR;
    boolean nested = tokens.type(specifiers.end()) == C.L_PAREN && !specifiers.endsInCall();
    boolean implicitInt =
        !specifiers.hasBase()
            && specifiers.hasKeyword()
            && words.size() == 1
            && named
            && !pointer
            && !nested;
    int types = specifiers.hasBase() || implicitInt ? 0 : 1;
    boolean nameFollows = !pointer && !nested && (named || words.size() > types);
    strip(words, types + (nameFollows ? 1 : 0));
    int name = Tokens.NONE;
    if (nameFollows
        && words.size() > types
        && (named || !Habits.isReservedWord(tokens.word(words.getLast())))) {
      name = words.removeLast();
      others.remove(/* element */ (Integer) name);
    }
    if (types > 0 && !words.isEmpty()) {
      int type = typeAmong(words);
      others.remove(/* element */ (Integer) type);
      names.learn(tokens.word(type));
      tokens.tag(type, C.TYPE_NAME);
    }
    others.forEach(word -> tokens.drop(word, word));
    declarator(name == Tokens.NONE ? specifiers.end() : name);
  }

  /** Takes out words that look like macros, from the end, as long as enough remain. */
  private void strip(List<Integer> words, int enough) {
    for (int i = words.size() - 1; i >= 0 && words.size() > enough; i--) {
      if (Habits.isReservedWord(tokens.word(words.get(i)))) {
        words.remove(/* index */ i);
      }
    }
    for (int i = words.size() - 1; i >= 0 && words.size() > enough; i--) {
      if (Habits.isConstant(tokens.word(words.get(i)))) {
        words.remove(/* index */ i);
      }
    }
  }

  private int typeAmong(List<Integer> words) {
    for (int word : words) {
      if (names.isType(tokens.word(word))) {
        return word;
      }
    }
    return words.getLast();
  }

  /** Declares the name of a declarator, if it has one, and says what its brackets are. */
  void declarator(int from) {
    int at = from;
    while (isPointer(at) || tokens.type(at) == C.IDENTIFIER && declaratorFollows(at + 1)) {
      if (tokens.type(at) == C.IDENTIFIER) {
        tokens.drop(at, at);
      }
      at++;
    }
    switch (tokens.type(at)) {
      case C.IDENTIFIER -> {
        if (typedef) {
          names.learn(tokens.word(at));
        } else {
          names.declare(tokens.word(at));
        }
        suffixes(at + 1);
      }
      case C.L_PAREN -> {
        int close = tokens.partner(at);
        if (close != Tokens.NONE && opensDeclarator(at + 1)) {
          places[at] = Place.GROUP;
          declarator(at + 1);
          suffixes(close + 1);
        } else {
          suffixes(at);
        }
      }
      default -> suffixes(at);
    }
  }

  /** A word between the stars and the name is a macro. */
  private boolean declaratorFollows(int at) {
    return tokens.type(at) == C.STAR
        || tokens.type(at) == C.IDENTIFIER && Habits.isReservedWord(tokens.word(at - 1));
  }

  private boolean opensDeclarator(int at) {
    return switch (tokens.type(at)) {
      case C.STAR, C.L_PAREN -> true;
      case C.IDENTIFIER -> !names.isType(tokens.word(at));
      default -> false;
    };
  }

  private void suffixes(int from) {
    int at = from;
    while (true) {
      int close = tokens.partner(at);
      switch (tokens.type(at)) {
        case C.L_PAREN -> {
          if (close == Tokens.NONE) {
            return;
          }
          places[at] = Place.PARAMETERS;
          at = close + 1;
        }
        case C.L_BRACKET -> {
          if (close == Tokens.NONE) {
            return;
          }
          at = close + 1;
        }
        case C.DROPPED -> at++;
        case C.IDENTIFIER -> {
          int last = tokens.type(at + 1) == C.L_PAREN ? Math.max(at, tokens.partner(at + 1)) : at;
          tokens.drop(at, last);
          at = last + 1;
        }
        default -> {
          return;
        }
      }
    }
  }
}
