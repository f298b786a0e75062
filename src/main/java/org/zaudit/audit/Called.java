package org.zaudit.audit;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/** What the functions of one world mention, and whom that may mean. Belongs to one thread. */
final class Called {
  private final Scope scope;
  private final Map<FunctionId, Names> known = new HashMap<>();

  /**
   * What a function mentions.
   *
   * @param all names, those in the macros that it mentions included
   * @param callees every function that one of these names may mean
   */
  record Names(Set<String> all, List<FunctionId> callees) {}

  Called(Scope scope) {
    this.scope = scope;
  }

  /** Of a function that the tree has. */
  Names by(FunctionId id) {
    Names names = known.get(id);
    if (names == null) {
      names = names(scope.tree().definition(id).orElseThrow());
      known.put(id, names);
    }
    return names;
  }

  private Names names(Definition definition) {
    Set<String> all = scope.names(definition);
    Set<FunctionId> callees = new TreeSet<>(FunctionId.ORDER);
    for (String name : all) {
      scope.functions(definition.id().file(), name).forEach(t -> callees.add(t.definition().id()));
    }
    return new Names(all, List.copyOf(callees));
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
