package org.zaudit.audit;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.zaudit.history.Content;
import org.zaudit.history.History;

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

  /** The comments of a file of a commit; none where it cannot be read. */
  static List<Ignore> in(History history, String commit, String file) {
    return history
        .file(commit, file)
        .map(content ->
            switch (content) {
              case Content.Bytes(byte[] bytes) -> in(file, bytes);
              case Content.TooLarge _, Content.Unreadable _ -> List.<Ignore>of();
            })
        .orElse(List.of());
  }

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

  /** Whether it silences this finding: it stands on its line, or on the one above. */
  boolean silences(Life life) {
    Place at = life.location();
    return !reason.isEmpty()
        && check.equals(life.check().id())
        && file.equals(at.file())
        && (line == at.line() || line == at.line() - 1);
  }

  /** The comment itself, wherever it stands. */
  String text() {
    return check + ": " + reason;
  }
}
