package org.zaudit.rules;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads one rule file. */
final class RuleReader {
  private static final List<String> FILE_KEYS =
      List.of("title", "builds-on", "paths", "flags", "resources", "containers", "functions");
  private static final List<String> RESOURCE_KEYS =
      List.of("noun", "kinds", "counted", "mortal", "in-place", "heap", "acquired", "released");
  private static final List<String> CONTAINER_KEYS = List.of("array", "count", "holds");
  private static final Pattern IDENTIFIER = Pattern.compile("[A-Za-z_]\\w*");
  private static final Pattern WORD = Pattern.compile("[a-z][a-z0-9-]*");

  private final String id;
  private final Section file;

  RuleReader(String id, Yaml yaml) {
    this.id = id;
    this.file = Section.of("a rule file", yaml, FILE_KEYS);
  }

  /** Names of the rule files that it builds on, in order. */
  List<Yaml.Scalar> buildsOn() {
    return file.texts("builds-on");
  }

  /**
   * @param bases what it builds on
   * @param worlds names that {@code worlds} may hold
   */
  Rule read(Collection<Rule> bases, Set<String> worlds, String digest) {
    Map<String, ContractReader.Owned> known = new LinkedHashMap<>();
    for (Rule base : bases) {
      base.resources()
          .forEach(
              resource -> known.put(resource.id(), new ContractReader.Owned(base.id(), resource)));
    }
    List<Resource> own = resources(known);
    ContractReader contracts = new ContractReader(id, own, known, worlds);
    Yaml.Scalar title = Section.text("'title'", file.need("title"));
    return new Rule(
        id,
        title.text(),
        digest,
        file.texts("paths").stream().map(Yaml.Scalar::text).toList(),
        flags(),
        own,
        contracts(contracts),
        file.items("containers").stream().map(yaml -> container(yaml, known)).toList());
  }

  private Set<String> flags() {
    Set<String> flags = new LinkedHashSet<>();
    for (Yaml.Scalar flag : file.texts("flags")) {
      if (!IDENTIFIER.matcher(flag.text()).matches()) {
        throw flag.at()
            .error("'" + flag.text() + "' is no name of a constant", "write it as C would");
      }
      flags.add(flag.text());
    }
    return Collections.unmodifiableSet(flags);
  }

  private List<Contract> contracts(ContractReader reader) {
    List<Contract> contracts = new ArrayList<>();
    Set<List<Object>> cases = new LinkedHashSet<>();
    for (Yaml yaml : file.items("functions")) {
      for (Contract contract : reader.read(yaml)) {
        List<Object> when =
            List.of(
                contract.rule(),
                contract.function(),
                contract.parameters().size(),
                contract.when(),
                contract.worlds(),
                contract.guards());
        if (!cases.add(when)) {
          throw yaml.at()
              .error(
                  "'" + contract.function() + "' has a second contract for the same case",
                  "put the effects together under 'effects', or tell the cases apart with 'if', 'when' or 'worlds'");
        }
        contracts.add(contract);
      }
    }
    return List.copyOf(contracts);
  }

  private List<Resource> resources(Map<String, ContractReader.Owned> known) {
    List<Resource> own = new ArrayList<>();
    if (file.has("resources")) {
      for (Yaml.Entry entry : Section.entries("'resources'", file.need("resources"))) {
        Resource resource = resource(entry);
        if (known.put(resource.id(), new ContractReader.Owned(id, resource)) != null) {
          throw entry
              .key()
              .at()
              .error(
                  "a file that this one builds on declares '" + resource.id() + "'",
                  "choose another name");
        }
        own.add(resource);
      }
    }
    return List.copyOf(own);
  }

  private static Resource resource(Yaml.Entry entry) {
    String id = word(entry.key(), "a resource");
    Section section = Section.of("a resource", entry.value(), RESOURCE_KEYS);
    List<String> kinds = section.texts("kinds").stream().map(k -> word(k, "a kind")).toList();
    return new Resource(
        id,
        section.text("noun").map(Yaml.Scalar::text).orElse(id.replace('-', ' ')),
        kinds.isEmpty() ? List.of("ref") : kinds,
        section.truth("counted", false),
        section.truth("mortal", true),
        section.truth("in-place", false),
        section.truth("heap", false),
        section.text("acquired").map(Yaml.Scalar::text).orElse("taken"),
        section.text("released").map(Yaml.Scalar::text).orElse("released"));
  }

  private static String word(Yaml.Scalar scalar, String noun) {
    if (!WORD.matcher(scalar.text()).matches() || scalar.text().equals("any")) {
      throw scalar
          .at()
          .error(
              "'" + scalar.text() + "' cannot name " + noun,
              "use lower-case letters, digits and '-'");
    }
    return scalar.text();
  }

  private static Container container(Yaml yaml, Map<String, ContractReader.Owned> known) {
    Section section = Section.of("a container", yaml, CONTAINER_KEYS);
    Yaml.Scalar holds = Section.text("'holds'", section.need("holds"));
    if (!known.containsKey(holds.text())) {
      throw holds
          .at()
          .error(
              "no resource is called '" + holds.text() + "'",
              Nearest.hint(holds.text(), known.keySet()));
    }
    return new Container(
        ContractReader.path(Section.text("'array'", section.need("array"))),
        ContractReader.path(Section.text("'count'", section.need("count"))),
        holds.text());
  }
}
