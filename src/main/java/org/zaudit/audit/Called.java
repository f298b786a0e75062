package org.zaudit.audit;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Whom the functions of one world may call. Belongs to one thread. */
final class Called {
  private final Scope scope;
  private final Map<FunctionId, Calls> known = new HashMap<>();

  /**
   * The calls of a function.
   *
   * @param names by which it may call, those in the macros that it mentions included
   * @param functions every function that one of these names may mean
   */
  record Calls(Set<String> names, List<FunctionId> functions) {}

  Called(Scope scope) {
    this.scope = scope;
  }

  /** Of a function that the tree has. */
  Calls by(FunctionId id) {
    Calls calls = known.get(id);
    if (calls == null) {
      calls = calls(scope.tree().definition(id).orElseThrow());
      known.put(id, calls);
    }
    return calls;
  }

  private Calls calls(Definition definition) {
    Set<String> names = scope.calls(definition);
    Set<FunctionId> functions = new LinkedHashSet<>();
    for (String name : names) {
      scope
          .functions(definition.id().file(), name)
          .forEach(t -> functions.add(t.definition().id()));
    }
    return new Calls(names, List.copyOf(functions));
  }

  /**
   * These functions and all that they may call, directly or through others, each with its own
   * callees. No outcome in there depends on a function outside.
   *
   * @param callees of a function
   */
  static Map<FunctionId, List<FunctionId>> cone(
      Collection<FunctionId> of, Function<FunctionId, List<FunctionId>> callees) {
    Map<FunctionId, List<FunctionId>> cone = new HashMap<>();
    var open = new ArrayDeque<FunctionId>(new ArrayList<>(of));
    while (!open.isEmpty()) {
      FunctionId id = open.pop();
      if (!cone.containsKey(id)) {
        List<FunctionId> next = callees.apply(id);
        cone.put(id, next);
        open.addAll(next);
      }
    }
    return cone;
  }
}
