package org.zaudit.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;

/** What the standard streams are connected to. */
final class Terminal {
  private static final Pattern DEVICE = Pattern.compile("/dev/(pts/.*|tty.*|console)");
  private static final int NARROWEST = 40;
  private static final int USUAL = 80;

  private Terminal() {}

  static boolean isOutput() {
    return isTerminal("1");
  }

  static boolean isError() {
    return isTerminal("2");
  }

  /** Whether colours are welcome by the user's environment (https://no-color.org). */
  static boolean likesColor(Map<String, String> environment) {
    return environment.getOrDefault("NO_COLOR", "").isEmpty()
        && !"dumb".equals(environment.get("TERM"));
  }

  /** Columns, as the shell tells them if it does. */
  static int width(Map<String, String> environment) {
    try {
      return Math.max(NARROWEST, Integer.parseInt(environment.getOrDefault("COLUMNS", "")));
    } catch (NumberFormatException e) {
      return USUAL;
    }
  }

  /**
   * The JVM tells only whether all of its streams are a terminal; where there is a /proc, the
   * system tells of each.
   */
  @SuppressWarnings("SystemConsoleNull") // not in 22 to 24, but since 25 it may be null again
  private static boolean isTerminal(String descriptor) {
    Path link = Path.of("/proc/self/fd", descriptor);
    if (Files.isSymbolicLink(link)) {
      try {
        return DEVICE.matcher(Files.readSymbolicLink(link).toString()).matches();
      } catch (IOException e) {
        return false;
      }
    }
    return System.console() != null && System.console().isTerminal();
  }
}
