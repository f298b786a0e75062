package org.zaudit.audit;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A comment that silences a check where it stands.
 *
 * @param line on which it stands, counted from 1
 * @param check the id of the check that it means
 * @param reason why; blank when it says nothing
 */
record Ignore(String file, int line, String check, String reason) {
  private static final Pattern COMMENT =
      Pattern.compile("(?:/\\*|//)\\s*zaudit:\\s*ignore\\s+([a-z-]+)\\s*(?::([^*]*))?");

  /** The comments of a file, from top to bottom. */
  static List<Ignore> in(String file, byte[] bytes) {
    List<Ignore> found = new ArrayList<>();
    String text = new String(bytes, StandardCharsets.UTF_8);
    Matcher comment = COMMENT.matcher(text);
    int line = 1;
    int at = 0;
    while (comment.find()) {
      for (; at < comment.start(); at++) {
        line += text.charAt(at) == '\n' ? 1 : 0;
      }
      String reason = comment.group(2) == null ? "" : comment.group(2);
      boolean toLineEnd = text.startsWith("//", comment.start());
      found.add(
          new Ignore(
              file,
              line,
              comment.group(1),
              (toLineEnd ? reason.lines().findFirst().orElse("") : reason)
                  .replaceAll("\\s+", " ")
                  .strip()));
    }
    return found;
  }

  /** Whether it silences a finding that is reported there. */
  boolean silences(String where, int reported, String id) {
    return !reason.isEmpty()
        && check.equals(id)
        && file.equals(where)
        && (line == reported || line == reported - 1);
  }

  /** The comment itself, wherever it stands. */
  String text() {
    return check + ": " + reason;
  }
}
