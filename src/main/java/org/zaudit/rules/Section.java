package org.zaudit.rules;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A mapping whose keys are known beforehand. */
final class Section {
  /** Rule files hold no prose but in comments. */
  private static final int TEXT = 1000;

  private final String noun;
  private final Position at;
  private final Map<String, Yaml> values = new LinkedHashMap<>();

  private Section(String noun, Position at) {
    this.noun = noun;
    this.at = at;
  }

  /**
   * @param noun what messages call such a mapping: "a function"
   */
  static Section of(String noun, Yaml yaml, List<String> keys) {
    Section section = new Section(noun, yaml.at());
    for (Yaml.Entry entry : entries(noun, yaml)) {
      String key = entry.key().text();
      if (!keys.contains(key)) {
        throw entry.key().at().error("'" + key + "' is no key of " + noun, Nearest.hint(key, keys));
      }
      if (entry.value() instanceof Yaml.Scalar scalar && scalar.isNull()) {
        throw scalar.at().error("'" + key + "' has no value", "write one or leave the key out");
      }
      section.values.put(key, entry.value());
    }
    return section;
  }

  static List<Yaml.Entry> entries(String noun, Yaml yaml) {
    return switch (yaml) {
      case Yaml.Mapping mapping -> mapping.entries();
      case Yaml.Scalar _, Yaml.Sequence _ ->
          throw yaml.at()
              .error(noun + " is a mapping, and here is " + yaml.noun(), "write keys and values");
    };
  }

  static Yaml.Scalar text(String noun, Yaml yaml) {
    if (yaml instanceof Yaml.Scalar scalar && !scalar.isNull()) {
      if (scalar.text().length() > TEXT) {
        throw yaml.at().error(noun + " is longer than " + TEXT + " characters", "say it shorter");
      }
      return scalar;
    }
    throw yaml.at()
        .error(noun + " is a text, and here is " + yaml.noun(), "write one line of text");
  }

  /** One text, or a list of them. */
  static List<Yaml.Scalar> texts(String noun, Yaml yaml) {
    return switch (yaml) {
      case Yaml.Sequence sequence ->
          sequence.items().stream().map(item -> text("an item of '" + noun + "'", item)).toList();
      case Yaml.Scalar _, Yaml.Mapping _ -> List.of(text("'" + noun + "'", yaml));
    };
  }

  Position at() {
    return at;
  }

  boolean has(String key) {
    return values.containsKey(key);
  }

  Optional<Yaml> get(String key) {
    return Optional.ofNullable(values.get(key));
  }

  Yaml need(String key) {
    return get(key)
        .orElseThrow(() -> at.error(noun + " needs '" + key + "'", "write '" + key + ": …'"));
  }

  Optional<Yaml.Scalar> text(String key) {
    return get(key).map(value -> text("'" + key + "'", value));
  }

  List<Yaml.Scalar> texts(String key) {
    return get(key).map(value -> texts(key, value)).orElse(List.of());
  }

  List<Yaml> items(String key) {
    return get(key).map(value -> items(key, value)).orElse(List.of());
  }

  private static List<Yaml> items(String key, Yaml value) {
    return switch (value) {
      case Yaml.Sequence sequence -> sequence.items();
      case Yaml.Scalar _, Yaml.Mapping _ ->
          throw value
              .at()
              .error(
                  "'" + key + "' is a list, and here is " + value.noun(),
                  "begin each item with '- '");
    };
  }

  boolean truth(String key, boolean otherwise) {
    Optional<Yaml.Scalar> value = text(key);
    if (value.isEmpty()) {
      return otherwise;
    }
    Yaml.Scalar scalar = value.get();
    if (scalar.plain() && (scalar.text().equals("true") || scalar.text().equals("false"))) {
      return scalar.text().equals("true");
    }
    throw scalar
        .at()
        .error(
            "'" + key + "' is true or false, and here is '" + scalar.text() + "'",
            "write one of the two");
  }
}
