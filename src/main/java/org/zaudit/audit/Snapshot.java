package org.zaudit.audit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;
import org.zaudit.history.Commit;
import org.zaudit.history.Selection;

/**
 * How an audit stood when the last of these commits had been walked: enough to go on when more
 * commits come. Trees are not in it, since their states can be had again.
 *
 * @param followed what the side lines did to the lives afterwards
 */
record Snapshot(
    Lives.Saved lives, Coverage.Saved coverage, List<Held> versions, Optional<Followed> followed) {

  /** A version without its tree: which findings it had, and whose lives they were part of. */
  record Held(String commit, int number, List<HeldFunction> functions) {
    static Held of(Version version) {
      List<HeldFunction> functions = new ArrayList<>();
      version
          .holdings()
          .forEach((id, list) ->
              functions.add(new HeldFunction(id, list.stream().map(HeldFinding::of).toList())));
      functions.sort(Comparator.comparing(HeldFunction::id, FunctionId.ORDER));
      return new Held(version.commit(), version.number(), functions);
    }

    Version version(TreeState state, Lives lives) {
      PMap<FunctionId, List<Holding>> holdings = HashTreePMap.empty();
      for (HeldFunction function : functions) {
        List<Holding> list =
            function.findings().stream()
                .map(f -> new Holding(lives.life(f.life()), f.finding(), f.carried()))
                .toList();
        holdings = holdings.plus(function.id(), list);
      }
      return new Version(number, commit, state, holdings);
    }
  }

  record HeldFunction(FunctionId id, List<HeldFinding> findings) {}

  record HeldFinding(int life, TreeFinding finding, Optional<Holding.Carried> carried) {
    static HeldFinding of(Holding holding) {
      return new HeldFinding(holding.life().order(), holding.finding(), holding.carried());
    }
  }

  Snapshot with(Optional<Followed> other) {
    return new Snapshot(lives, coverage, versions, other);
  }

  /**
   * Whether an audit of these commits, of which so many had been walked, can go on from here: all
   * versions must be there that the others, or the heads and forks, ask for.
   */
  boolean serves(Selection range, int walked, Set<String> forks) {
    Set<String> there = new HashSet<>();
    versions.forEach(version -> there.add(version.commit()));
    Set<String> missing = new HashSet<>(range.starts());
    range.commits().subList(0, walked).forEach(commit -> missing.add(commit.id()));
    missing.removeAll(there);
    for (Commit commit : range.commits().subList(walked, range.commits().size())) {
      if (commit.parents().stream().anyMatch(missing::contains)) {
        return false;
      }
    }
    return range.heads().stream().noneMatch(missing::contains)
        && forks.stream().noneMatch(missing::contains);
  }
}
