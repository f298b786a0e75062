package org.zaudit.history;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Rewrites the paths in the heads of a patch to what JGit expects, which always takes off one
 * component. Lines within hunks stay as they are.
 */
final class StrippedPaths {
  private static final Pattern HUNK =
      Pattern.compile(
          "@@ -\\d{1,9}(?:,(\\d{1,9}))? \\+\\d{1,9}(?:,(\\d{1,9}))? @@.*", Pattern.DOTALL);

  private final int strip;
  private long oldLeft;
  private long newLeft;

  private StrippedPaths(int strip) {
    this.strip = strip;
  }

  static byte[] of(byte[] patch, int strip) {
    if (strip == 1) {
      return patch;
    }
    var paths = new StrippedPaths(strip);
    var out = new StringBuilder(patch.length);
    String text = new String(patch, StandardCharsets.ISO_8859_1);
    for (int at = 0; at < text.length(); ) {
      int end = text.indexOf('\n', at);
      end = end < 0 ? text.length() : end + 1;
      out.append(paths.line(text.substring(at, end)));
      at = end;
    }
    return out.toString().getBytes(StandardCharsets.ISO_8859_1);
  }

  private String line(String line) {
    if (oldLeft > 0 || newLeft > 0) {
      switch (line.charAt(0)) {
        case '+' -> newLeft--;
        case '-' -> oldLeft--;
        case '\\' -> {}
        default -> {
          oldLeft--;
          newLeft--;
        }
      }
      return line;
    }
    Matcher hunk = HUNK.matcher(line);
    if (hunk.matches()) {
      oldLeft = count(hunk.group(1));
      newLeft = count(hunk.group(2));
      return line;
    }
    return head(line);
  }

  private static long count(@org.jspecify.annotations.Nullable String digits) {
    return digits == null ? 1 : Long.parseLong(digits);
  }

  private String head(String line) {
    if (line.startsWith("diff --git ")) {
      return both(line);
    }
    for (String side : new String[] {"--- ", "+++ "}) {
      if (line.startsWith(side)) {
        return side + name(line.substring(4), side.equals("--- ") ? "a/" : "b/", strip);
      }
    }
    for (String word : new String[] {"rename from ", "rename to ", "copy from ", "copy to "}) {
      // They have no a/ and b/, so git takes off one less.
      if (line.startsWith(word)) {
        return word + name(line.substring(word.length()), "", Math.max(0, strip - 1));
      }
    }
    return line;
  }

  private String both(String line) {
    String names = line.substring("diff --git ".length()).stripTrailing();
    int space = names.indexOf(' ');
    if (space >= 0 && names.indexOf(' ', space + 1) >= 0) {
      // Spaces in the names: where both are the same, they part in the middle.
      space = names.length() / 2;
    }
    if (space < 0 || names.charAt(space) != ' ') {
      return line;
    }
    return "diff --git "
        + name(names.substring(0, space), "a/", strip)
        + " "
        + name(names.substring(space + 1), "b/", strip)
        + "\n";
  }

  private static String name(String name, String prefix, int strip) {
    if (name.startsWith("/dev/null")) {
      return name;
    }
    boolean quoted = name.startsWith("\"");
    int at = quoted ? 1 : 0;
    for (int i = 0; i < strip; i++) {
      int slash = name.indexOf('/', at);
      if (slash < 0) {
        break;
      }
      at = slash + 1;
    }
    return (quoted ? "\"" : "") + prefix + name.substring(at);
  }
}
