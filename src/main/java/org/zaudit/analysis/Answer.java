package org.zaudit.analysis;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.zaudit.flow.ControlFlowGraph;
import org.zaudit.flow.Node;
import org.zaudit.syntax.Expression;
import org.zaudit.syntax.TypeName;

/** What the result of a function is, by its type and by how it comes to be. */
enum Answer {
  POINTER,

  /** An int that tells of success by zero: no address, no truth, no amount. */
  NUMBER,

  /** An int that was counted up. */
  COUNT,

  OTHER;

  /**
   * @param type of the result
   */
  static Answer of(TypeName type, ControlFlowGraph graph) {
    if (type.pointers() > 0) {
      return POINTER;
    }
    return type.base().equals("int") ? isCounted(graph) ? COUNT : NUMBER : OTHER;
  }

  /** A variable that is returned is counted up. */
  private static boolean isCounted(ControlFlowGraph graph) {
    Set<String> returned = new HashSet<>();
    Set<String> counted = new HashSet<>();
    for (Node node : graph.nodes()) {
      switch (node) {
        case Node.Return(_, _, Optional<Expression> value) ->
            value.ifPresent(v -> addName(v, returned));
        case Node.Evaluate(_, _, Expression.Unary(_, var operator, Expression operand))
            when operator == Expression.UnaryOperator.POST_INCREMENT
                || operator == Expression.UnaryOperator.PRE_INCREMENT ->
            addName(operand, counted);
        default -> {}
      }
    }
    returned.retainAll(counted);
    return !returned.isEmpty();
  }

  private static void addName(Expression expression, Set<String> names) {
    if (expression instanceof Expression.Name(_, String name)) {
      names.add(name);
    }
  }
}
