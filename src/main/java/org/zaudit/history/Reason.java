package org.zaudit.history;

/** Makes one line of what JGit says. */
final class Reason {
  private Reason() {}

  static String of(Exception e) {
    Throwable deepest = e;
    while (deepest.getCause() != null) {
      deepest = deepest.getCause();
    }
    String text =
        deepest.getMessage() == null ? deepest.getClass().getSimpleName() : deepest.getMessage();
    return text.replaceAll("\\s+", " ").strip();
  }
}
