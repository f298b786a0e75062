package org.zaudit.analysis;

import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * The objects that were allocated on a path, whatever they are made of, and who may know of each by
 * now. Changed in place. One thread.
 */
final class Allocations {
  /** From nobody to anybody. */
  private enum KnownTo {
    /** Nobody wrote to it but as the state tells: what that does not tell of is zero. */
    NOBODY_AND_ZERO,
    /** Nobody else can have a name for it but by what names it in the state. */
    NOBODY_ELSE,
    OTHERS;

    KnownTo or(KnownTo other) {
      return compareTo(other) >= 0 ? this : other;
    }
  }

  private final Map<Symbol, KnownTo> objects = new HashMap<>();

  /** Takes in what was allocated on another path to the same point. */
  void addAll(Allocations other) {
    other.objects.forEach(this::add);
  }

  private void add(Symbol object, KnownTo known) {
    objects.merge(object, known, KnownTo::or);
  }

  /**
   * An object was allocated just now.
   *
   * @param zeroed it is all zero
   */
  void allocates(Symbol object, boolean zeroed) {
    objects.put(object, zeroed ? KnownTo.NOBODY_AND_ZERO : KnownTo.NOBODY_ELSE);
  }

  /** Others know the object from here on, if it is one of these. */
  void isKnownToOthers(Symbol object) {
    objects.computeIfPresent(object, (_, _) -> KnownTo.OTHERS);
  }

  /** Somebody may have stored to the object what the state does not tell. */
  void isWritten(Symbol object) {
    objects.computeIfPresent(object, (_, known) -> known.or(KnownTo.NOBODY_ELSE));
  }

  /** True of what was allocated here and whose names are all in the state. */
  boolean isOursAlone(Symbol object) {
    return objects.getOrDefault(object, KnownTo.OTHERS) != KnownTo.OTHERS;
  }

  boolean isAnyOursAlone() {
    return objects.values().stream().anyMatch(known -> known != KnownTo.OTHERS);
  }

  /** True while each member of the object of which nothing is told is zero. */
  boolean isZeroed(Symbol object) {
    return objects.get(object) == KnownTo.NOBODY_AND_ZERO;
  }

  boolean isAnyZeroed() {
    return objects.containsValue(KnownTo.NOBODY_AND_ZERO);
  }

  /** Replaces symbols throughout. */
  void rewrite(UnaryOperator<Symbol> change) {
    if (!objects.isEmpty()) {
      Map<Symbol, KnownTo> before = Map.copyOf(objects);
      objects.clear();
      before.forEach((object, known) -> {
        Symbol now = object.rewrite(change);
        // That name stands for many objects, of which some may be anywhere by now.
        add(now, now instanceof Symbol.Aged ? KnownTo.OTHERS : known);
      });
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Allocations those && objects.equals(those.objects);
  }

  @Override
  public int hashCode() {
    return objects.hashCode();
  }
}
