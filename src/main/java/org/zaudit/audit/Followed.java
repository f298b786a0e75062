package org.zaudit.audit;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.zaudit.source.ChunkText;

/**
 * What a walk over side lines added to the lives of the range. It is the same for a range that has
 * grown, as long as the side lines are the same: they begin at commits that were walked before.
 *
 * @param lines tells these side lines from others
 * @param range how many numbers the range took; those of the side lines follow
 * @param introduced fingerprints of findings that came up there: whether they began or came back
 *     depends on what the range knows of them
 * @param additions by the order of the lives, as far as there are any
 */
record Followed(
    ChunkText.Digest lines, int range, List<String> introduced, List<Addition> additions) {

  record Addition(int life, Lifeline.Saved more) {}

  /** Compares the lives before with those after; empty when more happened than additions. */
  static Optional<Followed> between(
      ChunkText.Digest lines, int range, Lives.Saved before, Lives after) {
    List<Addition> additions = new ArrayList<>();
    for (int i = 0; i < before.lives().size(); i++) {
      Lifeline.Saved old = before.lives().get(i);
      Lifeline.Saved now = after.life(i).save();
      if (!old.united().equals(now.united())
          || old.stoodAtStart() != now.stoodAtStart()
          || !old.last().equals(now.last())) {
        return Optional.empty();
      }
      if (!old.equals(now)) {
        additions.add(new Addition(i, more(old, now)));
      }
    }
    List<String> introduced = after.introducedOutside().stream().sorted().toList();
    return Optional.of(new Followed(lines, range, introduced, additions));
  }

  private static Lifeline.Saved more(Lifeline.Saved old, Lifeline.Saved now) {
    return new Lifeline.Saved(
        now.hidden(),
        now.united(),
        now.stoodAtStart(),
        without(now.fingerprints(), old.fingerprints()),
        without(now.files(), old.files()),
        without(now.beginnings(), old.beginnings()),
        without(now.ends(), old.ends()),
        without(now.tags(), old.tags()),
        now.last());
  }

  private static <T> List<T> without(List<T> all, List<T> known) {
    Set<T> old = new HashSet<>(known);
    return all.stream().filter(one -> !old.contains(one)).toList();
  }

  /** Whether the same side lines would do the same after what happened in the range since. */
  boolean serves(ChunkText.Digest sideLines, Lives lives) {
    return lines.equals(sideLines) && Collections.disjoint(lives.touched(), introduced);
  }

  /** The same after a range that takes so many numbers. */
  Followed after(int numbers) {
    int shift = numbers - range;
    return new Followed(
        lines,
        numbers,
        introduced,
        additions.stream().map(a -> new Addition(a.life(), shifted(a.more(), shift))).toList());
  }

  private static Lifeline.Saved shifted(Lifeline.Saved more, int shift) {
    return new Lifeline.Saved(
        more.hidden(),
        more.united(),
        more.stoodAtStart(),
        more.fingerprints(),
        more.files(),
        more.beginnings().stream()
            .map(b -> new Lifeline.Beginning(b.number() + shift, b.introduction()))
            .toList(),
        more.ends().stream()
            .map(e -> new Lifeline.End(e.number() + shift, e.commit(), e.fixed()))
            .toList(),
        more.tags(),
        more.last());
  }

  void applyTo(Lives lives) {
    additions.forEach(addition -> lives.life(addition.life()).whole().add(addition.more()));
  }
}
