package org.zaudit.source;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.ToIntFunction;
import org.zaudit.rules.World;
import org.zaudit.source.condition.FormulaParser;

/**
 * A presence condition: a boolean formula over atoms ({@code defined(HAVE_X)}, {@code
 * LINUX_VERSION_CODE >= KERNEL_VERSION(5,9,0)}), held as a reduced ordered decision diagram
 * (Bryant, IEEE Trans. Computers 1986), so that equal formulas are equal objects by {@link
 * #equals}. Immutable; safe to share between threads.
 *
 * <p>Comparisons of one name with numbers are understood together ({@code X < 5} is the opposite of
 * {@code X >= 5}, and {@code X >= 7} implies it); a name that is not defined is zero. A formula
 * that outgrows {@link Bounds#CONDITION_NODES} becomes one atom, {@code condition(…)} with a
 * digest. {@code X < 0} and {@code X && X < 1} imply each other without being equal.
 */
public final class Condition {
  private static final Condition NEVER = new Condition(Workbench.NEVER);
  private static final Condition ALWAYS = new Condition(Workbench.ALWAYS);

  private final Atom[] atoms;

  /**
   * Three numbers a node: its atom, its successor where that is false, where it is true. The nodes
   * count from 2, the last is the root.
   */
  private final int[] nodes;

  private final int root;

  private Condition(int leaf) {
    this.atoms = new Atom[0];
    this.nodes = new int[0];
    this.root = leaf;
  }

  /** Owns its arguments, which {@link Workbench#take} has put in canonical order. */
  Condition(Atom[] atoms, int[] nodes) {
    this.atoms = atoms;
    this.nodes = nodes;
    this.root = nodes.length / 3 + 1;
  }

  public static Condition always() {
    return ALWAYS;
  }

  public static Condition never() {
    return NEVER;
  }

  static Condition leaf(int node) {
    return node == Workbench.ALWAYS ? ALWAYS : NEVER;
  }

  static Condition of(Atom atom) {
    return new Condition(new Atom[] {atom}, new int[] {0, Workbench.NEVER, Workbench.ALWAYS});
  }

  /**
   * The formula that is just this atom; the text is kept as people read it. The texts that {@link
   * #atoms} gives mean those atoms, any other text is a name of its own.
   */
  public static Condition atom(String text) {
    return of(Atom.of(text));
  }

  /**
   * Parses what may stand behind {@code #if}. Throws {@link IllegalArgumentException} when it is no
   * such expression.
   */
  public static Condition parse(String text) {
    return FormulaParser.parse(text)
        .map(FormulaMeaning::condition)
        .orElseThrow(
            () -> new IllegalArgumentException("not an expression of the preprocessor: " + text));
  }

  /** As {@link #parse}, but total: what is no expression is one atom, whatever its layout. */
  static Condition parseLeniently(String text) {
    return FormulaParser.parse(text)
        .map(FormulaMeaning::condition)
        .orElseGet(() -> of(Atom.truth(FormulaParser.normalise(text))));
  }

  public Condition and(Condition other) {
    return isLeaf()
        ? (isAlways() ? other : this)
        : other.isLeaf()
            ? other.and(this)
            : combine("&&", other, b -> b.and(b.put(this), b.put(other)));
  }

  public Condition or(Condition other) {
    return isLeaf()
        ? (isAlways() ? this : other)
        : other.isLeaf()
            ? other.or(this)
            : combine("||", other, b -> b.or(b.put(this), b.put(other)));
  }

  public Condition not() {
    return isLeaf() ? (isAlways() ? NEVER : ALWAYS) : combine("!", this, b -> b.not(b.put(this)));
  }

  private Condition combine(String operator, Condition other, ToIntFunction<Workbench> operation) {
    Workbench bench = new Workbench(this, other);
    try {
      return bench.take(operation.applyAsInt(bench));
    } catch (Workbench.Overgrown bound) {
      return of(Atom.truth("condition(" + digest(operator, other) + ")"));
    }
  }

  /**
   * True when nothing satisfies it, comparisons of one name taken into account ({@code X >= 5 && X
   * < 5}).
   */
  public boolean isNever() {
    return root == Workbench.NEVER;
  }

  public boolean isAlways() {
    return root == Workbench.ALWAYS;
  }

  /** Also when that is so only because no compilation is for two systems. */
  public boolean implies(Condition other) {
    return excludes(other.not());
  }

  /** The same: {@code defined(__linux__)} and {@code defined(__FreeBSD__)} exclude each other. */
  public boolean excludes(Condition other) {
    Condition both = and(other);
    return both.isNever() || !Platforms.allow(both);
  }

  /** The atoms it depends on, sorted. */
  public Set<String> atoms() {
    Set<String> texts = new LinkedHashSet<>();
    for (Atom atom : atoms) {
      texts.add(atom.text());
    }
    return Collections.unmodifiableSet(texts);
  }

  /** What is left of it when these atoms have these values, and all that follows from them. */
  public Condition assume(Map<String, Boolean> values) {
    return given(Facts.of(values));
  }

  /**
   * What is left of it in a world: what the world defines and leaves undefined is settled, the rest
   * is open.
   */
  public Condition in(World world) {
    return given(Facts.of(world));
  }

  Condition given(Facts facts) {
    if (Arrays.stream(atoms).allMatch(atom -> facts.value(atom).isEmpty())) {
      return this;
    }
    return combine("?", this, bench -> new Restriction(bench, facts).of(bench.put(this)));
  }

  /** The strongest condition over the other atoms that it implies: "for some value of these". */
  public Condition without(Set<String> atoms) {
    if (Collections.disjoint(atoms(), atoms)) {
      return this;
    }
    return combine("-", this, bench -> new Projection(bench, atoms).of(bench.put(this)));
  }

  /** Its value where nothing is defined. */
  boolean holdsByDefault() {
    int node = root;
    while (node > Workbench.ALWAYS) {
      node = variable(node).holdsAtZero() ? high(node) : low(node);
    }
    return node == Workbench.ALWAYS;
  }

  boolean isLeaf() {
    return nodes.length == 0;
  }

  int root() {
    return root;
  }

  int size() {
    return nodes.length / 3;
  }

  Atom[] variables() {
    return atoms;
  }

  Atom variable(int node) {
    return atoms[nodes[3 * (node - 2)]];
  }

  int low(int node) {
    return nodes[3 * (node - 2) + 1];
  }

  int high(int node) {
    return nodes[3 * (node - 2) + 2];
  }

  private String digest(String operator, Condition other) {
    long first = 31L * longHash() + other.longHash();
    return Long.toHexString(31 * first + operator.hashCode());
  }

  /** The polynomial hash of FNV-1a's prime over all that equality looks at. */
  private long longHash() {
    long hash = root;
    for (Atom atom : atoms) {
      String text = atom.text();
      for (int i = 0; i < text.length(); i++) {
        hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
      }
      hash = (hash ^ '\n') * 0x100000001b3L;
    }
    for (int node : nodes) {
      hash = (hash ^ node) * 0x100000001b3L;
    }
    return hash;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Condition that
        && root == that.root
        && Arrays.equals(nodes, that.nodes)
        && Arrays.equals(atoms, that.atoms);
  }

  @Override
  public int hashCode() {
    return 31 * (31 * root + Arrays.hashCode(nodes)) + Arrays.hashCode(atoms);
  }

  /**
   * As a kernel developer would write it, irredundant, in a stable order: {@code defined(A) &&
   * !defined(B)}; {@code 1} and {@code 0} for the constants. {@link #parse} understands it again.
   */
  @Override
  public String toString() {
    return isLeaf()
        ? Integer.toString(root)
        : Cover.text(this).orElseGet(() -> "condition(" + Long.toHexString(longHash()) + ")");
  }
}
