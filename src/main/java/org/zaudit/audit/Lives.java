package org.zaudit.audit;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;
import org.zaudit.analysis.Confidence;
import org.zaudit.analysis.Finding;
import org.zaudit.history.Commit;

/**
 * Follows findings from commit to commit. A finding is introduced where no parent has it, and ends
 * where a parent has it and the commit's own tree proves that it is gone; at a merge, what a branch
 * did is left to the branch. Belongs to one thread.
 */
final class Lives {
  private final CommitGraph graph;
  private final List<Lifeline> all = new ArrayList<>();
  private final Map<String, List<Lifeline>> byFingerprint = new HashMap<>();
  private boolean audited = true;

  /** Of findings that a step looked at, in the range; that began or came back, outside of it. */
  private final Set<String> touched = new HashSet<>();

  private final Set<String> introducedOutside = new HashSet<>();

  Lives(CommitGraph graph) {
    this.graph = graph;
  }

  /** From now on commits are walked that are not audited: lives that begin there are hidden. */
  void leaveRange() {
    audited = false;
  }

  /** Every life that began in the range or stood at its start, in the order in which they did. */
  List<Lifeline> lives() {
    return all.stream().filter(life -> life.whole() == life && !life.isHidden()).toList();
  }

  /**
   * The lives of the range so far.
   *
   * @param byFingerprint the lives that had each, by their order
   */
  record Saved(List<Lifeline.Saved> lives, Map<String, List<Integer>> byFingerprint) {}

  Saved save() {
    Map<String, List<Integer>> orders = new TreeMap<>();
    byFingerprint.forEach((fingerprint, lives) ->
        orders.put(fingerprint, lives.stream().map(Lifeline::order).toList()));
    return new Saved(all.stream().map(Lifeline::save).toList(), orders);
  }

  /** Goes on from there, instead of from nothing. */
  void restore(Saved saved) {
    all.addAll(Lifeline.restore(saved.lives()));
    saved
        .byFingerprint()
        .forEach((fingerprint, orders) ->
            byFingerprint.put(
                fingerprint, new ArrayList<>(orders.stream().map(all::get).toList())));
  }

  Lifeline life(int order) {
    return all.get(order);
  }

  /** The fingerprints of findings that were looked at since this began or was restored. */
  Set<String> touched() {
    return touched;
  }

  /** The fingerprints of findings that came up outside of the range. */
  Set<String> introducedOutside() {
    return introducedOutside;
  }

  /** How many lives there are so far. */
  int count() {
    return all.size();
  }

  /** A commit from which the range starts: what holds there stood before. */
  Version start(int number, String commit, TreeState state, Optional<Version> other) {
    Set<FunctionId> functions = new TreeSet<>(FunctionId.ORDER);
    functions.addAll(state.findings().keySet());
    other.ifPresent(version -> functions.addAll(version.holdings().keySet()));
    Optional<Matching> matching = other.map(v -> Matching.between(v, state, functions));
    Version version = new Version(number, commit, state, HashTreePMap.empty());
    PMap<FunctionId, List<Holding>> holdings = HashTreePMap.empty();
    for (FunctionId id : sorted(state.findings().keySet())) {
      List<Holding> list = new ArrayList<>();
      List<TreeFinding> findings = findings(state, id);
      for (int i = 0; i < findings.size(); i++) {
        TreeFinding finding = findings.get(i);
        int index = i;
        Lifeline life =
            matching.flatMap(m -> m.life(id, index)).orElseGet(() -> begin(version, id, finding));
        life.stoodAtStart();
        list.add(Holding.of(life, finding));
      }
      holdings = holdings.plus(id, List.copyOf(list));
    }
    return new Version(number, commit, state, holdings);
  }

  /** A life that is not in this tree, to which a commit like this gives another beginning. */
  private Optional<Lifeline> ended(FunctionId id, TreeFinding found, Set<Lifeline> here) {
    Finding finding = found.finding();
    return byFingerprint.getOrDefault(found.fingerprint(), List.of()).stream()
        .map(Lifeline::whole)
        .filter(life -> life.wasIn(id.file()) && !here.contains(life))
        .filter(life -> audited || !life.isHidden())
        .filter(life -> !isDoubt(finding) || isDoubt(life.last().sighting().finding()))
        .findFirst();
  }

  private static boolean isDoubt(Finding finding) {
    return finding.confidence() == Confidence.POSSIBLE;
  }

  /** A commit after its parents; the state was derived from the first of them. */
  Version step(int number, Commit commit, List<Version> parents, TreeState.Next next) {
    return new Step(number, commit, parents, next, true).run();
  }

  /** The same of a version that is no child: nothing is said to have begun or ended there. */
  Version land(int number, Commit commit, Version from, TreeState.Next next) {
    return new Step(number, commit, List.of(from), next, false).run();
  }

  private Lifeline begin(Version version, FunctionId id, TreeFinding finding) {
    var sighting = new Viewer(version.state()).sight(id, finding);
    var life =
        new Lifeline(
            all.size(), !audited, new Lifeline.Seen(version.number(), version.commit(), sighting));
    all.add(life);
    byFingerprint.computeIfAbsent(finding.fingerprint(), _ -> new ArrayList<>()).add(life);
    return life;
  }

  private static List<TreeFinding> findings(TreeState state, FunctionId id) {
    return state.findings().getOrDefault(id, List.of());
  }

  private static Collection<FunctionId> sorted(Collection<FunctionId> ids) {
    Set<FunctionId> sorted = new TreeSet<>(FunctionId.ORDER);
    sorted.addAll(ids);
    return sorted;
  }

  static CommitInfo info(Commit commit) {
    return new CommitInfo(commit.id(), commit.subject(), commit.author(), commit.date());
  }

  /** What one commit does to lives. */
  private final class Step {
    private final int number;
    private final Commit commit;
    private final List<Version> parents;
    private final TreeState state;

    /** Whether what happens to lives here was done by this commit. */
    private final boolean isDated;

    private final List<Matching> matchings = new ArrayList<>();
    private final Collection<FunctionId> functions;
    private final Map<FunctionId, List<Holding>> changed = new LinkedHashMap<>();
    private final Set<Lifeline> holding = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Version bare;

    Step(int number, Commit commit, List<Version> parents, TreeState.Next next, boolean isDated) {
      this.isDated = isDated;
      this.number = number;
      this.commit = commit;
      this.parents = parents;
      this.state = next.state();
      this.functions =
          parents.size() == 1 ? next.functions() : everythingThatMatters(next.functions());
      this.bare = new Version(number, commit.id(), state, HashTreePMap.empty());
    }

    private Collection<FunctionId> everythingThatMatters(Collection<FunctionId> touched) {
      Set<FunctionId> every = new TreeSet<>(FunctionId.ORDER);
      every.addAll(touched);
      every.addAll(state.findings().keySet());
      parents.forEach(parent -> every.addAll(parent.holdings().keySet()));
      return every;
    }

    Version run() {
      parents.forEach(p -> matchings.add(Matching.between(p, state, functions)));
      for (Matching matching : matchings) {
        matching.joined().forEach(one -> Lifeline.unite(one.life(), one.other()));
      }
      List<Runnable> introductions = new ArrayList<>();
      for (FunctionId id : functions) {
        goOn(id, introductions);
      }
      parents.stream().findFirst().ifPresent(this::holdUnchanged);
      // After what goes on, so that a life that is here already is not taken for one that is back.
      introductions.forEach(Runnable::run);
      end();
      PMap<FunctionId, List<Holding>> holdings =
          parents.isEmpty() ? HashTreePMap.empty() : parents.getFirst().holdings();
      for (Map.Entry<FunctionId, List<Holding>> entry : changed.entrySet()) {
        holdings =
            entry.getValue().isEmpty()
                ? holdings.minus(entry.getKey())
                : holdings.plus(entry.getKey(), List.copyOf(entry.getValue()));
      }
      return new Version(number, commit.id(), state, holdings);
    }

    private void holdUnchanged(Version first) {
      first
          .holdings()
          .forEach((id, list) -> {
            if (!changed.containsKey(id)) {
              list.forEach(h -> holding.add(h.life().whole()));
            }
          });
    }

    private void goOn(FunctionId id, List<Runnable> introductions) {
      List<TreeFinding> findings = findings(state, id);
      List<Holding> list = new ArrayList<>();
      changed.put(id, list);
      for (int i = 0; i < findings.size(); i++) {
        TreeFinding finding = findings.get(i);
        Optional<Lifeline> life = Optional.empty();
        for (Matching matching : matchings) {
          Optional<Lifeline> here = matching.life(id, i);
          Optional<Lifeline> so = life;
          life = here.map(l -> so.map(s -> Lifeline.unite(s, l)).orElse(l.whole())).or(() -> so);
        }
        if (life.isPresent()) {
          hold(life.get(), id, finding, list);
        } else {
          introductions.add(() -> introduce(id, finding, list));
        }
      }
    }

    private void hold(Lifeline life, FunctionId id, TreeFinding finding, List<Holding> list) {
      touched.add(finding.fingerprint());
      life.sighted(finding.fingerprint(), id.file());
      List<Lifeline> known =
          byFingerprint.computeIfAbsent(finding.fingerprint(), _ -> new ArrayList<>());
      if (!known.contains(life)) {
        known.add(life);
      }
      holding.add(life);
      list.add(Holding.of(life, finding));
    }

    private void introduce(FunctionId id, TreeFinding finding, List<Holding> list) {
      if (!audited) {
        introducedOutside.add(finding.fingerprint());
      }
      Lifeline life = ended(id, finding, holding).orElseGet(() -> begin(bare, id, finding));
      int line = new Viewer(state).line(id, finding.finding().location());
      if (isDated) {
        life.begins(
            new Lifeline.Beginning(number, new Life.Introduction(info(commit), id.file(), line)));
      }
      hold(life, id, finding, list);
    }

    /** What is not in this tree, and the parent that had it. */
    private record Gone(Matching.Lost lost, Version parent) {}

    private void end() {
      Map<Lifeline, Gone> lost = new LinkedHashMap<>();
      for (int i = 0; i < parents.size(); i++) {
        for (Matching.Lost one : matchings.get(i).lost()) {
          Lifeline life = one.holding().life().whole();
          if (!holding.contains(life)) {
            lost.putIfAbsent(life, new Gone(one, parents.get(i)));
          }
        }
      }
      lost.forEach((life, gone) -> end(life, gone.lost(), gone.parent()));
    }

    private void end(Lifeline life, Matching.Lost lost, Version parent) {
      if (happenedOnABranch(life)) {
        return;
      }
      Lifeline.Seen seen = parent.seen(lost.function(), lost.holding());
      if (lost.now().isPresent() && !new Silence(parent.state(), state).proves(lost)) {
        List<String> statements = parent.statements(lost.function(), lost.holding());
        Holding carried =
            new Holding(
                life, lost.holding().finding(), Optional.of(new Holding.Carried(seen, statements)));
        changed.computeIfAbsent(lost.now().get(), _ -> new ArrayList<>()).add(carried);
        return;
      }
      if (audited) {
        life.seen(seen);
      }
      if (isDated) {
        life.ends(new Lifeline.End(number, info(commit), lost.now().isPresent()));
      }
    }

    /** A parent without it got rid of it before. */
    private boolean happenedOnABranch(Lifeline life) {
      BitSet ends = new BitSet();
      life.ends().forEach(end -> ends.set(end.number()));
      for (Version parent : parents) {
        boolean has =
            parent.holdings().values().stream()
                .flatMap(List::stream)
                .anyMatch(h -> h.life().whole() == life);
        if (!has && graph.reachesAny(parent.number(), ends)) {
          return true;
        }
      }
      return false;
    }
  }
}
