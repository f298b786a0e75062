package org.zaudit.source;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Takes from a diagram the atoms that facts decide. */
final class Restriction {
  private final Workbench bench;
  private final Facts facts;
  private final Map<Integer, Integer> done = new HashMap<>();

  Restriction(Workbench bench, Facts facts) {
    this.bench = bench;
    this.facts = facts;
  }

  int of(int node) {
    if (Workbench.isLeaf(node)) {
      return node;
    }
    Integer known = done.get(node);
    if (known != null) {
      return known;
    }
    Optional<Boolean> value = facts.value(bench.atom(node));
    int result =
        value.isPresent()
            ? of(value.get() ? bench.high(node) : bench.low(node))
            : bench.ask(node, of(bench.low(node)), of(bench.high(node)));
    done.put(node, result);
    return result;
  }
}
