package org.zaudit.rules;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The front door: what {@code --rules} names becomes a {@link RuleSet}. */
public final class Rules {
  /** Facts of C and of assertions, which every rule builds on. */
  static final String BASE = "c";

  private static final String WORLDS = "worlds/";

  private Rules() {}

  /** Ids of the rules that come with the program, sorted. */
  public static List<String> builtIn() {
    return Library.ids("").stream().filter(id -> !id.equals(BASE)).toList();
  }

  /**
   * Loads rules, in the order given. Whatever a file holds, the outcome is a set of valid rules or
   * one {@link UserError} that says where it is wrong, what was expected, and which word was
   * probably meant.
   *
   * @param selection names of built-in rules, files that end in {@code .yaml}, and folders of such
   *     files (sorted by name). Empty: all built-in rules. A built-in name comes before a folder of
   *     that name; {@code ./name} is the folder
   */
  public static RuleSet load(List<String> selection) {
    List<World> worlds = worlds();
    RuleLoader loader = new RuleLoader(names(worlds));
    for (String name : selection.isEmpty() ? builtIn() : selection) {
      if (builtIn().contains(name)) {
        loader.addBuiltIn(name);
      } else {
        files(name).forEach(loader::addFile);
      }
    }
    return loader.ruleSet(worlds);
  }

  private static List<World> worlds() {
    List<World> worlds = new ArrayList<>();
    for (String id : Library.ids(WORLDS)) {
      String name = WORLDS + id;
      worlds.addAll(
          WorldReader.read(
              YamlReader.read(RuleLoader.label(name), Library.bytes(name).orElseThrow())));
    }
    return List.copyOf(worlds);
  }

  private static Set<String> names(List<World> worlds) {
    Set<String> names = new LinkedHashSet<>();
    worlds.forEach(world -> names.add(world.name()));
    names.add(World.byDefault().name());
    return names;
  }

  private static List<Path> files(String name) {
    Path path = Path.of(name);
    if (!Files.isDirectory(path)) {
      if (Files.isRegularFile(path)) {
        return List.of(path);
      }
      throw new UserError(
          "there is no rule, file or folder '" + name + "'",
          "--rules",
          Nearest.hint(name, builtIn()));
    }
    try (Stream<Path> files = Files.list(path)) {
      List<Path> rules = files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
      if (rules.isEmpty()) {
        throw new UserError("the folder holds no rule file", name, "give one with *.yaml files");
      }
      return rules;
    } catch (IOException e) {
      throw new UserError(
          "the folder cannot be read: " + e.getMessage(), name, "check its permissions");
    }
  }
}
