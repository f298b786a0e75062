package org.zaudit.source;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.zaudit.rules.World;

/**
 * What a compilation knows of names: what the world settles, what the tree defines for certain, and
 * for the rest what is decided.
 */
final class Settings {
  /** A definition's condition may ask for another name that the tree defines. */
  private static final int LEVELS = 2;

  private final Facts world;
  private final MacroTable macros;
  private final Decisions decisions;
  private final Map<String, Condition> conditions = new HashMap<>();

  Settings(World world, MacroTable macros, Decisions decisions) {
    this.world = Facts.of(world);
    this.macros = macros;
    this.decisions = decisions;
  }

  /** Whether the branch behind the directive is taken. */
  boolean takes(Directive directive, byte[] text) {
    String key = directive.name() + directive.text(text);
    return holds(conditions.computeIfAbsent(key, _ -> directive.condition(text)));
  }

  boolean holds(Condition condition) {
    return decisions.holds(settle(condition, LEVELS));
  }

  private Condition settle(Condition condition, int levels) {
    Condition result = condition.given(world);
    if (levels == 0) {
      return result;
    }
    Set<String> names = new TreeSet<>();
    for (Atom atom : result.variables()) {
      names.add(atom.name());
    }
    for (String name : names) {
      result =
          definition(name, levels)
              .map(macro -> Facts.ofDefinition(name, macro.body()))
              .map(result::given)
              .orElse(result);
    }
    return result;
  }

  /** The definition of the tree that is in force whatever is decided from here on. */
  private Optional<MacroDefinition> definition(String name, int levels) {
    return macros.definitions(name).stream()
        .filter(macro -> decisions.follows(settle(conditionOf(macro), levels - 1)))
        .findFirst();
  }

  /**
   * When the definition is in force. {@code #ifndef X}, {@code #define X} is one that is, unless
   * another part of the tree has one too.
   */
  static Condition conditionOf(MacroDefinition macro) {
    return macro.condition().given(Facts.ofUndefined(macro.name()));
  }

  List<MacroDefinition> definitions(String name) {
    return macros.definitions(name);
  }
}
