package org.zaudit.source;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Where the tokens of C end, on bytes. Total: what is not terminated ends with its line or with the
 * text.
 */
final class Lexis {
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private static final boolean[] MATTERS_INSIDE = new boolean[256];

  static {
    for (char c : new char[] {'{', '}', '"', '\'', '/', '#'}) {
      MATTERS_INSIDE[c] = true;
    }
  }

  private Lexis() {}

  /** Letters, digits, and all bytes above ASCII: they can only belong to names. */
  static boolean isWord(byte c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || c == '_'
        || c == '$'
        || c < 0;
  }

  static boolean isDigit(byte c) {
    return c >= '0' && c <= '9';
  }

  static boolean isBlank(byte c) {
    return c == ' ' || (c >= '\t' && c <= '\r') || c == 0;
  }

  static int word(byte[] text, int start) {
    int i = start;
    while (i < text.length && isWord(text[i])) {
      i++;
    }
    return i;
  }

  static int blanks(byte[] text, int start) {
    int i = start;
    while (i < text.length && isBlank(text[i])) {
      i++;
    }
    return i;
  }

  static int blanksAndComments(byte[] text, int start) {
    int i = blanks(text, start);
    while (i < text.length && text[i] == '/' && startsComment(text, i)) {
      i = blanks(text, comment(text, i));
    }
    return i;
  }

  /** The next byte that means something inside of braces. */
  static int nextInside(byte[] text, int start) {
    int i = start;
    while (i < text.length && !MATTERS_INSIDE[text[i] & 0xff]) {
      i++;
    }
    return i;
  }

  static boolean startsComment(byte[] text, int slash) {
    return slash + 1 < text.length && (text[slash + 1] == '*' || text[slash + 1] == '/');
  }

  /** The offset after the comment that starts here; a line's end is not part of one. */
  static int comment(byte[] text, int slash) {
    return text[slash + 1] == '*' ? blockComment(text, slash + 2) : lineComment(text, slash + 2);
  }

  private static int blockComment(byte[] text, int start) {
    for (int i = start; i + 1 < text.length; i++) {
      if (text[i] == '*' && text[i + 1] == '/') {
        return i + 2;
      }
    }
    return text.length;
  }

  private static int lineComment(byte[] text, int start) {
    int i = start;
    while (i < text.length && (text[i] != '\n' || isContinued(text, i))) {
      i++;
    }
    return i;
  }

  /** The offset after the string or character that starts here. */
  static int literal(byte[] text, int quote) {
    byte mark = text[quote];
    int i = quote + 1;
    while (i < text.length) {
      byte c = text[i];
      if (c == mark) {
        return i + 1;
      }
      if (c == '\n') {
        return i;
      }
      i = c == '\\' ? escape(text, i) : i + 1;
    }
    return i;
  }

  private static int escape(byte[] text, int backslash) {
    boolean continuation =
        backslash + 2 < text.length && text[backslash + 1] == '\r' && text[backslash + 2] == '\n';
    return Math.min(text.length, backslash + (continuation ? 3 : 2));
  }

  /**
   * The offset after the newline that ends the directive here: comments and continuations may take
   * it over several lines.
   */
  static int directive(byte[] text, int start) {
    int i = start;
    while (i < text.length) {
      byte c = text[i];
      if (c == '\n' && !isContinued(text, i)) {
        return i + 1;
      }
      if (c == '/' && startsComment(text, i)) {
        i = comment(text, i);
      } else if (c == '"' || c == '\'') {
        i = literal(text, i);
      } else {
        i++;
      }
    }
    return i;
  }

  private static boolean isContinued(byte[] text, int newline) {
    int last = newline > 0 && text[newline - 1] == '\r' ? newline - 2 : newline - 1;
    return last >= 0 && text[last] == '\\';
  }

  /**
   * Whether nothing but blanks stands before it on its (logical) line; so it is a {@code #} that
   * makes a directive.
   */
  static boolean isFirstOnLine(byte[] text, int at) {
    int i = at - 1;
    while (i >= 0 && text[i] != '\n' && isBlank(text[i])) {
      i--;
    }
    return i < 0
        || (text[i] == '\n' && !isContinued(text, i))
        || (i == 2 && hasByteOrderMark(text));
  }

  static int startOfLine(byte[] text, int at) {
    int i = at;
    while (i > 0 && text[i - 1] != '\n' && isBlank(text[i - 1])) {
      i--;
    }
    return i;
  }

  static boolean isFirstColumn(byte[] text, int at) {
    return at == 0 || text[at - 1] == '\n';
  }

  static boolean hasByteOrderMark(byte[] text) {
    return text.length >= 3
        && text[0] == (byte) 0xEF
        && text[1] == (byte) 0xBB
        && text[2] == (byte) 0xBF;
  }

  static int newlines(byte[] text, int start, int end) {
    int count = 0;
    int i = start;
    // Eight at a time: a byte of "other" is zero where there is a newline, and only there the sum
    // leaves its sign clear.
    for (; i + Long.BYTES <= end; i += Long.BYTES) {
      long other = (long) LONGS.get(text, i) ^ 0x0a0a0a0a0a0a0a0aL;
      long sum = (other & 0x7f7f7f7f7f7f7f7fL) + 0x7f7f7f7f7f7f7f7fL;
      count += Long.bitCount(~(sum | other) & 0x8080808080808080L);
    }
    for (; i < end; i++) {
      count += text[i] == '\n' ? 1 : 0;
    }
    return count;
  }
}
