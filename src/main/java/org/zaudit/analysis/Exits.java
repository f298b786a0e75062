package org.zaudit.analysis;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.zaudit.analysis.Holding.Key;
import org.zaudit.source.Condition;
import org.zaudit.source.Span;

/**
 * Judges the states at the exit of a function: what is forgotten is reported, what the caller gets
 * becomes the summary.
 */
final class Exits {
  private final String rule;
  private final Condition configuration;
  private final Span end;
  private final String function;
  private final Answer answer;
  private final Promised promised;
  private final Reachability reachability;
  private final Reports reports;
  private final Doubts doubts;
  private final Contribution contribution;
  private final Containers containers;
  private final Disagreements disagreements;
  private final Failures failures;

  Exits(
      String function,
      Answer answer,
      Promised promised,
      Reachability reachability,
      Reports reports,
      Doubts doubts,
      Predicate<Symbol.Argument> givesAway,
      Set<Integer> untyped,
      Contribution contribution,
      String rule,
      Condition configuration,
      Span end) {
    this.rule = rule;
    this.configuration = configuration;
    this.end = end;
    this.function = function;
    this.answer = answer;
    this.promised = promised;
    this.reachability = reachability;
    this.reports = reports;
    this.doubts = doubts;
    this.contribution = contribution;
    this.containers = new Containers(reports, contribution);
    this.disagreements =
        new Disagreements(
            function,
            answer == Answer.NUMBER || answer == Answer.COUNT,
            promised,
            reachability,
            givesAway,
            untyped,
            doubts,
            reports);
    this.failures = new Failures(answer == Answer.NUMBER, doubts, contribution, reports);
  }

  /**
   * One way out.
   *
   * @param forgotten what is reported as lost here, so that nobody is told to look after it
   */
  record Exit(State state, Span at, Range result, Set<Key> forgotten) {}

  /**
   * @param unwound what is held there is lost, and no caller hears of it
   */
  List<Summary.Case> judge(List<State> states, List<References.Unwound> unwound) {
    List<Exit> exits =
        states.stream()
            .map(s ->
                new Exit(
                    s,
                    s.returned.isPresent() || s.trail.event().kind() == Event.Kind.RETURN
                        ? s.trail.event().at()
                        : end,
                    s.returned.map(s::range).orElse(Range.ANY),
                    new HashSet<>()))
            .sorted(Comparator.comparingInt((Exit e) -> e.at().start()))
            .toList();
    Settlement settled = Settlement.of(exits, reachability, answer == Answer.NUMBER);
    for (Exit exit : exits) {
      keptUnderOwnName(exit);
      leaks(exit, settled, Confidence.POSSIBLE);
      leftByFailure(exit);
      goneWithItsHolder(exit);
      containers.judge(exit, exits);
      contribution.leave(exit.state(), reports::resource);
    }
    for (References.Unwound end : unwound) {
      Exit exit = new Exit(end.state(), end.at(), Range.ANY, new HashSet<>());
      // Whoever may have got it is there to clean up after the jump.
      leaks(exit, settled, Confidence.LIKELY);
    }
    contribution.finish();
    disagreements.judge(exits);
    failures.judge(exits, settled);
    exits.forEach(this::leaveToOwners);
    return new CaseWriter(rule, configuration, reachability, answer == Answer.POINTER).cases(exits);
  }

  /** Whoever has the memory in which something was set up looks after it. */
  private void leaveToOwners(Exit exit) {
    exit.state()
        .holdings
        .entrySet()
        .removeIf(e ->
            e.getValue().net() > 0
                && !e.getValue().owned()
                && reports.resource(e.getKey()).inPlace());
  }

  private void keptUnderOwnName(Exit exit) {
    if (doubts.isEndOfProgram()) {
      return;
    }
    State state = exit.state();
    state.holdings.forEach((key, held) -> {
      if (held.net() > 0
          && held.owned()
          && held.isUnder(function)
          && state.namesOf(key.object()).stream().anyMatch(Exits::isMemberOfTheCallers)) {
        reports.keptUnderOwnName(state, key, held, exit.at());
      }
    });
  }

  /** No element of an array: there the loop that gives them all back may have missed this one. */
  private static boolean isMemberOfTheCallers(Location name) {
    return name.visibleToCaller()
        && name.steps().stream().allMatch(Location.Field.class::isInstance);
  }

  private void leaks(Exit exit, Settlement settled, Confidence least) {
    State state = exit.state();
    for (Map.Entry<Key, Holding> e : state.holdings.entrySet()) {
      Holding held = e.getValue();
      Symbol object = e.getKey().object();
      if (held.net() <= 0
          || !held.owned()
          || promised.covers(e.getKey().rule(), exit.result())
          || object.visibleToCaller()
          || reachability.isFound(state, object)
          || slotsGivenUp(state, object)) {
        continue;
      }
      Confidence confidence = held.atMost(doubts.confidence(state, e.getKey(), held, settled));
      if (confidence.compareTo(least) >= 0) {
        reports.leak(
            state,
            e.getKey(),
            held,
            exit.at(),
            confidence,
            settled.isElsewhere(held) ? ", though another path does" : "");
      }
    }
  }

  /** In a variable of a caller who by the contract has nothing there. */
  private void leftByFailure(Exit exit) {
    State state = exit.state();
    state.holdings.forEach((key, held) -> {
      if (held.net() > 0
          && held.owned()
          && !held.isShared()
          && !isGivenBackOtherwise(state, key)
          && state.namesOf(key.object()).stream()
              .anyMatch(name -> promised.isEmptyAfter(name, exit.result()))) {
        reports.leak(
            state,
            key,
            held,
            exit.at(),
            Confidence.LIKELY,
            ", and the caller is told that there is nothing");
        exit.forgotten().add(key);
      }
    });
  }

  /** Of an object that one holds in one way or another, the release for the other says enough. */
  private static boolean isGivenBackOtherwise(State state, Key key) {
    return state.holdings.entrySet().stream()
        .anyMatch(
            e -> e.getKey().object().equals(key.object()) && e.getValue().release().happened());
  }

  /**
   * Set up here in memory of the caller, which is freed here too; or taken on what this function
   * had found, and let go of.
   */
  private void goneWithItsHolder(Exit exit) {
    State state = exit.state();
    state.holdings.forEach((key, held) -> {
      if (held.net() > 0
          && !held.owned()
          && !held.isShared()
          && contribution.isOwnAct(held.acquire())
          && isLetGo(state, key)
          && !reachability.isFound(state, key.object())) {
        reports.leak(state, key, held, exit.at(), Confidence.LIKELY, " before the other one is");
      }
      if (held.net() > 0
          && !held.owned()
          && !held.isShared()
          && contribution.isOwnAct(held.acquire())
          && reports.resource(key).inPlace()
          && key.object() instanceof Symbol.Address(Location place)
          && place.base() instanceof Location.Pointee(Symbol holder)
          && isFreed(state, holder.object())) {
        reports.leak(state, key, held, exit.at(), Confidence.LIKELY, " before the memory is freed");
      }
    });
  }

  /** This function took it in another way, too, and gave that back. */
  private boolean isLetGo(State state, Key key) {
    return state.holdings.entrySet().stream()
        .anyMatch(e ->
            e.getKey().object().equals(key.object())
                && !e.getKey().resource().equals(key.resource())
                && e.getValue().owned()
                && e.getValue().net() <= 0
                && contribution.isOwnAct(e.getValue().release()));
  }

  private boolean isFreed(State state, Symbol holder) {
    return state.holdings.entrySet().stream()
        .anyMatch(e ->
            e.getKey().object().equals(holder)
                && e.getValue().net() < 0
                && reports.resource(e.getKey()).heap()
                && contribution.isOwnAct(e.getValue().release()));
  }

  /** Stored only in slots of an array whose elements this function gave back. */
  private static boolean slotsGivenUp(State state, Symbol object) {
    return state.namesOf(object).stream()
        .anyMatch(l ->
            state.segments.stream()
                .anyMatch(s -> s.way() == Segment.Way.RELEASED && s.array().equals(l.array())));
  }
}
