package org.zaudit.analysis;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
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
  /** Names of unsigned types by the habits of C, POSIX and the kernels. */
  private static final Pattern UNSIGNED =
      Pattern.compile(
          "unsigned\\b.*|uint(8|16|32|64|ptr|max)?_t|u(short|char|long|longlong)_t|size_t|u(8|16|32|64)");

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

  /**
   * True when the local is a plain variable that a callee may fill through its address; members of
   * structures keep what is known of them.
   */
  boolean isScalar(String name) {
    TypeName type = type(name);
    return type == null || type.pointers() > 0 || !isStructure(type) && !type.array();
  }

  /** True of a local that is a structure by its declaration. */
  boolean isStructure(String name) {
    TypeName type = type(name);
    return type != null && type.pointers() == 0 && !type.array() && isStructure(type);
  }

  private static boolean isStructure(TypeName type) {
    return type.base().startsWith("struct ") || type.base().startsWith("union ");
  }

  /** True for a parameter that points to a pointer of the caller. */
  boolean isOutParameter(String name) {
    TypeName type = type(name);
    return isParameter(name) && type != null && type.pointers() > 1;
  }

  /** True of a number that is never negative. */
  boolean isUnsigned(String name) {
    TypeName type = type(name);
    return type != null
        && type.pointers() == 0
        && !type.array()
        && UNSIGNED.matcher(type.base()).matches();
  }

  /** True of an array, which a parameter never is. */
  boolean isArray(String name) {
    TypeName type = type(name);
    return type != null && type.array() && !isParameter(name);
  }

  /** True of a structure, whatever it is called, which is copied as a whole. */
  boolean isWhole(String name) {
    TypeName type = type(name);
    return type != null && type.pointers() == 0 && !type.array() && !type.isNumber();
  }
}
