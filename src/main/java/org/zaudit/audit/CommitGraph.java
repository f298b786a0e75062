package org.zaudit.audit;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.zaudit.history.Commit;

/**
 * The commits of a walk by their number in it: parents have smaller numbers than their children.
 */
final class CommitGraph {
  private final Map<String, Integer> numbers = new HashMap<>();
  private final List<int[]> parents = new ArrayList<>();

  /** Adds a commit, whose parents must be there as far as they are walked. Returns its number. */
  int add(Commit commit) {
    return add(commit.id(), commit.parents());
  }

  /** How many commits there are so far: the number of the next. */
  int size() {
    return parents.size();
  }

  int add(String commit, List<String> parentIds) {
    Integer known = numbers.get(commit);
    if (known != null) {
      return known;
    }
    parents.add(parentIds.stream().filter(numbers::containsKey).mapToInt(numbers::get).toArray());
    numbers.put(commit, parents.size() - 1);
    return parents.size() - 1;
  }

  /** Whether one of these commits can be reached from another, or is it. */
  boolean reachesAny(int from, BitSet targets) {
    if (targets.isEmpty()) {
      return false;
    }
    boolean[] found = {false};
    int oldest = targets.nextSetBit(0);
    visit(
        from,
        oldest,
        number -> {
          found[0] |= targets.get(number);
        });
    return found[0];
  }

  /** For every commit whether one of these can be reached from it, or is it. */
  BitSet reaching(BitSet targets) {
    BitSet reaching = new BitSet();
    for (int number = 0; number < parents.size(); number++) {
      boolean reaches = targets.get(number);
      for (int parent : parents.get(number)) {
        reaches |= reaching.get(parent);
      }
      reaching.set(number, reaches);
    }
    return reaching;
  }

  private void visit(int from, int oldest, Consumer<Integer> visitor) {
    BitSet seen = new BitSet();
    var open = new ArrayDeque<Integer>();
    open.push(from);
    while (!open.isEmpty()) {
      int number = open.pop();
      // Nothing older leads to what is younger.
      if (number >= oldest && !seen.get(number)) {
        seen.set(number);
        visitor.accept(number);
        for (int parent : parents.get(number)) {
          open.push(parent);
        }
      }
    }
  }
}
