package org.zaudit.analysis;

import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import org.zaudit.flow.ControlFlowGraph;
import org.zaudit.flow.Node;
import org.zaudit.syntax.Expression;
import org.zaudit.syntax.Expression.BinaryOperator;

/**
 * Variables that are set to an older pointer in one place and to something found in another. Who
 * compares such a variable with that pointer asks which of the two it is, so that what was found is
 * never taken to be the older one there.
 */
final class Choices {
  /** By variable: the texts of what is assigned to it. */
  private final Map<String, Set<String>> sources = new HashMap<>();

  private final IdentityHashMap<Node.Branch, Boolean> known = new IdentityHashMap<>();

  Choices(ControlFlowGraph graph) {
    graph
        .nodes()
        .forEach(n -> {
          if (n instanceof Node.Evaluate(_, _, Expression.Assignment set)
              && set.operator().isEmpty()) {
            sources
                .computeIfAbsent(ExpressionText.of(plain(set.target())), _ -> new HashSet<>())
                .add(ExpressionText.of(plain(set.value())));
          }
        });
  }

  /** True when the condition compares a variable with what it is set to elsewhere. */
  boolean areChosenBy(Node.Branch branch) {
    return known.computeIfAbsent(branch, this::compares);
  }

  private boolean compares(Node.Branch branch) {
    return plain(branch.condition()) instanceof Expression.Binary(_, var operator, var a, var b)
        && (operator == BinaryOperator.EQUAL || operator == BinaryOperator.NOT_EQUAL)
        && (isSource(plain(a), plain(b)) || isSource(plain(b), plain(a)));
  }

  private boolean isSource(Expression variable, Expression other) {
    return comesFrom(ExpressionText.of(variable), ExpressionText.of(other), new HashSet<>());
  }

  private boolean comesFrom(String variable, String text, Set<String> seen) {
    if (!seen.add(variable)) {
      return false;
    }
    Set<String> mine = sources.getOrDefault(variable, Set.of());
    return mine.contains(text) && !text.contains("…")
        || mine.stream().anyMatch(next -> comesFrom(next, text, seen));
  }

  private static Expression plain(Expression expression) {
    return expression instanceof Expression.Cast(_, _, Expression operand)
        ? plain(operand)
        : expression;
  }
}
