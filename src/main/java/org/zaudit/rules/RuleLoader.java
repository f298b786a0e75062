package org.zaudit.rules;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Loads rule files and those they build on, each once. */
final class RuleLoader {
  private static final int BASES = 32;

  /** Where a rule file lies: its bytes, and its neighbours for {@code builds-on}. */
  // Nobody else has these bytes, and sources are never compared.
  @SuppressWarnings("ArrayRecordComponent")
  private record Source(String id, String label, byte[] bytes, Optional<Path> folder) {}

  /** A rule with all that it builds on, nearest last. */
  private record Loaded(Rule rule, Source source, Map<String, Loaded> bases) {}

  private final Set<String> worlds;
  private final Map<String, Loaded> loaded = new LinkedHashMap<>();
  private final Map<String, Rule> selected = new LinkedHashMap<>();
  private final Set<String> beingLoaded = new LinkedHashSet<>();

  RuleLoader(Set<String> worlds) {
    this.worlds = worlds;
  }

  /** What messages call a built-in file. */
  static String label(String name) {
    return "rules/" + name + ".yaml";
  }

  void addBuiltIn(String id) {
    Loaded rule = load(builtIn(id));
    selected.put(label(id), rule.rule);
  }

  void addFile(Path file) {
    Loaded rule = load(source(file));
    selected.put(rule.source.label, rule.rule);
  }

  /** The rules that were added, and in the background those that they build on. */
  RuleSet ruleSet(List<World> worlds) {
    Loaded base = load(builtIn(Rules.BASE));
    List<Rule> background = new ArrayList<>();
    for (Loaded rule : loaded.values()) {
      if (!selected.containsValue(rule.rule) && !rule.source.label.equals(base.source.label)) {
        background.add(rule.rule);
      }
    }
    background.add(base.rule);
    checkUnique();
    List<RuleSet> oneByOne =
        loaded.values().stream()
            .filter(l -> selected.containsValue(l.rule))
            .map(l -> new RuleSet(List.of(l.rule), basesOf(l), worlds))
            .toList();
    RuleSet ground = new RuleSet(List.of(), List.of(base.rule), worlds);
    return new RuleSet(
        List.copyOf(selected.values()), background, worlds, oneByOne, Optional.of(ground));
  }

  private static List<Rule> basesOf(Loaded rule) {
    return rule.bases.values().stream().map(Loaded::rule).toList().reversed();
  }

  /** Two files may not declare the same rule or resource: nobody could tell which is meant. */
  private void checkUnique() {
    Map<String, String> rules = new LinkedHashMap<>();
    Map<String, String> resources = new LinkedHashMap<>();
    for (Loaded one : loaded.values()) {
      String other = rules.putIfAbsent(one.rule.id(), one.source.label);
      if (other != null) {
        throw new UserError(
            "another rule file has that name: " + other, one.source.label, "rename one of them");
      }
      for (Resource resource : one.rule.resources()) {
        String first = resources.putIfAbsent(resource.id(), one.source.label);
        if (first != null) {
          throw new UserError(
              "the resource '" + resource.id() + "' is declared in " + first + " too",
              one.source.label,
              "rename it, or let one file build on the other");
        }
      }
    }
  }

  private Loaded load(Source source) {
    Loaded before = loaded.get(source.label);
    if (before != null) {
      return before;
    }
    if (beingLoaded.size() > BASES) {
      throw new UserError(
          "rule files build on each other too deeply", source.label, "put some together");
    }
    RuleReader reader = new RuleReader(source.id, YamlReader.read(source.label, source.bytes));
    beingLoaded.add(source.label);
    Map<String, Loaded> bases = new LinkedHashMap<>();
    if (!source.label.equals(label(Rules.BASE))) {
      include(bases, load(builtIn(Rules.BASE)));
    }
    for (Yaml.Scalar name : reader.buildsOn()) {
      Source base = base(source, name);
      if (beingLoaded.contains(base.label)) {
        throw name.at()
            .error("'" + name.text() + "' builds on this file in turn", "break the circle");
      }
      include(bases, load(base));
    }
    beingLoaded.remove(source.label);
    Rule rule =
        reader.read(
            bases.values().stream().map(Loaded::rule).toList(),
            worlds,
            digest(source, bases.values()));
    Loaded result = new Loaded(rule, source, bases);
    loaded.put(source.label, result);
    return result;
  }

  private static void include(Map<String, Loaded> bases, Loaded base) {
    bases.putAll(base.bases);
    bases.put(base.source.label, base);
  }

  /** A neighbour of that name, else a built-in rule. */
  private static Source base(Source from, Yaml.Scalar name) {
    Optional<Path> neighbour =
        from.folder
            .map(folder -> folder.resolve(name.text() + ".yaml"))
            .filter(Files::isRegularFile);
    if (neighbour.isPresent()) {
      return source(neighbour.get());
    }
    if (!Rules.builtIn().contains(name.text())) {
      throw name.at()
          .error(
              "there is no rule '" + name.text() + "'", Nearest.hint(name.text(), Rules.builtIn()));
    }
    return builtIn(name.text());
  }

  private static Source builtIn(String id) {
    return new Source(id, label(id), Library.bytes(id).orElseThrow(), Optional.empty());
  }

  private static Source source(Path file) {
    String name = file.getFileName().toString();
    String id = name.endsWith(".yaml") ? name.substring(0, name.length() - 5) : name;
    try {
      Path folder = Optional.ofNullable(file.toAbsolutePath().getParent()).orElse(file);
      return new Source(id, file.toString(), YamlReader.bytes(file), Optional.of(folder));
    } catch (IOException e) {
      throw new UserError(
          "the file cannot be read: " + e.getMessage(), file.toString(), "check its permissions");
    }
  }

  private static String digest(Source source, Collection<Loaded> bases) {
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      update(sha256, source.bytes);
      for (Loaded base : bases) {
        update(sha256, base.source.bytes);
      }
      return "sha256:" + HexFormat.of().formatHex(sha256.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** With its length before it, so that no two lists of files give the same bytes. */
  private static void update(MessageDigest sha256, byte[] bytes) {
    sha256.update((bytes.length + "\n").getBytes(StandardCharsets.US_ASCII));
    sha256.update(bytes);
  }
}
