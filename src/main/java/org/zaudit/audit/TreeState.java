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
 * @param demand which functions are to be known
 * @param findings of those of them that have any
 */
record TreeState(
    Workshop workshop,
    Demand demand,
    Tree tree,
    List<WorldState> worlds,
    PMap<FunctionId, List<TreeFinding>> findings) {

  /**
   * A state and how it differs from the one it was derived from.
   *
   * @param functions of those that are to be known: that came, went, or whose text, outcome or
   *     findings may be others
   * @param beyond functions that nobody asked for, of which the same may be true
   */
  record Next(TreeState state, SortedSet<FunctionId> functions, Set<FunctionId> beyond) {}

  static TreeState empty(Workshop workshop) {
    return empty(workshop, new Demand.Everything());
  }

  static TreeState empty(Workshop workshop, Demand demand) {
    List<WorldState> worlds =
        workshop.layout().worlds().stream().map(_ -> WorldState.EMPTY).toList();
    Tree tree = Tree.empty(workshop.layout());
    return new TreeState(workshop, demand, tree, worlds, HashTreePMap.empty());
  }

  /** The state of the same version of which these functions are known too. */
  TreeState knowing(Set<FunctionId> functions) {
    SortedSet<FunctionId> touched = new TreeSet<>(FunctionId.ORDER);
    touched.addAll(functions);
    List<WorldState> settled = settle(worlds, tree, Demand.of(functions), Set.of(), touched);
    return new TreeState(workshop, Demand.of(functions), tree, settled, findings).confirm(touched);
  }

  /**
   * The state of the version that has other files: with these facts or, where there are none, gone.
   */
  Next with(SortedMap<String, Optional<FileFacts>> changes) {
    Tree.Next next = tree.with(changes);
    Tree after = next.tree();
    TreeChange change = next.change();
    boolean anew = change.worlds() || tree.files().isEmpty();
    Set<FunctionId> stale = anew ? everything(after) : stale(after, change);
    SortedSet<FunctionId> touched = new TreeSet<>(FunctionId.ORDER);
    touched.addAll(change.put());
    touched.addAll(change.gone());
    List<WorldState> before = anew ? worlds.stream().map(_ -> WorldState.EMPTY).toList() : worlds;
    List<WorldState> settled = settle(before, after, demand, stale, touched);
    if (anew) {
      touched.addAll(findings.keySet());
    }
    touched.removeIf(id -> !demand.wants(id));
    TreeState unconfirmed = new TreeState(workshop, demand, after, settled, findings);
    TreeState state = unconfirmed.confirm(touched);
    return new Next(state, touched, new Beyond(this, state).functions(stale));
  }

  private List<WorldState> settle(
      List<WorldState> before,
      Tree after,
      Demand wanted,
      Set<FunctionId> stale,
      Set<FunctionId> touched) {
    List<Callable<Settled>> pieces = new ArrayList<>();
    for (int world = 0; world < worlds.size(); world++) {
      WorldState known = before.get(world);
      Scope scope = new Scope(after, world, workshop.vocabulary());
      pieces.add(() -> settle(known, scope, wanted, stale));
    }
    List<WorldState> settled = new ArrayList<>();
    for (Settled world : workshop.crew().all(pieces)) {
      touched.addAll(world.touched());
      settled.add(world.state());
    }
    return List.copyOf(settled);
  }

  /** One world of the next tree; no world asks about another. */
  private record Settled(WorldState state, Set<FunctionId> touched) {}

  private Settled settle(WorldState before, Scope scope, Demand wanted, Set<FunctionId> stale) {
    var solver =
        new WorldSolver(workshop.corpus(), workshop.memo(), workshop.vocabulary(), scope, before);
    WorldState now =
        switch (wanted) {
          case Demand.Everything() -> solver.settle(stale);
          case Demand.Some(Set<FunctionId> functions) -> solver.settle(stale, functions);
        };
    Set<FunctionId> touched = new HashSet<>(solver.changed());
    touched.addAll(now.concerned(before));
    return new Settled(now, touched);
  }

  private static Set<FunctionId> everything(Tree tree) {
    Set<FunctionId> all = new HashSet<>();
    tree.files().values().forEach(f -> f.definitions().forEach(d -> all.add(d.id())));
    return all;
  }

  /** What has another text, or mentions a name that means something else than before. */
  private Set<FunctionId> stale(Tree after, TreeChange change) {
    if (workshop.vocabulary().dependsOn(change.headerMacros())) {
      Set<FunctionId> all = everything(after);
      all.addAll(change.gone());
      return all;
    }
    Set<FunctionId> stale = new HashSet<>(change.put());
    stale.addAll(change.gone());
    Mentions mentions = mentions(after);
    change.resolved().forEach(function -> stale.addAll(mentions.ofFunction(function)));
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

  private Mentions mentions(Tree after) {
    return switch (demand) {
      case Demand.Everything() ->
          Mentions.ofInterest(workshop.corpus(), workshop.vocabulary(), after);
      case Demand.Some _ -> Mentions.all(workshop.corpus(), workshop.vocabulary(), after);
    };
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
    return new TreeState(workshop, demand, tree, worlds, confirmed);
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
                .map(outcome -> workshop.engine().confirm(outcome.result(), state.ledger(id)))
                .orElse(List.of());
        found.put(world, holds);
        any |= !holds.isEmpty();
      }
    }
    return any ? new WorldMerge(analysedIn).merge(id.name(), found) : List.of();
  }
}
