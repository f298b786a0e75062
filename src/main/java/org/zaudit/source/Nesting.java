package org.zaudit.source;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How many braces are open at a place: one number, or where the branches of a conditional ended at
 * different depths, one for each condition. Such an {@code #ifdef} is followed by another that
 * makes up for it, so the numbers meet again; what lies between belongs to one piece.
 *
 * @param alternatives in the order of the branches; at least one, with different depths
 */
record Nesting(List<Alternative> alternatives) {
  /**
   * @param where the condition under which the depth is reached; for a single alternative it is of
   *     no interest
   */
  record Alternative(Condition where, int depth) {}

  private static final List<Nesting> SHALLOW =
      IntStream.range(0, 32).mapToObj(Nesting::make).toList();

  static final Nesting NONE = of(0);

  private static Nesting of(int depth) {
    return depth < SHALLOW.size() ? SHALLOW.get(depth) : make(depth);
  }

  private static Nesting make(int depth) {
    return new Nesting(List.of(new Alternative(Condition.always(), depth)));
  }

  boolean isUniform() {
    return alternatives.size() == 1;
  }

  boolean isOutside() {
    return isUniform() && depth() == 0;
  }

  /** In the first of the branches. */
  int depth() {
    return alternatives.getFirst().depth;
  }

  /** After an opening (1) or closing (-1) brace. A brace too many closes nothing. */
  Nesting plus(int step) {
    if (isUniform()) {
      return of(Math.max(0, depth() + step));
    }
    List<Alternative> next = new ArrayList<>();
    for (Alternative alternative : alternatives) {
      add(next, alternative.where, Math.max(0, alternative.depth + step));
    }
    return new Nesting(List.copyOf(next));
  }

  /** What remains of it in a branch. */
  Nesting in(Condition branch) {
    if (isUniform()) {
      return this;
    }
    List<Alternative> next = new ArrayList<>();
    for (Alternative alternative : alternatives) {
      Condition where = alternative.where.and(branch);
      if (!where.isNever()) {
        add(next, where, alternative.depth);
      }
    }
    return next.isEmpty() ? this : new Nesting(List.copyOf(next));
  }

  /** The nesting after a conditional, from those at the ends of its branches. */
  static Nesting after(List<Condition> branches, List<Nesting> ends) {
    Nesting first = ends.getFirst();
    if (first.isUniform() && ends.stream().allMatch(first::isSame)) {
      return first;
    }
    List<Alternative> all = new ArrayList<>();
    for (int i = 0; i < ends.size(); i++) {
      for (Alternative alternative : ends.get(i).alternatives) {
        Condition where = ends.get(i).isUniform() ? branches.get(i) : alternative.where;
        if (all.size() < Bounds.NESTINGS) {
          add(all, where, alternative.depth);
        }
      }
    }
    return new Nesting(List.copyOf(all));
  }

  private boolean isSame(Nesting other) {
    return other.isUniform() && depth() == other.depth();
  }

  private static void add(List<Alternative> all, Condition where, int depth) {
    for (int i = 0; i < all.size(); i++) {
      if (all.get(i).depth == depth) {
        all.set(i, new Alternative(all.get(i).where.or(where), depth));
        return;
      }
    }
    all.add(new Alternative(where, depth));
  }
}
