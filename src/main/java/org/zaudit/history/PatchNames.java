package org.zaudit.history;

/** Takes components off the names of files in the heads of a patch, until one is left for JGit. */
final class PatchNames {
  private final int strip;

  PatchNames(int strip) {
    this.strip = strip;
  }

  /** The line that names the file before or after the change. */
  String one(String line, String prefix) {
    return strip == 1 ? line : line.substring(0, 4) + name(line.substring(4), prefix, strip);
  }

  /** The line of git that names both. */
  String both(String line) {
    if (strip == 1) {
      return line;
    }
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

  /** Any other line of a head. */
  String extended(String line) {
    if (strip != 1) {
      for (String word : new String[] {"rename from ", "rename to ", "copy from ", "copy to "}) {
        // They have no a/ and b/, so git takes off one less.
        if (line.startsWith(word)) {
          return word + name(line.substring(word.length()), "", Math.max(0, strip - 1));
        }
      }
    }
    return line;
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
