package org.zaudit.flow;

import java.util.List;
import java.util.Set;
import org.zaudit.syntax.FunctionDefinition;

/**
 * The control-flow graph of one function. Node ids are indices into {@code nodes}; entry is 0, exit is 1. Nodes that cannot be reached from entry are left out (ids are dense).
 *
 * @param loopHeads targets of back edges of a depth-first search from entry
 * @param order reverse post-order of all nodes
 */
public record ControlFlowGraph(FunctionDefinition function, List<Node> nodes, List<List<Edge>> successors, Set<Integer> loopHeads, List<Integer> order) {
  /** Builds the graph. Linear in the size of the function. */
  public static ControlFlowGraph of(FunctionDefinition function) {
    throw new UnsupportedOperationException();
  }
}
