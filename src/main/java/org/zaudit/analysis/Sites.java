package org.zaudit.analysis;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import org.zaudit.syntax.Expression;

/**
 * Numbers the places of one graph at which values come to be, so that a symbol made there means the
 * same on every path. Stable within one analysis.
 */
final class Sites {
  /** Every site may make this many values. */
  static final int ORDINALS = 64;

  private final IdentityHashMap<Expression, Integer> numbers = new IdentityHashMap<>();
  private final Map<Integer, Integer> nodes = new HashMap<>();
  private final Map<Integer, String> callees = new HashMap<>();

  /** The number of the expression, which stands in that node. */
  int of(Expression expression, int node, String callee) {
    return numbers.computeIfAbsent(
        expression,
        _ -> {
          int number = numbers.size();
          nodes.put(number, node);
          callees.put(number, callee);
          return number;
        });
  }

  /** The place of a value among all that the sites of this function make. */
  static int index(Symbol.Made value) {
    return value.node() * ORDINALS + value.ordinal() % ORDINALS;
  }

  int node(int site) {
    return nodes.getOrDefault(site, -1);
  }

  String callee(int site) {
    return callees.getOrDefault(site, "");
  }
}
