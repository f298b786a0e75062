package org.zaudit.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Patterns in the syntax of gitignore: the last one that matches a path or a folder above it
 * decides.
 */
final class PathPatterns {
  private final List<Line> lines = new ArrayList<>();

  private PathPatterns() {}

  private record Line(Pattern pattern, boolean takesIn) {}

  static PathPatterns of(List<String> patterns) {
    var all = new PathPatterns();
    for (String pattern : patterns) {
      String stripped = pattern.strip();
      if (!stripped.isEmpty() && !stripped.startsWith("#")) {
        boolean takesIn = !stripped.startsWith("!");
        all.lines.add(new Line(compile(takesIn ? stripped : stripped.substring(1)), takesIn));
      }
    }
    return all;
  }

  /** Whether a file is among those meant. */
  boolean matches(String path) {
    for (Line line : lines.reversed()) {
      if (line.pattern.matcher(path).matches()) {
        return line.takesIn;
      }
    }
    return false;
  }

  /**
   * A pattern with a slash before its end is anchored at the root. What matches a folder matches
   * all below it, and what ends in a slash only that.
   */
  private static Pattern compile(String pattern) {
    boolean folderOnly = pattern.endsWith("/");
    String body = folderOnly ? pattern.substring(0, pattern.length() - 1) : pattern;
    boolean anchored = body.contains("/");
    if (body.startsWith("/")) {
      body = body.substring(1);
    }
    String start = anchored ? "" : "(?:.*/)?";
    String end = folderOnly ? "/.*" : "(?:/.*)?";
    return Pattern.compile(start + expression(body) + end, Pattern.DOTALL);
  }

  private static String expression(String glob) {
    var out = new StringBuilder();
    int at = 0;
    while (at < glob.length()) {
      if (glob.startsWith("**/", at) && (at == 0 || glob.charAt(at - 1) == '/')) {
        out.append("(?:.*/)?");
        at += 3;
      } else if (glob.startsWith("**", at)) {
        out.append(".*");
        at += 2;
      } else {
        at = appendOne(glob, at, out);
      }
    }
    return out.toString();
  }

  private static int appendOne(String glob, int at, StringBuilder out) {
    char c = glob.charAt(at);
    int close = c == '[' ? glob.indexOf(']', at + 2) : -1;
    if (c == '*') {
      out.append("[^/]*");
    } else if (c == '?') {
      out.append("[^/]");
    } else if (close > 0) {
      String set =
          glob.substring(at + 1, close)
              .replace("\\", "\\\\")
              .replace("[", "\\[")
              .replace("&", "\\&");
      out.append('[').append(set.startsWith("!") ? "^" + set.substring(1) : set).append(']');
      return close + 1;
    } else if (c == '\\' && at + 1 < glob.length()) {
      out.append(Pattern.quote(glob.substring(at + 1, at + 2)));
      return at + 2;
    } else {
      out.append(Pattern.quote(String.valueOf(c)));
    }
    return at + 1;
  }
}
