package org.zaudit.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;
import org.zaudit.analysis.Ledger;

/**
 * What is known of the functions of one world of one tree. Persistent.
 *
 * @param outcomes of the relevant functions
 * @param loud names of functions that some definition gives a summary, with the number of these
 * @param entries what functions contribute to the ledger
 * @param ledger these contributions joined
 * @param cone where not everything is asked for: the functions of which it is known whether they
 *     have an outcome, each with those that it may call; of no other function anything is known
 */
record WorldState(
    PMap<FunctionId, Outcome> outcomes,
    PMap<String, Integer> loud,
    PMap<FunctionId, List<Ledger.Entry>> entries,
    Ledger ledger,
    Map<FunctionId, List<FunctionId>> cone) {
  static final WorldState EMPTY =
      new WorldState(
          HashTreePMap.empty(),
          HashTreePMap.empty(),
          HashTreePMap.empty(),
          new Ledger(List.of()),
          Map.of());

  Optional<Outcome> outcome(FunctionId id) {
    return Optional.ofNullable(outcomes.get(id));
  }

  /** This state with another outcome, or none, for a function. The ledger is not joined again. */
  WorldState with(FunctionId id, Optional<Outcome> outcome) {
    Optional<Outcome> before = outcome(id);
    int louder = loudness(outcome) - loudness(before);
    int count = loud.getOrDefault(id.name(), 0) + louder;
    List<Ledger.Entry> contribution = outcome.map(o -> o.result().ledger()).orElse(List.of());
    return new WorldState(
        outcome.map(o -> outcomes.plus(id, o)).orElseGet(() -> outcomes.minus(id)),
        louder == 0 ? loud : count == 0 ? loud.minus(id.name()) : loud.plus(id.name(), count),
        contribution.isEmpty() ? entries.minus(id) : entries.plus(id, contribution),
        ledger,
        cone);
  }

  /** What this state knows of these functions, which call no others. */
  WorldState within(Map<FunctionId, List<FunctionId>> other) {
    WorldState within = this;
    for (FunctionId id : outcomes.keySet()) {
      if (!other.containsKey(id)) {
        within = within.with(id, Optional.empty());
      }
    }
    return new WorldState(within.outcomes, within.loud, within.entries, ledger, other);
  }

  private static int loudness(Optional<Outcome> outcome) {
    return outcome.isPresent() && outcome.get().isLoud() ? 1 : 0;
  }

  /** This state with its ledger joined anew. Its order depends on the tree alone. */
  WorldState withLedger() {
    Map<FunctionId, List<Ledger.Entry>> sorted = new TreeMap<>(FunctionId.ORDER);
    sorted.putAll(entries);
    List<Ledger.Entry> joined = sorted.values().stream().flatMap(List::stream).distinct().toList();
    return joined.equals(ledger.entries())
        ? this
        : new WorldState(outcomes, loud, entries, new Ledger(joined), cone);
  }

  /** The functions whose findings depend on the ledger, or may. */
  List<FunctionId> candidates() {
    List<FunctionId> candidates = new ArrayList<>();
    outcomes.forEach((id, outcome) -> {
      if (!outcome.result().findings().isEmpty()) {
        candidates.add(id);
      }
    });
    return candidates;
  }
}
