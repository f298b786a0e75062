package org.zaudit.source;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Which operating system a compiler builds for it tells by a name that it defines itself: those of
 * two systems are never defined together.
 */
final class Platforms {
  private static final Map<String, String> SYSTEMS =
      Map.ofEntries(
          Map.entry("__linux__", "Linux"),
          Map.entry("__linux", "Linux"),
          Map.entry("__FreeBSD__", "FreeBSD"),
          Map.entry("__NetBSD__", "NetBSD"),
          Map.entry("__OpenBSD__", "OpenBSD"),
          Map.entry("__DragonFly__", "DragonFly"),
          Map.entry("__APPLE__", "macOS"),
          Map.entry("_WIN32", "Windows"),
          Map.entry("__sun", "Solaris"),
          Map.entry("__sun__", "Solaris"));

  private Platforms() {}

  /** Whether the condition holds on some system, or on none that is known. */
  static boolean allow(Condition condition) {
    List<Atom> systems =
        Arrays.stream(condition.variables())
            .filter(atom -> atom.kind() == Atom.Kind.DEFINED && SYSTEMS.containsKey(atom.name()))
            .toList();
    Condition possible = condition;
    for (int i = 0; i < systems.size(); i++) {
      for (Atom other : systems.subList(i + 1, systems.size())) {
        if (!system(systems.get(i)).equals(system(other))) {
          Condition both = Condition.of(systems.get(i)).and(Condition.of(other));
          possible = possible.and(both.not());
        }
      }
    }
    return !possible.isNever();
  }

  private static String system(Atom atom) {
    return SYSTEMS.getOrDefault(atom.name(), "");
  }
}
