package org.zaudit.source;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A conditional that is open. Immutable, so that a stack of them can be taken up again.
 *
 * @param outer the conditional around; the file has none
 * @param start offset of its first line
 * @param piece index of the piece that its first line is, or would be
 * @param branch where the current branch is taken; within dead code as if what is around were alive
 * @param dead whether no compilation takes the current branch
 * @param left where none of the branches so far is taken
 * @param settled whether one of the branches so far is always taken, by its own text
 * @param saved what had been read at its start
 * @param ends what had been read at the ends of its branches that can be taken, the current one
 *     left out
 */
record Frame(
    @Nullable Frame outer,
    int height,
    int start,
    int piece,
    Condition branch,
    boolean dead,
    Condition left,
    boolean settled,
    Place saved,
    List<End> ends) {

  /** What has been read of the current declaration. */
  record Place(Head head, Nesting nesting) {
    /** A copy for a branch. */
    Place in(Condition branch) {
      return new Place(head.copy(), nesting.in(branch));
    }
  }

  record End(Condition branch, Place place) {}

  static Frame file() {
    Place start = new Place(new Head(), Nesting.NONE);
    return new Frame(
        null, 0, 0, 0, Condition.always(), false, Condition.never(), false, start, List.of());
  }

  /**
   * A conditional inside of the current branch.
   *
   * @param asked what its first line asks; always for an include guard
   */
  Frame open(Condition asked, boolean always, int offset, int pieceIndex, Place place) {
    return new Frame(
        this,
        height + 1,
        offset,
        pieceIndex,
        alive(branch.and(asked)),
        dead || branch.excludes(asked),
        branch.and(asked.not()),
        always,
        place,
        List.of());
  }

  /** The same conditional in its next branch. */
  Frame divide(Condition asked, boolean always, Place end) {
    Condition next = left.and(asked);
    return new Frame(
        outer,
        height,
        start,
        piece,
        alive(next),
        deadAround() || next.isNever(),
        left.and(asked.not()),
        settled || always,
        saved,
        ended(end));
  }

  /** The same branch from where it refuses to be compiled. */
  Frame refused() {
    return new Frame(outer, height, start, piece, branch, true, left, settled, saved, ends);
  }

  /** The same conditional, still in its first branch, when its first line asks something else. */
  Frame asking(Condition asked) {
    return new Frame(outer, height, start, piece, asked, dead, asked.not(), settled, saved, ends);
  }

  /**
   * What has been read after {@code #endif}: from there on the first branch goes on, and any other
   * depth of braces is kept in mind.
   *
   * @param begun whether a declaration has begun, in whichever branch, of which none has seen more
   *     than the head
   */
  Place close(Place end, boolean begun) {
    List<End> all = new ArrayList<>(ended(end));
    if (!left.isNever()) {
      all.add(new End(left, saved.in(left)));
    }
    if (all.isEmpty()) {
      return saved;
    }
    List<Condition> branches = all.stream().map(End::branch).toList();
    List<Nesting> nestings = all.stream().map(e -> e.place().nesting()).toList();
    Head first = all.getFirst().place().head();
    Head head =
        all.stream()
            .map(e -> e.place().head())
            .filter(h -> begun && !h.isEmpty())
            .findFirst()
            .orElse(first);
    return new Place(head, Nesting.after(branches, nestings));
  }

  /** Where the text that is read now is compiled. */
  Condition condition() {
    return dead ? Condition.never() : branch;
  }

  /** The same of the line that opens, divides or closes it. */
  Condition conditionAround() {
    return outer == null ? Condition.always() : outer.condition();
  }

  private boolean deadAround() {
    return outer != null && outer.dead;
  }

  private static Condition alive(Condition condition) {
    return condition.isNever() ? Condition.always() : condition;
  }

  private List<End> ended(Place end) {
    if (dead && !deadAround()) {
      return ends;
    }
    List<End> more = new ArrayList<>(ends);
    more.add(new End(branch, end));
    return List.copyOf(more);
  }
}
