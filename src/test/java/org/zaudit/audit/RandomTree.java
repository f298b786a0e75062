package org.zaudit.audit;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A few small files whose functions and macros lead to each other in all ways, and change at
 * random.
 */
final class RandomTree {
  private static final List<String> PATHS =
      List.of("a.c", "b.c", "x/a.c", "x/b.c", "x/a.h", "y/b.h", "y/c.c");
  private static final List<String> FUNCTIONS = List.of("f", "g", "h", "k", "m", "n");
  private static final List<String> MACROS = List.of("F", "G", "H");
  private static final List<String> MEMBERS = List.of("s", "t");
  private static final List<String> SWITCHES = List.of("A", "B", "C");

  private final Random random;
  private final boolean hasMembers;
  private final SortedMap<String, String> files = new TreeMap<>();

  RandomTree(int seed) {
    this(seed, false);
  }

  private RandomTree(int seed, boolean hasMembers) {
    random = new Random(seed);
    this.hasMembers = hasMembers;
  }

  /** One whose functions leave things to each other, too, which takes the whole tree to judge. */
  static RandomTree withMembers(int seed) {
    return new RandomTree(seed, true);
  }

  /** Changes one to three files. Returns what they hold now; nothing where they are gone. */
  SortedMap<String, Optional<String>> change() {
    SortedMap<String, Optional<String>> changes = new TreeMap<>();
    for (int i = random.nextInt(3); i >= 0; i--) {
      String path = one(PATHS);
      if (random.nextInt(6) == 0) {
        files.remove(path);
        changes.put(path, Optional.empty());
      } else {
        String text = path.endsWith(".h") && random.nextInt(3) > 0 ? macros() : file();
        files.put(path, text);
        changes.put(path, Optional.of(text));
      }
    }
    return changes;
  }

  SortedMap<String, String> files() {
    return files;
  }

  private String file() {
    var text = new StringBuilder(random.nextInt(3) == 0 ? macros() : "");
    for (int i = random.nextInt(4); i >= 0; i--) {
      text.append(perhapsConditional(function()));
    }
    return text.toString();
  }

  private String perhapsConditional(String text) {
    return switch (random.nextInt(8)) {
      case 0 -> "#ifdef " + one(SWITCHES) + "\n" + text + "#endif\n";
      case 1 -> "#ifndef " + one(SWITCHES) + "\n" + text + "#endif\n";
      default -> text;
    };
  }

  private String macros() {
    var text = new StringBuilder();
    for (int i = random.nextInt(3); i >= 0; i--) {
      String definition =
          random.nextInt(4) == 0
              ? "#define " + one(SWITCHES) + "\n"
              : "#define " + one(MACROS) + "(x) " + call() + "\n";
      text.append(perhapsConditional(definition));
    }
    return text.toString();
  }

  private String function() {
    var text = new StringBuilder(random.nextInt(3) == 0 ? "static void " : "void ");
    text.append(one(FUNCTIONS)).append("(void *x)\n{\n");
    for (int i = random.nextInt(4); i > 0; i--) {
      text.append('\t').append(call()).append(";\n");
    }
    return text.append("}\n").toString();
  }

  private String call() {
    if (hasMembers && random.nextInt(6) == 0) {
      return member();
    }
    return switch (random.nextInt(20)) {
      case 0, 1 -> "acquire(x)";
      case 2, 3 -> "release(x)";
      case 4 -> one(FUNCTIONS) + "(opposite)";
      case 5 -> "stale(x)";
      case 6 -> "ends(x)";
      case 7, 8 -> one(MACROS) + "(x)";
      case 9 -> "kept->by = x";
      case 10 -> "halt()";
      case 11 -> "acquire(given)";
      case 12, 13 -> one(FUNCTIONS) + "(given)";
      default -> one(FUNCTIONS) + "(x)";
    };
  }

  private String member() {
    return switch (random.nextInt(9)) {
      case 0 -> "free(x)";
      case 1 -> "empty(any)";
      case 2, 3 -> "empty(" + one(MEMBERS) + ")";
      case 4, 5 -> "look(" + one(MEMBERS) + ")";
      default -> "fill(" + one(MEMBERS) + ")";
    };
  }

  private String one(List<String> of) {
    return of.get(random.nextInt(of.size()));
  }
}
