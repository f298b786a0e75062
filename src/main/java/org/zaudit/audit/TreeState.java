package org.zaudit.audit;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;
import org.zaudit.analysis.Finding;
import org.zaudit.rules.World;

/**
 * All that is known of one version. Persistent: derived from the state of another version with work
 * in proportion to what differs, and the same as if it had been made from nothing.
 *
 * @param worlds by their number in the layout
 * @param findings of the functions that have any
 */
record TreeState(
    Workshop workshop,
    Tree tree,
    List<WorldState> worlds,
    PMap<FunctionId, List<TreeFinding>> findings) {

  /**
   * A state and how it differs from the one it was derived from.
   *
   * @param functions that came, went, or whose text, outcome or findings may be others
   */
  record Next(TreeState state, SortedSet<FunctionId> functions) {}

  static TreeState empty(Workshop workshop) {
    List<WorldState> worlds =
        workshop.layout().worlds().stream().map(_ -> WorldState.EMPTY).toList();
    return new TreeState(workshop, Tree.empty(workshop.layout()), worlds, HashTreePMap.empty());
  }

  /**
   * The state of the version that has other files: with these facts or, where there are none, gone.
   */
  Next with(SortedMap<String, Optional<FileFacts>> changes) {
    Tree.Next next = tree.with(changes);
    Tree after = next.tree();
    TreeChange change = next.change();
    Set<FunctionId> stale = change.worlds() ? everything(after) : stale(after, change);
    SortedSet<FunctionId> touched = new TreeSet<>(FunctionId.ORDER);
    touched.addAll(change.put());
    touched.addAll(change.gone());
    List<Callable<Settled>> pieces = new ArrayList<>();
    for (int world = 0; world < worlds.size(); world++) {
      WorldState before = change.worlds() ? WorldState.EMPTY : worlds.get(world);
      Scope scope = new Scope(after, world);
      pieces.add(() -> settle(before, scope, stale));
    }
    List<WorldState> settled = new ArrayList<>();
    for (Settled world : workshop.crew().all(pieces)) {
      touched.addAll(world.touched());
      settled.add(world.state());
    }
    if (change.worlds()) {
      touched.addAll(findings.keySet());
    }
    TreeState unconfirmed = new TreeState(workshop, after, List.copyOf(settled), findings);
    return new Next(unconfirmed.confirm(touched), touched);
  }

  /** One world of the next tree; no world asks about another. */
  private record Settled(WorldState state, Set<FunctionId> touched) {}

  private Settled settle(WorldState before, Scope scope, Set<FunctionId> stale) {
    var solver =
        new WorldSolver(workshop.corpus(), workshop.memo(), workshop.vocabulary(), scope, before);
    WorldState now = solver.settle(stale);
    Set<FunctionId> touched = new HashSet<>(solver.changed());
    if (!now.ledger().equals(before.ledger())) {
      touched.addAll(now.candidates());
    }
    return new Settled(now, touched);
  }

  private static Set<FunctionId> everything(Tree tree) {
    Set<FunctionId> all = new HashSet<>();
    tree.files().values().forEach(f -> f.definitions().forEach(d -> all.add(d.id())));
    return all;
  }

  /** What has another text, or mentions a name that means something else than before. */
  private Set<FunctionId> stale(Tree after, TreeChange change) {
    Set<FunctionId> stale = new HashSet<>(change.put());
    stale.addAll(change.gone());
    var mentions = new Mentions(workshop.corpus(), workshop.vocabulary(), after);
    stale.addAll(mentions.of(change.names()));
    stale.addAll(mentions.ofMacros(change.headerMacros()));
    change
        .fileMacros()
        .forEach((file, macros) -> {
          for (FunctionId id : mentions.ofMacros(macros)) {
            if (id.file().equals(file)) {
              stale.add(id);
            }
          }
        });
    stale.addAll(told(after, stale, mentions));
    return stale;
  }

  /**
   * Those who hear from one of these what it tells by itself: nobody keeps that, so nobody would
   * find that it is something else than before.
   */
  private Set<FunctionId> told(Tree after, Set<FunctionId> by, Mentions mentions) {
    Set<FunctionId> told = new HashSet<>();
    for (FunctionId id : by) {
      for (Tree version : List.of(tree, after)) {
        version
            .definition(id)
            .filter(definition -> workshop.vocabulary().tells(definition.body()))
            .ifPresent(definition -> told.addAll(mentions.ofFunction(definition)));
      }
    }
    return told;
  }

  private TreeState confirm(Set<FunctionId> touched) {
    PMap<FunctionId, List<TreeFinding>> confirmed = findings;
    for (FunctionId id : touched) {
      List<TreeFinding> now = confirmed(id);
      confirmed = now.isEmpty() ? confirmed.minus(id) : confirmed.plus(id, now);
    }
    return new TreeState(workshop, tree, worlds, confirmed);
  }

  private List<TreeFinding> confirmed(FunctionId id) {
    SortedMap<Integer, World> analysedIn = new TreeMap<>();
    SortedMap<Integer, List<Finding>> found = new TreeMap<>();
    boolean any = false;
    for (int world = 0; world < worlds.size(); world++) {
      if (tree.isIn(id.file(), world)) {
        analysedIn.put(world, workshop.layout().worlds().get(world));
        WorldState state = worlds.get(world);
        List<Finding> holds =
            state
                .outcome(id)
                .filter(outcome -> !outcome.result().findings().isEmpty())
                .map(outcome -> workshop.engine().confirm(outcome.result(), state.ledger()))
                .orElse(List.of());
        found.put(world, holds);
        any |= !holds.isEmpty();
      }
    }
    return any ? new WorldMerge(analysedIn).merge(id.name(), found) : List.of();
  }
}
