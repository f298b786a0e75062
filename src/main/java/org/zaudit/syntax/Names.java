package org.zaudit.syntax;

import java.util.HashSet;
import java.util.Set;

/**
 * What the names of one function are known to be. Scopes are not told apart: hardly anyone names a
 * variable like a type.
 */
final class Names {
  private final Set<String> variables = new HashSet<>();
  private final Set<String> types = new HashSet<>();

  void declare(String variable) {
    variables.add(variable);
  }

  /** Learns that a name was used where only a type can stand. */
  void learn(String type) {
    types.add(type);
  }

  boolean isVariable(String name) {
    return variables.contains(name);
  }

  boolean isType(String name) {
    return !variables.contains(name) && (types.contains(name) || Habits.isType(name));
  }
}
