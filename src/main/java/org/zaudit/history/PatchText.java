package org.zaudit.history;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Rewrites a patch to what JGit reads as git does. JGit always takes off one component of a path;
 * knows a file that a plain diff makes or removes by the name {@code /dev/null} alone; and takes
 * what stands below a hunk for a part of it: an empty line, the end of a mail, the head of the next
 * commit in {@code git log -p}. Lines within hunks stay as they are.
 */
final class PatchText {
  private static final Pattern HUNK =
      Pattern.compile(
          "@@ -\\d{1,9}(?:,(\\d{1,9}))? \\+\\d{1,9}(?:,(\\d{1,9}))? @@.*", Pattern.DOTALL);

  /** What diff writes for the time of a file that is not there, east and west of Greenwich. */
  private static final Pattern NEVER =
      Pattern.compile("\\t(1970-01-01|1969-12-31) [\\d:.]+ [-+]\\d{4}\\s*$");

  private static final Pattern SIGNATURE = Pattern.compile("-- ?\\r?\\n?");

  private final String text;
  private final PatchNames names;
  private final StringBuilder out;
  private long oldLeft;
  private long newLeft;
  private Where where = Where.OUTSIDE;
  private boolean isGit;
  private boolean namesNew;

  private enum Where {
    OUTSIDE,
    BELOW_HUNK,
    BELOW_TEXT
  }

  private PatchText(String text, int strip) {
    this.text = text;
    this.names = new PatchNames(strip);
    this.out = new StringBuilder(text.length());
  }

  /**
   * The same patch, for JGit.
   *
   * @param strip components to take off, as {@code git apply -p} does
   */
  static byte[] of(byte[] patch, int strip) {
    var rewritten = new PatchText(new String(patch, StandardCharsets.ISO_8859_1), strip);
    rewritten.run();
    return rewritten.out.toString().getBytes(StandardCharsets.ISO_8859_1);
  }

  private void run() {
    for (int at = 0; at < text.length(); ) {
      int end = endOfLine(at);
      if (oldLeft > 0 || newLeft > 0) {
        count(text.charAt(at));
        out.append(text, at, end);
      } else {
        outside(text.substring(at, end), end);
      }
      at = end;
    }
  }

  private int endOfLine(int at) {
    int end = text.indexOf('\n', at);
    return end < 0 ? text.length() : end + 1;
  }

  private void count(char first) {
    switch (first) {
      case '+' -> newLeft--;
      case '-' -> oldLeft--;
      case '\\' -> {}
      default -> {
        oldLeft--;
        newLeft--;
      }
    }
  }

  private void outside(String line, int next) {
    Matcher hunk = HUNK.matcher(line);
    if (hunk.matches()) {
      oldLeft = count(hunk.group(1));
      newLeft = count(hunk.group(2));
      where = Where.BELOW_HUNK;
      out.append(line);
    } else if (isHead(line, next)) {
      // JGit would take the name of the next file for a line that is removed.
      out.append(where == Where.OUTSIDE ? "" : "diff\n");
      where = Where.OUTSIDE;
      head(line);
    } else if (where == Where.OUTSIDE) {
      out.append(names.extended(line));
    } else if (line.startsWith("@@") || where == Where.BELOW_HUNK && isOfHunk(line)) {
      // More than the hunk's head counts: a lie, or an accident. JGit says so.
      out.append(line);
    } else {
      where = Where.BELOW_TEXT;
    }
  }

  private static long count(@org.jspecify.annotations.Nullable String digits) {
    return digits == null ? 1 : Long.parseLong(digits);
  }

  private static boolean isOfHunk(String line) {
    return " +-\\".indexOf(line.charAt(0)) >= 0 && !SIGNATURE.matcher(line).matches();
  }

  private boolean isHead(String line, int next) {
    return line.startsWith("diff --")
        || line.startsWith("--- ") && text.startsWith("+++ ", next)
        || line.startsWith("+++ ") && namesNew;
  }

  private void head(String line) {
    if (line.startsWith("diff --")) {
      isGit = line.startsWith("diff --git ");
      out.append(isGit ? names.both(line) : line);
      return;
    }
    boolean isNone = !isGit && NEVER.matcher(line).find();
    String named = names.one(line, namesNew ? "b/" : "a/");
    out.append(isNone ? line.substring(0, 4) + "/dev/null\n" : named);
    isGit &= !namesNew;
    namesNew = !namesNew;
  }
}
