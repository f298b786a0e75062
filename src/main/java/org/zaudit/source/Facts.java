package org.zaudit.source;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.zaudit.rules.World;

/** What is known of names, and what follows from it for atoms. */
final class Facts {
  /** Values X in [least, limit) are possible. */
  private record Known(Optional<Boolean> defined, Optional<Boolean> truth, long least, long limit) {
    static final Known NOTHING =
        new Known(Optional.empty(), Optional.empty(), Long.MIN_VALUE, Long.MAX_VALUE);

    Known with(Atom atom, boolean value) {
      return switch (atom.kind()) {
        case DEFINED -> new Known(Optional.of(value), truth, least, limit);
        case TRUTH -> new Known(defined, Optional.of(value), least, limit);
        case AT_LEAST ->
            value
                ? new Known(defined, truth, Math.max(least, atom.bound()), limit)
                : new Known(defined, truth, least, Math.min(limit, atom.bound()));
      };
    }

    boolean isZero() {
      return defined.equals(Optional.of(false))
          || truth.equals(Optional.of(false))
          || (least == 0 && limit == 1);
    }

    boolean isNotZero() {
      return truth.equals(Optional.of(true)) || least > 0 || limit <= 0;
    }

    Optional<Boolean> value(Atom atom) {
      return switch (atom.kind()) {
        case DEFINED -> isNotZero() ? Optional.of(true) : defined;
        case TRUTH -> isZero() ? Optional.of(false) : isNotZero() ? Optional.of(true) : truth;
        case AT_LEAST -> {
          long atLeast = least == 0 && isNotZero() ? 1 : least;
          yield isZero()
              ? Optional.of(atom.holdsAtZero())
              : atLeast >= atom.bound()
                  ? Optional.of(true)
                  : limit <= atom.bound() ? Optional.of(false) : Optional.empty();
        }
      };
    }
  }

  private final Map<String, Known> names = new HashMap<>();

  private Facts() {}

  static Facts of(Map<String, Boolean> values) {
    Facts facts = new Facts();
    values.forEach((text, value) -> facts.learn(Atom.of(text), value));
    return facts;
  }

  static Facts of(World world) {
    Facts facts = new Facts();
    for (String name : world.undefined()) {
      facts.learn(Atom.defined(name), false);
    }
    world.defined().forEach(facts::learnDefinition);
    return facts;
  }

  static Facts ofDefinition(String name, String body) {
    Facts facts = new Facts();
    facts.learnDefinition(name, body);
    return facts;
  }

  static Facts ofUndefined(String name) {
    Facts facts = new Facts();
    facts.learn(Atom.defined(name), false);
    return facts;
  }

  private void learn(Atom atom, boolean value) {
    names.put(atom.name(), names.getOrDefault(atom.name(), Known.NOTHING).with(atom, value));
  }

  /** The name is defined with this text; what number it is, is known if the text is one. */
  private void learnDefinition(String name, String text) {
    learn(Atom.defined(name), true);
    FormulaMeaning.number(text)
        .ifPresent(number -> {
          learn(Atom.truth(name), number != 0);
          learn(Atom.atLeast(name, number), true);
          learn(Atom.atLeast(name, number + 1), false);
        });
  }

  Optional<Boolean> value(Atom atom) {
    Known known = names.get(atom.name());
    return known == null ? Optional.empty() : known.value(atom);
  }
}
