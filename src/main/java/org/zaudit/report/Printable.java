package org.zaudit.report;

/**
 * Text from elsewhere, made fit to be shown: whatever could steer a terminal or mislead its reader
 * becomes visible.
 *
 * <p>A name or message in a repository is written by anyone. Escape sequences move the cursor,
 * change the title or answer questions; bidirectional overrides show code in another order than it
 * is compiled in (Boucher & Anderson, "Trojan Source", USENIX Security 2023). A line break would
 * let a commit subject forge lines of the report.
 */
public final class Printable {
  private Printable() {}

  /** The text with each dangerous character replaced by {@code <1B>} or {@code <U+202E>}. */
  public static String of(String text) {
    if (text.codePoints().allMatch(Printable::isHarmless)) {
      return text;
    }
    var visible = new StringBuilder(text.length() + 16);
    text.codePoints().forEach(c -> append(visible, c));
    return visible.toString();
  }

  private static void append(StringBuilder visible, int c) {
    if (isHarmless(c)) {
      visible.appendCodePoint(c);
    } else if (c == '\t') {
      visible.append(' ');
    } else if (c < 0x80) {
      visible.append(String.format("<%02X>", c));
    } else {
      visible.append(String.format("<U+%04X>", c));
    }
  }

  private static boolean isHarmless(int c) {
    if (c < 0x7f) {
      return c >= 0x20;
    }
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED ->
          false;
      default -> true;
    };
  }

  /** How many columns the text takes, when each character takes one. */
  static int width(String text) {
    return text.codePointCount(0, text.length());
  }
}
