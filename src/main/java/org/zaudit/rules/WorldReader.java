package org.zaudit.rules;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Reads a file of worlds: the layout that it is for, and the programs that such a tree holds. */
final class WorldReader {
  private static final List<String> FILE_KEYS = List.of("title", "matches", "worlds");
  private static final List<String> WORLD_KEYS =
      List.of("matches", "defined", "undefined", "files", "includes");

  private WorldReader() {}

  static List<World> read(Yaml yaml) {
    Section file = Section.of("a file of worlds", yaml, FILE_KEYS);
    Section.text("'title'", file.need("title"));
    List<String> matches = texts(file, "matches");
    if (matches.isEmpty()) {
      throw file.at()
          .error("nothing says which trees these worlds are for", "write 'matches: [file, …]'");
    }
    List<World> worlds = new ArrayList<>();
    for (Yaml.Entry entry : Section.entries("'worlds'", file.need("worlds"))) {
      Section world = Section.of("a world", entry.value(), WORLD_KEYS);
      Map<String, String> defined = defined(world);
      Set<String> undefined = new LinkedHashSet<>(texts(world, "undefined"));
      undefined.stream()
          .filter(defined::containsKey)
          .findFirst()
          .ifPresent(name -> {
            throw world.at().error("'" + name + "' is both defined and undefined", "choose one");
          });
      world.need("files");
      worlds.add(
          new World(
              entry.key().text(),
              defined,
              Collections.unmodifiableSet(undefined),
              texts(world, "files"),
              texts(world, "includes"),
              Stream.concat(matches.stream(), texts(world, "matches").stream()).toList()));
    }
    return List.copyOf(worlds);
  }

  private static Map<String, String> defined(Section world) {
    Map<String, String> defined = new LinkedHashMap<>();
    world
        .get("defined")
        .map(yaml -> Section.entries("'defined'", yaml))
        .orElse(List.of())
        .forEach(entry ->
            defined.put(
                entry.key().text(), Section.text("the text of a macro", entry.value()).text()));
    return Collections.unmodifiableMap(defined);
  }

  private static List<String> texts(Section section, String key) {
    return section.texts(key).stream().map(Yaml.Scalar::text).toList();
  }
}
