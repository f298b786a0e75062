package org.zaudit.audit;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.pcollections.HashTreePMap;
import org.pcollections.HashTreePSet;
import org.pcollections.PMap;
import org.pcollections.PSet;
import org.zaudit.analysis.Ledger;

/**
 * What is known of the functions of one world of one tree. Persistent.
 *
 * @param outcomes of the relevant functions
 * @param loud names of functions that some definition gives a summary, with the number of these
 * @param entries what functions contribute to the ledger
 * @param containers of these contributions, those that speak of containers
 * @param pairs what does not fit together; none where not everything is asked for
 * @param asking by name of a function, those whose outcomes depend on where its arguments may go
 * @param asked the same from the other end
 * @param cone where not everything is asked for: the functions of which it is known whether they
 *     have an outcome, each with those that it may call; of no other function anything is known
 */
record WorldState(
    PMap<FunctionId, Outcome> outcomes,
    PMap<String, Integer> loud,
    PMap<FunctionId, List<Ledger.Entry>> entries,
    PMap<String, PSet<FunctionId>> asking,
    PMap<FunctionId, Set<String>> asked,
    List<Ledger.Entry.Container> containers,
    Pairs pairs,
    Map<FunctionId, List<FunctionId>> cone) {
  static final WorldState EMPTY =
      new WorldState(
          HashTreePMap.empty(),
          HashTreePMap.empty(),
          HashTreePMap.empty(),
          HashTreePMap.empty(),
          HashTreePMap.empty(),
          List.of(),
          Pairs.NONE,
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
        contribution.equals(contribution(id))
            ? entries
            : contribution.isEmpty() ? entries.minus(id) : entries.plus(id, contribution),
        asking,
        asked,
        containers,
        pairs,
        cone);
  }

  /** The functions whose outcomes depend on where the arguments of this one may go. */
  Set<FunctionId> asking(String name) {
    return asking.getOrDefault(name, HashTreePSet.empty());
  }

  /** This state in which the outcome of a function depends on the arguments of these. */
  WorldState asking(FunctionId id, Set<String> names) {
    Set<String> before = asked.getOrDefault(id, Set.of());
    if (before.equals(names)) {
      return this;
    }
    PMap<String, PSet<FunctionId>> now = asking;
    for (String name : before) {
      if (!names.contains(name)) {
        PSet<FunctionId> fewer = now.getOrDefault(name, HashTreePSet.empty()).minus(id);
        now = fewer.isEmpty() ? now.minus(name) : now.plus(name, fewer);
      }
    }
    for (String name : names) {
      if (!before.contains(name)) {
        now = now.plus(name, now.getOrDefault(name, HashTreePSet.empty()).plus(id));
      }
    }
    return new WorldState(
        outcomes,
        loud,
        entries,
        now,
        names.isEmpty() ? asked.minus(id) : asked.plus(id, Set.copyOf(names)),
        containers,
        pairs,
        cone);
  }

  /** What this state knows of these functions, which call no others. */
  WorldState within(Map<FunctionId, List<FunctionId>> other) {
    WorldState within = this;
    for (FunctionId id : outcomes.keySet()) {
      if (!other.containsKey(id)) {
        within = within.with(id, Optional.empty()).asking(id, Set.of());
      }
    }
    return new WorldState(
        within.outcomes,
        within.loud,
        within.entries,
        within.asking,
        within.asked,
        containers,
        pairs,
        other);
  }

  private static int loudness(Optional<Outcome> outcome) {
    return outcome.isPresent() && outcome.get().isLoud() ? 1 : 0;
  }

  /** This state with the containers of all functions. Their order depends on the tree alone. */
  WorldState withContainers() {
    Map<FunctionId, List<Ledger.Entry.Container>> sorted = new TreeMap<>(FunctionId.ORDER);
    entries.forEach((id, list) -> {
      for (Ledger.Entry entry : list) {
        if (entry instanceof Ledger.Entry.Container container) {
          sorted.computeIfAbsent(id, _ -> new ArrayList<>()).add(container);
        }
      }
    });
    List<Ledger.Entry.Container> joined =
        sorted.values().stream().flatMap(List::stream).distinct().toList();
    return joined.equals(containers) ? this : joined(joined, pairs);
  }

  /** This state in which this does not fit together. */
  WorldState with(Pairs other) {
    return joined(containers, other);
  }

  private WorldState joined(List<Ledger.Entry.Container> containers, Pairs pairs) {
    return new WorldState(outcomes, loud, entries, asking, asked, containers, pairs, cone);
  }

  /** What does not fit together, by the function that is to be told. */
  Map<FunctionId, List<Ledger.Fault>> faults() {
    return pairs.faults();
  }

  /** What one function contributes to the ledger. */
  List<Ledger.Entry> contribution(FunctionId id) {
    return entries.getOrDefault(id, List.of());
  }

  /** What a function did beyond a bound is not known. */
  boolean isBounded(FunctionId id) {
    Outcome outcome = outcomes.get(id);
    return outcome != null && outcome.result().bounded();
  }

  /** The ledger as far as it concerns one function. */
  Ledger ledger(FunctionId id) {
    return new Ledger(containers, faults().getOrDefault(id, List.of()));
  }

  /** The functions whose findings are others, or may be, since the ledger is not what it was. */
  Set<FunctionId> concerned(WorldState before) {
    Set<FunctionId> concerned = new HashSet<>();
    if (!containers.equals(before.containers)) {
      concerned.addAll(candidates());
    }
    if (!faults().equals(before.faults())) {
      for (Map<FunctionId, List<Ledger.Fault>> one : List.of(faults(), before.faults())) {
        one.keySet().stream()
            .filter(id -> !Objects.equals(faults().get(id), before.faults().get(id)))
            .forEach(concerned::add);
      }
    }
    return concerned;
  }

  private List<FunctionId> candidates() {
    List<FunctionId> candidates = new ArrayList<>();
    outcomes.forEach((id, outcome) -> {
      if (!outcome.result().findings().isEmpty()) {
        candidates.add(id);
      }
    });
    return candidates;
  }
}
