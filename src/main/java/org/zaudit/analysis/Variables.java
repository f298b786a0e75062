package org.zaudit.analysis;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.zaudit.flow.ControlFlowGraph;
import org.zaudit.flow.Node;
import org.zaudit.syntax.FunctionDefinition;
import org.zaudit.syntax.TypeName;

/**
 * The parameters and local variables of a function, with their types as seen from one place of it:
 * of several variables of one name, that of the last declaration before the place.
 */
final class Variables {
  private final ControlFlowGraph graph;

  /** By name, then by where they are declared. */
  private final Map<String, NavigableMap<Integer, TypeName>> types = new HashMap<>();

  private final Set<String> parameters = new HashSet<>();
  private int place;

  Variables(FunctionDefinition function, ControlFlowGraph graph) {
    this.graph = graph;
    for (FunctionDefinition.Parameter p : function.parameters()) {
      parameters.add(p.name());
      add(p.name(), function.head().start(), p.type());
    }
    for (Node node : graph.nodes()) {
      if (node instanceof Node.Declare declared) {
        add(declared.name(), declared.span().start(), declared.type());
      }
    }
  }

  private void add(String name, int start, TypeName type) {
    types.computeIfAbsent(name, _ -> new TreeMap<>()).put(start, type);
  }

  /** They are seen from that node from now on. */
  void at(int node) {
    place = graph.nodes().get(node).span().start();
  }

  boolean has(String name) {
    return types.containsKey(name);
  }

  boolean isParameter(String name) {
    return parameters.contains(name);
  }

  /** Null when there is no variable of that name. */
  @Nullable TypeName type(String name) {
    NavigableMap<Integer, TypeName> all = types.get(name);
    if (all == null) {
      return null;
    }
    Map.Entry<Integer, TypeName> before = all.floorEntry(place);
    return (before != null ? before : all.firstEntry()).getValue();
  }
}
