package org.zaudit.syntax;

/** The values of constants. */
final class Literals {
  private Literals() {}

  /** The value of an integer, modulo 2 to the 64. Digits end where a suffix begins. */
  static long integer(String text) {
    if (text.length() > 1 && text.charAt(0) == '0') {
      return switch (text.charAt(1)) {
        case 'x', 'X' -> digits(text, 2, 16);
        case 'b', 'B' -> digits(text, 2, 2);
        default -> digits(text, 1, 8);
      };
    }
    return digits(text, 0, 10);
  }

  private static long digits(String text, int from, int radix) {
    long value = 0;
    for (int i = from; i < text.length(); i++) {
      int digit = Character.digit(text.charAt(i), radix);
      if (digit >= 0) {
        value = value * radix + digit;
      } else if (text.charAt(i) != '\'') {
        return value;
      }
    }
    return value;
  }

  /** The value of a character constant; several characters make one number, as GNU C has it. */
  static long character(String text) {
    int at = text.indexOf('\'') + 1;
    int end = text.endsWith("'") && text.length() > at ? text.length() - 1 : text.length();
    long value = 0;
    while (at < end) {
      if (text.charAt(at) != '\\' || at + 1 >= end) {
        value = value << 8 | text.charAt(at);
        at++;
      } else {
        int next = afterEscape(text, at + 1, end);
        value = value << 8 | escaped(text, at + 1, next);
        at = next;
      }
    }
    return value;
  }

  private static int afterEscape(String text, int at, int end) {
    char sign = text.charAt(at);
    int last = at + 1;
    if (sign == 'x') {
      while (last < end && Character.digit(text.charAt(last), 16) >= 0) {
        last++;
      }
    } else if (Character.digit(sign, 8) >= 0) {
      while (last < end && last < at + 3 && Character.digit(text.charAt(last), 8) >= 0) {
        last++;
      }
    }
    return last;
  }

  private static long escaped(String text, int at, int end) {
    char sign = text.charAt(at);
    return switch (sign) {
      case 'n' -> '\n';
      case 't' -> '\t';
      case 'r' -> '\r';
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'a' -> 7;
      case 'v' -> 11;
      case 'e' -> 27;
      case 'x' -> digits(text.substring(0, end), at + 1, 16);
      default -> Character.digit(sign, 8) >= 0 ? digits(text.substring(0, end), at, 8) : sign;
    };
  }
}
