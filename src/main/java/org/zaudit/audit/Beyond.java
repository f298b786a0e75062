package org.zaudit.audit;

import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.zaudit.analysis.Finding;
import org.zaudit.analysis.Ledger;
import org.zaudit.analysis.Summary;

/**
 * Finds the functions that a step may have made others than they were though nobody asked for them,
 * and those on whom the truth of a finding hangs. When there are none, whatever was not asked for
 * has the same findings before and after: its text means what it meant, and it hears what it heard.
 */
final class Beyond {
  private final TreeState before;
  private final TreeState after;
  private final Mentions mentions;

  Beyond(TreeState before, TreeState after) {
    this.before = before;
    this.after = after;
    Workshop workshop = after.workshop();
    this.mentions = Mentions.all(workshop.corpus(), workshop.vocabulary(), after.tree());
  }

  /**
   * @param stale whatever has another text, or mentions a name that means something else than
   *     before
   */
  Set<FunctionId> functions(Set<FunctionId> stale) {
    return switch (after.demand()) {
      case Demand.Everything() -> Set.of();
      case Demand.Some(Set<FunctionId> wanted) -> {
        Set<FunctionId> beyond = new TreeSet<>(FunctionId.ORDER);
        beyond.addAll(stale);
        for (int world = 0; world < after.worlds().size(); world++) {
          beyond.addAll(new InWorld(world, wanted).functions());
        }
        beyond.removeAll(wanted);
        yield beyond;
      }
    };
  }

  private final class InWorld {
    private final int world;
    private final Set<FunctionId> wanted;
    private final WorldState old;
    private final WorldState now;
    private final Called called;

    InWorld(int world, Set<FunctionId> wanted) {
      this.world = world;
      this.wanted = wanted;
      this.old = before.worlds().get(world);
      this.now = after.worlds().get(world);
      this.called = new Called(new Scope(after.tree(), world, after.workshop().vocabulary()));
    }

    Set<FunctionId> functions() {
      Set<FunctionId> found = listeners();
      found.addAll(regrouped());
      fields().forEach(field -> found.addAll(speakingOf(field)));
      found.removeIf(id -> !after.tree().isIn(id.file(), world));
      return found;
    }

    /** Those who may call a function that tells them something else than before. */
    private Set<FunctionId> listeners() {
      Set<FunctionId> listeners = new HashSet<>();
      for (FunctionId id : now.cone().keySet()) {
        boolean same = old.outcome(id).equals(now.outcome(id));
        if (!same && old.cone().containsKey(id) && !heard(old, id).equals(heard(now, id))) {
          listeners.addAll(callers(id));
        }
      }
      return listeners;
    }

    /**
     * Those whose recursion did not come to rest and has other members than before: what these tell
     * each other on the way is not what they tell in the end.
     */
    private Set<FunctionId> regrouped() {
      Set<FunctionId> members = new HashSet<>();
      for (FunctionId id : wanted) {
        List<FunctionId> one = old.outcome(id).map(Outcome::recursion).orElse(List.of());
        List<FunctionId> other = now.outcome(id).map(Outcome::recursion).orElse(List.of());
        boolean settled = isSettled(old, id) && isSettled(now, id);
        if (!settled && !one.equals(other)) {
          members.addAll(one);
          members.addAll(other);
        }
      }
      members.removeIf(id -> after.tree().definition(id).isEmpty());
      return members;
    }

    private static boolean isSettled(WorldState state, FunctionId id) {
      return state.outcome(id).map(Outcome::settled).orElse(true);
    }

    private Set<FunctionId> callers(FunctionId id) {
      Set<FunctionId> callers = mentions.ofFunction(definition(id));
      callers.removeIf(caller ->
          !after.tree().isIn(caller.file(), world) || !called.by(caller).functions().contains(id));
      return callers;
    }

    private Heard heard(WorldState state, FunctionId id) {
      Optional<Outcome> outcome = state.outcome(id);
      return new Heard(
          outcome.map(Outcome::summary).orElse(Summary.TRIVIAL),
          outcome.map(Outcome::isLoud).orElse(false),
          outcome.isEmpty() && tells(id));
    }

    private boolean tells(FunctionId id) {
      return after.workshop().vocabulary().tells(definition(id).body());
    }

    private Definition definition(FunctionId id) {
      return after.tree().definition(id).orElseThrow();
    }

    /**
     * The arrays of which findings want to know who ends them, and those that have other ends than
     * before, so that findings elsewhere may stand or fall.
     */
    private Set<String> fields() {
      Set<String> fields = new HashSet<>();
      for (FunctionId id : wanted) {
        List<Ledger.Entry> one = old.entries().getOrDefault(id, List.of());
        List<Ledger.Entry> other = now.entries().getOrDefault(id, List.of());
        if (!one.equals(other)) {
          container(one, fields);
          container(other, fields);
        }
        for (WorldState state : List.of(old, now)) {
          state.outcome(id).ifPresent(o -> o.result().findings().forEach(f -> need(f, fields)));
        }
      }
      return fields;
    }

    private static void container(List<Ledger.Entry> entries, Set<String> fields) {
      for (Ledger.Entry entry : entries) {
        if (entry instanceof Ledger.Entry.Container container) {
          fields.add(container.field());
        }
      }
    }

    private static void need(Finding finding, Set<String> fields) {
      finding.needs().ifPresent(need -> fields.add(need.field()));
    }

    /**
     * The functions that can end such an array, or have a finding that asks for one. Both give back
     * elements themselves, so they have the array from somewhere: they name its field, or call
     * somebody whose summary does, and who has it from somewhere in turn.
     */
    private Set<FunctionId> speakingOf(String field) {
      String word = field.substring(field.lastIndexOf('.') + 1);
      Set<FunctionId> speaking = new HashSet<>();
      var open = new ArrayDeque<FunctionId>(mentions.of(Set.of(word)));
      while (!open.isEmpty()) {
        FunctionId id = open.pop();
        boolean first = after.tree().isIn(id.file(), world) && speaking.add(id);
        if (first && wanted.contains(id) && passesOn(id, word)) {
          open.addAll(callers(id));
        }
      }
      return speaking;
    }

    /** Whether its callers may learn of the field from it. */
    private boolean passesOn(FunctionId id, String word) {
      // A summary prints whatever it is made of, names of fields too.
      return now.outcome(id)
          .map(outcome -> outcome.summary().toString().contains(word))
          .orElseGet(() -> tells(id));
    }
  }

  /** What others hear of a function; whether it tells them something by itself too. */
  private record Heard(Summary summary, boolean loud, boolean byItself) {}
}
