package org.zaudit.cli;

import java.nio.file.Path;
import java.util.Map;

/** Where a user's files belong (XDG Base Directory Specification 0.8). */
record Folders(Path cache, Path config) {

  static Folders of(Map<String, String> environment, String home) {
    return new Folders(
        folder(environment, "XDG_CACHE_HOME", Path.of(home, ".cache")),
        folder(environment, "XDG_CONFIG_HOME", Path.of(home, ".config")));
  }

  /** A relative path in such a variable is to be ignored, says the specification. */
  private static Path folder(Map<String, String> environment, String variable, Path usual) {
    Path set = Path.of(environment.getOrDefault(variable, ""));
    return (set.isAbsolute() ? set : usual).resolve("zaudit");
  }
}
