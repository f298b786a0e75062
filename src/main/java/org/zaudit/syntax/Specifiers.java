package org.zaudit.syntax;

import java.util.ArrayList;
import java.util.List;
import org.zaudit.syntax.grammar.C;

/**
 * The words with which a declaration may begin, up to what is none: {@code static const FOO struct
 * node NAME}. Identifiers among them can be the type, macros that say something about it, or the
 * name that is declared.
 */
final class Specifiers {
  private final Tokens tokens;
  private final List<Integer> words = new ArrayList<>();
  private boolean keyword;
  private boolean typedef;
  private boolean base;
  private int wordsBeforeBase;
  private boolean call;
  private int end;

  private Specifiers(Tokens tokens) {
    this.tokens = tokens;
  }

  static Specifiers scan(Tokens tokens, int from) {
    Specifiers specifiers = new Specifiers(tokens);
    int at = from;
    int next = specifiers.read(at);
    while (next > at) {
      at = next;
      next = specifiers.read(at);
    }
    specifiers.end = at;
    return specifiers;
  }

  /** The identifiers that no syntax explains. */
  List<Integer> words() {
    return words;
  }

  /** Those of them that follow on the type's keyword. */
  List<Integer> wordsAfterBase() {
    return words.subList(wordsBeforeBase, words.size());
  }

  /** Whether a keyword says that this is a declaration. */
  boolean hasKeyword() {
    return keyword || base;
  }

  /** Whether the names that are declared are types. */
  boolean isTypedef() {
    return typedef;
  }

  /** Whether the type itself is a keyword's. */
  boolean hasBase() {
    return base;
  }

  /** Whether the last word is followed by a parenthesis. */
  boolean endsInCall() {
    return call;
  }

  /** The index after the last word. */
  int end() {
    return end;
  }

  private int read(int at) {
    return switch (tokens.type(at)) {
      case C.TYPEDEF -> {
        typedef = true;
        keyword = true;
        yield at + 1;
      }
      case C.STATIC, C.STORAGE, C.VOLATILE, C.QUALIFIER -> {
        keyword = true;
        yield at + 1;
      }
      case C.ATOMIC -> {
        keyword = true;
        if (tokens.type(at + 1) == C.L_PAREN) {
          tokens.tag(at, C.TYPEOF);
          yield at;
        }
        yield at + 1;
      }
      case C.BASE_TYPE, C.TYPE_NAME -> base(at + 1);
      case C.BIT_INT, C.TYPEOF, C.TYPE_MACRO ->
          tokens.partner(at + 1) > at ? base(tokens.partner(at + 1) + 1) : at;
      case C.STRUCT, C.ENUM -> base(afterTag(at + 1));
      case C.DROPPED -> at + 1;
      case C.IDENTIFIER -> identifier(at);
      default -> at;
    };
  }

  private int base(int next) {
    if (!base) {
      base = true;
      wordsBeforeBase = words.size();
    }
    return next;
  }

  private int afterTag(int at) {
    int next = tokens.type(at) == C.IDENTIFIER ? at + 1 : at;
    return tokens.type(next) == C.L_BRACE && tokens.partner(next) > next
        ? tokens.partner(next) + 1
        : next;
  }

  private int identifier(int at) {
    if (call) {
      return at;
    }
    int close = tokens.type(at + 1) == C.L_PAREN ? tokens.partner(at + 1) : Tokens.NONE;
    if (close == Tokens.NONE) {
      words.add(at);
      return at + 1;
    }
    boolean continues = continues(close + 1);
    if (Habits.isReservedWord(tokens.word(at))
        && (base || !words.isEmpty() || continues)
        && close > at) {
      tokens.drop(at, close);
      return close + 1;
    }
    if (continues && hasKeyword()) {
      if (base || !words.isEmpty()) {
        tokens.drop(at, close);
      } else {
        tokens.tag(at, C.TYPE_MACRO);
        base(close + 1);
      }
      return close + 1;
    }
    words.add(at);
    call = true;
    return at + 1;
  }

  /** Whether a declaration goes on here. */
  private boolean continues(int at) {
    return switch (tokens.type(at)) {
      case C.IDENTIFIER, C.STAR, C.BASE_TYPE, C.STRUCT, C.ENUM, C.QUALIFIER -> true;
      default -> false;
    };
  }
}
