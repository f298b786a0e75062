package org.zaudit.rules;

/** A place in a rule file, counted from 1. */
record Position(String file, int line, int column) {
  private static final int MESSAGE = 400;

  UserError error(String what, String remedy) {
    return new UserError(printable(what), toString(), printable(remedy));
  }

  /** What a file holds may be anything; what a terminal gets is one line. */
  private static String printable(String text) {
    StringBuilder line = new StringBuilder();
    text.codePoints()
        .limit(MESSAGE)
        .forEach(c -> line.appendCodePoint(Character.isISOControl(c) ? ' ' : c));
    return line.append(text.length() > MESSAGE ? "…" : "").toString();
  }

  @Override
  public String toString() {
    return file + ":" + line + ":" + column;
  }
}
