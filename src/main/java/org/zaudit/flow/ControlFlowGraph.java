package org.zaudit.flow;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.zaudit.syntax.FunctionDefinition;

/**
 * The control-flow graph of one function. Node ids are indices into {@code nodes}; entry is 0, exit
 * is 1. Nodes that cannot be reached from entry are left out (ids are dense); only the exit stays
 * when nothing leads to it.
 *
 * @param loopHeads targets of back edges of a depth-first search from entry
 * @param order reverse post-order of all nodes; an exit that cannot be reached comes last
 */
public record ControlFlowGraph(
    FunctionDefinition function,
    List<Node> nodes,
    List<List<Edge>> successors,
    Set<Integer> loopHeads,
    List<Integer> order) {
  /** Builds the graph. Linear in the size of the function. */
  public static ControlFlowGraph of(FunctionDefinition function) {
    return of(function, _ -> false);
  }

  /**
   * Builds the graph. Linear in the size of the function.
   *
   * @param transparent names of functions that return their only argument ({@code likely}): where
   *     such a call is a condition, its argument is the condition
   */
  public static ControlFlowGraph of(FunctionDefinition function, Predicate<String> transparent) {
    return of(function, transparent, _ -> false);
  }

  /**
   * Builds the graph. Linear in the size of the function.
   *
   * @param transparent names of functions that return their only argument ({@code likely}): where
   *     such a call is a condition, its argument is the condition
   * @param asserting names of functions that return only when their first argument is true ({@code
   *     VERIFY}): where that argument holds {@code &&} or {@code ||}, the call becomes branches, so
   *     that what it asserts is known afterwards; on the false side stands the same call with
   *     {@code 0} for the argument
   */
  public static ControlFlowGraph of(
      FunctionDefinition function, Predicate<String> transparent, Predicate<String> asserting) {
    Draft draft = new Draft(function.head(), function.body().span());
    new StatementLowering(draft, transparent, asserting).function(function);
    return Reachable.graph(function, draft);
  }
}
