package org.zaudit.source;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;

/**
 * Where decision diagrams are combined: a table of shared nodes over a fixed set of atoms, made for
 * one operation and thrown away with it. Nodes are numbers; {@link #NEVER} and {@link #ALWAYS} are
 * the leaves.
 *
 * <p>The invariant: no path contradicts itself. Behind {@code #if} a name that is not defined is
 * zero, so below {@code !defined(X)} nothing asks for X, nor below {@code !X}; and once {@code X <
 * 5} is taken, nothing asks for {@code X >= 7}. So a formula can be satisfied unless it is {@link
 * #NEVER}. For the bounds of a name this makes the diagram one of intervals (Strehl and Thiele,
 * ICCAD 1998), canonical as it stands.
 */
final class Workbench {
  static final int NEVER = 0;
  static final int ALWAYS = 1;

  /** Thrown when a formula outgrows its bound; carries nothing and stays in this package. */
  static final class Overgrown extends RuntimeException {
    Overgrown() {
      super("condition outgrew its bound", null, false, false);
    }
  }

  private record Node(int atom, int low, int high) {}

  private record Choice(int test, int yes, int no) {}

  private final Atom[] atoms;
  private final Map<Node, Integer> numbers = new HashMap<>();
  private final Map<Choice, Integer> chosen = new HashMap<>();
  private Node[] nodes = new Node[32];
  private int count = 2;

  Workbench(Condition... operands) {
    TreeSet<Atom> all = new TreeSet<>();
    for (Condition operand : operands) {
      all.addAll(Arrays.asList(operand.variables()));
    }
    // "X is not zero" turns X >= 0 into X >= 1, see aboveZero.
    for (Atom atom : all.toArray(Atom[]::new)) {
      if (atom.holdsAtZero() && atom.bound() == 0) {
        all.add(Atom.atLeast(atom.name(), 1));
      }
    }
    atoms = all.toArray(Atom[]::new);
  }

  Atom atom(int node) {
    return atoms[nodes[node].atom];
  }

  int low(int node) {
    return nodes[node].low;
  }

  int high(int node) {
    return nodes[node].high;
  }

  static boolean isLeaf(int node) {
    return node <= ALWAYS;
  }

  int put(Condition condition) {
    return condition.isLeaf()
        ? condition.root()
        : put(condition, new int[condition.size()], condition.root());
  }

  private int put(Condition from, int[] done, int node) {
    if (isLeaf(node)) {
      return node;
    }
    int index = node - 2;
    if (done[index] == 0) {
      int atom = Arrays.binarySearch(atoms, from.variable(node));
      // What comes from a condition keeps the invariant already.
      done[index] =
          share(new Node(atom, put(from, done, from.low(node)), put(from, done, from.high(node))));
    }
    return done[index];
  }

  int and(int a, int b) {
    return choose(a, b, NEVER);
  }

  int or(int a, int b) {
    return choose(a, ALWAYS, b);
  }

  int not(int a) {
    return choose(a, NEVER, ALWAYS);
  }

  int literal(Atom atom) {
    return node(Arrays.binarySearch(atoms, atom), NEVER, ALWAYS);
  }

  /** {@code test ? yes : no}, of which all others are cases. */
  int choose(int test, int yes, int no) {
    if (isLeaf(test)) {
      return test == ALWAYS ? yes : no;
    }
    if (yes == no) {
      return yes;
    }
    if (yes == ALWAYS && no == NEVER) {
      return test;
    }
    Choice key = new Choice(test, yes, no);
    Integer known = chosen.get(key);
    if (known != null) {
      return known;
    }
    if (chosen.size() > Bounds.CONDITION_STEPS) {
      throw new Overgrown();
    }
    int top = Math.min(rank(test), Math.min(rank(yes), rank(no)));
    int result =
        node(
            top,
            choose(below(test, top, false), below(yes, top, false), below(no, top, false)),
            choose(below(test, top, true), below(yes, top, true), below(no, top, true)));
    chosen.put(key, result);
    return result;
  }

  private int rank(int node) {
    return isLeaf(node) ? Integer.MAX_VALUE : nodes[node].atom;
  }

  /** The first atom that either asks, as a rank. */
  int topOf(int a, int b) {
    return Math.min(rank(a), rank(b));
  }

  Atom atomAt(int rank) {
    return atoms[rank];
  }

  /**
   * What is left of a node when an atom, which is its first or comes before it, has this value; and
   * all that follows from it for atoms of the same name.
   */
  int below(int node, int atom, boolean value) {
    int rest = rank(node) != atom ? node : value ? high(node) : low(node);
    Atom asked = atoms[atom];
    return switch (asked.kind()) {
      case DEFINED -> value ? rest : atZero(rest, asked.name());
      case TRUTH -> value ? notZero(rest, asked.name()) : atZero(rest, asked.name());
      case AT_LEAST -> value ? rest : belowBounds(rest, asked.name());
    };
  }

  /** The node that asks this atom, brought into the one form that the invariant allows. */
  int node(int atom, int low, int high) {
    Atom asked = atoms[atom];
    return switch (asked.kind()) {
      case DEFINED, TRUTH -> {
        int zero = atZero(low, asked.name());
        int other = asked.kind() == Atom.Kind.TRUTH ? notZero(high, asked.name()) : high;
        yield zero == atZero(other, asked.name()) ? other : share(new Node(atom, zero, other));
      }
      case AT_LEAST -> {
        int less = belowBounds(low, asked.name());
        yield less == belowBounds(high, asked.name()) ? high : share(new Node(atom, less, high));
      }
    };
  }

  /** Asks what this node asks, with other successors. */
  int ask(int node, int low, int high) {
    return node(nodes[node].atom, low, high);
  }

  private int atZero(int node, String name) {
    int rest = node;
    while (!isLeaf(rest) && atom(rest).name().equals(name)) {
      rest = atom(rest).holdsAtZero() ? high(rest) : low(rest);
    }
    return rest;
  }

  /**
   * The same where the name is not zero: there {@code X >= 0} and {@code X >= 1} are one, and the
   * latter is written.
   */
  private int notZero(int node, String name) {
    if (isLeaf(node) || !atom(node).isBoundOf(name) || atom(node).bound() > 0) {
      return node;
    }
    if (atom(node).bound() < 0) {
      return node(nodes[node].atom, low(node), notZero(high(node), name));
    }
    int positive = Arrays.binarySearch(atoms, Atom.atLeast(name, 1));
    return node(positive, low(node), below(high(node), positive, true));
  }

  /** What is left where the name is less than every bound that is asked for at the top. */
  private int belowBounds(int node, String name) {
    return !isLeaf(node) && atom(node).isBoundOf(name) ? low(node) : node;
  }

  private int share(Node node) {
    Integer known = numbers.get(node);
    if (known != null) {
      return known;
    }
    if (count == nodes.length) {
      nodes = Arrays.copyOf(nodes, 2 * count);
    }
    nodes[count] = node;
    numbers.put(node, count);
    return count++;
  }

  /**
   * Takes a formula off the bench, its nodes numbered in the order of a walk, so that equal
   * formulas are equal arrays.
   */
  Condition take(int root) {
    if (isLeaf(root)) {
      return Condition.leaf(root);
    }
    BitSet used = new BitSet();
    int[] order = new int[count];
    int size = walk(root, order, 0, used);
    if (size > Bounds.CONDITION_NODES) {
      throw new Overgrown();
    }
    int[] packed = new int[3 * size];
    for (int node = 2; node < count; node++) {
      if (order[node] > 0) {
        int at = 3 * (order[node] - 1);
        packed[at] = used.get(0, nodes[node].atom).cardinality();
        packed[at + 1] = packedNumber(low(node), order);
        packed[at + 2] = packedNumber(high(node), order);
      }
    }
    return new Condition(used.stream().mapToObj(i -> atoms[i]).toArray(Atom[]::new), packed);
  }

  private int walk(int node, int[] order, int size, BitSet used) {
    if (isLeaf(node) || order[node] > 0) {
      return size;
    }
    used.set(nodes[node].atom);
    int next = walk(high(node), order, walk(low(node), order, size, used), used) + 1;
    order[node] = next;
    return next;
  }

  private static int packedNumber(int node, int[] order) {
    return isLeaf(node) ? node : order[node] + 1;
  }
}
