package org.zaudit.report;

/** What parts of the text mean, and the ANSI colour that says so; git's and rustc's choices. */
enum Style {
  COMMIT("33"),
  INTRODUCED("1;31"),
  ENDED("1;32"),
  MESSAGE("1"),
  PLACE("36"),
  GUTTER("34"),
  CARET("1;31"),
  LABEL("2"),
  WARNING("1;33");

  private final String code;

  Style(String code) {
    this.code = code;
  }

  /** The text in this style, or as it is when there is to be no colour. */
  String paint(String text, boolean color) {
    return color && !text.isEmpty() ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
  }
}
