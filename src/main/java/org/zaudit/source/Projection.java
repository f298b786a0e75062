package org.zaudit.source;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Takes atoms out of a diagram: the result holds where the diagram does for some value of them. */
final class Projection {
  private final Workbench bench;
  private final Set<String> atoms;
  private final Map<Integer, Integer> done = new HashMap<>();

  Projection(Workbench bench, Set<String> atoms) {
    this.bench = bench;
    this.atoms = atoms;
  }

  int of(int node) {
    if (Workbench.isLeaf(node)) {
      return node;
    }
    Integer known = done.get(node);
    if (known != null) {
      return known;
    }
    int low = of(bench.low(node));
    int high = of(bench.high(node));
    Atom atom = bench.atom(node);
    int result =
        atoms.contains(atom.text())
            ? bench.or(lessThanNext(atom, low, high), high)
            : bench.ask(node, low, high);
    done.put(node, result);
    return result;
  }

  /** Where {@code X >= 5} is false so is the {@code X >= 7} that stays behind. */
  private int lessThanNext(Atom atom, int low, int high) {
    if (atom.kind() != Atom.Kind.AT_LEAST
        || Workbench.isLeaf(high)
        || !bench.atom(high).isBoundOf(atom.name())) {
      return low;
    }
    return bench.and(low, bench.not(bench.literal(bench.atom(high))));
  }
}
