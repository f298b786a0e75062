package org.zaudit.source;

import java.util.Map;
import java.util.Set;

/**
 * A presence condition: a boolean formula over atoms ({@code defined(HAVE_X)}, {@code LINUX_VERSION_CODE >= KERNEL_VERSION(5,9,0)}), held as a reduced ordered decision diagram
 * (Bryant, IEEE Trans. Computers 1986), so that equal formulas are equal objects by {@link #equals}. Immutable; safe to share between threads.
 */
public final class Condition {
  private Condition() {}

  public static Condition always() {
    throw new UnsupportedOperationException();
  }

  public static Condition never() {
    throw new UnsupportedOperationException();
  }

  /** The formula that is just this atom; the text is kept as people read it. */
  public static Condition atom(String text) {
    throw new UnsupportedOperationException(text);
  }

  /** Parses what may stand behind {@code #if}. Throws {@link IllegalArgumentException} when it is no such expression. */
  public static Condition parse(String text) {
    throw new UnsupportedOperationException(text);
  }

  public Condition and(Condition other) {
    throw new UnsupportedOperationException();
  }

  public Condition or(Condition other) {
    throw new UnsupportedOperationException();
  }

  public Condition not() {
    throw new UnsupportedOperationException();
  }

  /** True when nothing satisfies it, comparisons of one name taken into account ({@code X >= 5 && X < 5}). */
  public boolean isNever() {
    throw new UnsupportedOperationException();
  }

  public boolean isAlways() {
    throw new UnsupportedOperationException();
  }

  public boolean implies(Condition other) {
    return and(other.not()).isNever();
  }

  public boolean excludes(Condition other) {
    return and(other).isNever();
  }

  /** The atoms it depends on, sorted. */
  public Set<String> atoms() {
    throw new UnsupportedOperationException();
  }

  /** What is left of it when these atoms have these values. */
  public Condition assume(Map<String, Boolean> values) {
    throw new UnsupportedOperationException();
  }

  /** The weakest condition over the other atoms that it implies: "for some value of these". */
  public Condition without(Set<String> atoms) {
    throw new UnsupportedOperationException();
  }

  /** As a kernel developer would write it, irredundant, in a stable order: {@code defined(A) && !defined(B)}; {@code 1} and {@code 0} for the constants. */
  @Override
  public String toString() {
    throw new UnsupportedOperationException();
  }
}
