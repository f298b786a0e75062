package org.zaudit.rules;

import java.util.List;

/** A YAML document, each node with its position. */
sealed interface Yaml {
  Position at();

  /** What to call such a node in a message. */
  String noun();

  /**
   * {@code plain} when it stands without quotes: {@code true} is a truth value then, and a text
   * otherwise.
   */
  record Scalar(Position at, String text, boolean plain) implements Yaml {
    boolean isNull() {
      return plain && (text.isEmpty() || text.equals("~") || text.equals("null"));
    }

    @Override
    public String noun() {
      return isNull() ? "nothing" : "a text";
    }
  }

  record Sequence(Position at, List<Yaml> items) implements Yaml {
    @Override
    public String noun() {
      return "a list";
    }
  }

  record Mapping(Position at, List<Entry> entries) implements Yaml {
    @Override
    public String noun() {
      return "a mapping";
    }
  }

  record Entry(Scalar key, Yaml value) {}
}
