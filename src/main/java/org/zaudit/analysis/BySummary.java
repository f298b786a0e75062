package org.zaudit.analysis;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.zaudit.analysis.Evaluator.Valued;
import org.zaudit.analysis.Symbol.Made;
import org.zaudit.source.Condition;

/** What summaries say that a call does. */
final class BySummary {
  private final Condition configuration;
  private final References references;
  private final OutParameters outParameters;

  /** Worked out once for each case: all states that come to a call ask for the same. */
  private final IdentityHashMap<Summary.Case, Set<Symbol>> perhapsGivenBack =
      new IdentityHashMap<>();

  /**
   * @param configuration of the caller
   */
  BySummary(Condition configuration, References references, OutParameters outParameters) {
    this.configuration = configuration;
    this.references = references;
    this.outParameters = outParameters;
  }

  /** The outcomes of a call that may be one of any of these. */
  List<Valued> call(Site site, List<Environment.Callee> callees, State state) {
    Condition here = configuration.and(state.condition);
    List<Environment.Callee> possible =
        callees.stream().filter(c -> !c.condition().excludes(here)).toList();
    return callAny(site, possible.isEmpty() ? callees : possible, state, here);
  }

  private List<Valued> callAny(
      Site site, List<Environment.Callee> callees, State state, Condition here) {
    // Callees are analysed in some of their configurations only: all may be others than this.
    boolean known =
        callees.stream()
            .flatMap(c -> c.summary().cases().stream())
            .anyMatch(option -> !option.condition().excludes(here));
    List<Valued> outcomes = new ArrayList<>();
    for (Environment.Callee callee : callees) {
      if (callee.summary().returns() && callee.summary().cases().isEmpty()) {
        State after = state.copy();
        outParameters.filled(site, after);
        outcomes.add(new Valued(after, site.made(after, 0)));
      }
      for (Summary.Case option : callee.summary().cases()) {
        if (!option.condition().excludes(known ? here : configuration)
            && outcomes.size() < Bounds.CALL_OUTCOMES
            && isPossible(option, site, state)) {
          State after = state.copy();
          if (known && !option.condition().isAlways()) {
            after.condition = after.condition.and(option.condition());
          }
          if (callee.summary().onlyCaptures()) {
            site.arguments()
                .forEach(given -> references.sharing().share(after, given, site.callee()));
          }
          Set<Symbol> perhaps =
              perhapsGivenBack.computeIfAbsent(option, callee.summary()::givenBackPerhaps);
          new Instance(site, after, perhaps).outcome(option).ifPresent(outcomes::add);
        }
      }
    }
    return outcomes;
  }

  /** False when the state rules the case out at first sight: most that are can be seen so. */
  private static boolean isPossible(Summary.Case option, Site site, State state) {
    return option.guards().entrySet().stream()
        .filter(guard -> guard.getKey().visibleToCaller())
        .noneMatch(guard ->
            state
                .range(guard.getKey().rewrite(s -> given(s, site, state)))
                .intersect(guard.getValue())
                .isEmpty());
  }

  /** What the caller calls something that was there before the call. */
  private static Symbol given(Symbol s, Site site, State state) {
    return switch (s) {
      case Symbol.Argument(int index, String name, _) ->
          index < site.arguments().size() ? site.arguments().get(index) : new Symbol.Named(name);
      case Symbol.Content(Location l) -> state.read(l);
      default -> s;
    };
  }

  /** One case of a summary, in the terms of a caller's state. */
  private final class Instance {
    private final Site site;
    private final State state;
    private final Set<Symbol> perhaps;
    private final Map<Symbol, Symbol> made = new LinkedHashMap<>();

    /**
     * @param perhaps what the callee gives back in this case and not in another that looks the same
     */
    Instance(Site site, State state, Set<Symbol> perhaps) {
      this.site = site;
      this.state = state;
      this.perhaps = perhaps;
    }

    Optional<Valued> outcome(Summary.Case option) {
      for (Map.Entry<Symbol, Range> guard : option.guards().entrySet()) {
        if (!state.assume(here(guard.getKey()), guard.getValue())) {
          return Optional.empty();
        }
      }
      Symbol result = option.returned().map(this::here).orElseGet(() -> site.made(state, 0));
      if (!state.assume(result, option.result())) {
        return Optional.empty();
      }
      if (option.bounded()) {
        state.past = state.past.meetsUnknown();
      }
      if (option.changes().isEmpty() && option.stores().isEmpty()) {
        if (option.bounded()) {
          outParameters.filled(site, state);
        } else {
          outParameters.filledWhereUnset(site, state);
        }
      }
      List<Summary.Change> changes = option.changes().stream().map(this::here).toList();
      List<Summary.Store> stores =
          option.stores().stream()
              .map(s -> new Summary.Store(s.location().rewrite(this::replace), here(s.value())))
              .toList();
      for (int i = 0; i < changes.size(); i++) {
        Summary.Change told = option.changes().get(i);
        boolean inside = told.isInside() || told.isInsideArgument() && changes.get(i).isInside();
        if (told instanceof Summary.Change.Count(Symbol object, _, _, _, _, _, _)
            && perhaps.contains(object)) {
          if (references.isOwned(state, here(object))) {
            // Who keeps count looks after it.
            references.sharing().shareToKeep(state, here(object), site.callee());
            continue;
          }
          inside = true;
        }
        perform(changes.get(i), inside, o -> lodged(o, result, stores));
      }
      for (int i = 0; i < stores.size(); i++) {
        if (option.stores().get(i).value() instanceof Symbol.Merged(int node, _)
            && Summary.mayStay(node)) {
          references
              .sharing()
              .shareToKeep(state, state.read(stores.get(i).location()), site.callee());
        }
      }
      // Whoever took what a place held took it before something else was put there.
      for (Symbol object : option.captured()) {
        references.sharing().handOver(state, here(object), Optional.empty());
      }
      for (Symbol object : option.handedOn()) {
        references.sharing().handOn(state, here(object), site.callee());
      }
      // What was read is put elsewhere before something else takes its place: a list is pushed to.
      for (boolean isRead : List.of(true, false)) {
        for (int i = 0; i < stores.size(); i++) {
          if (option.stores().get(i).value() instanceof Symbol.Content == isRead) {
            store(stores.get(i));
          }
        }
      }
      changes.forEach(c -> references.nameAfterCall(state, c));
      return Optional.of(new Valued(state, result));
    }

    private void store(Summary.Store store) {
      if (store.location().base() instanceof Location.Pointee(Symbol holder)
          && made.containsValue(holder)
          && !references.isHeld(state, holder)) {
        // Whoever got that new object looks after what is in it.
        references.sharing().handOver(state, store.value(), Optional.empty());
      } else {
        replaces(store);
        references.assign(
            state,
            store.location(),
            store.value(),
            site.span(),
            () -> references.text(store.location()));
      }
    }

    /** The callee may have done something with what a place held before it stored there. */
    private void replaces(Summary.Store store) {
      Symbol before = state.read(store.location());
      if (store.value() instanceof Symbol.Made && !references.isHeld(state, store.value())) {
        // Of what it puts there nothing is known, so neither of what it did with what was there.
        references.sharing().share(state, before, site.callee());
      }
      if (isHandedOn(store.location()) && references.isHeld(state, before)) {
        // Who is handed a variable that may be filled already looks whether it is.
        references.sharing().handOver(state, before, Optional.empty());
      }
    }

    /** What the callee neither returns nor leaves in a variable of the caller, or of its caller. */
    private static boolean lodged(Symbol object, Symbol result, List<Summary.Store> stores) {
      return !object.equals(result)
          && stores.stream()
              .filter(s -> s.value().equals(object))
              .map(Summary.Store::location)
              .noneMatch(place -> place.base() instanceof Location.Local || isHandedOn(place));
    }

    /** A variable of our caller's, of which we were given the address. */
    private static boolean isHandedOn(Location place) {
      return place.steps().isEmpty() && place.base() instanceof Location.Pointee(Symbol.Argument _);
    }

    private Symbol here(Symbol calleeSymbol) {
      return calleeSymbol.rewrite(this::replace);
    }

    private Symbol replace(Symbol s) {
      return switch (s) {
        case Made(int number, int ordinal) when number < 0 ->
            made.computeIfAbsent(s, _ -> site.made(state, 1 + ordinal));
        case Symbol.Merged(int number, Location l)
            when number == Summary.STAYS_OR_NULL && state.range(state.read(l)).isExactly(0) ->
            Symbol.Constant.ZERO;
        case Symbol.Merged(int number, Location l)
            when Summary.mayStay(number)
                && l.visibleToCaller()
                && state.read(l).equals(new Symbol.Content(l)) ->
            s;
        case Symbol.Merged(int number, _) when number < 0 ->
            made.computeIfAbsent(s, _ -> site.made(state, Sites.ORDINALS + made.size()));
        default -> given(s, site, state);
      };
    }

    private Summary.Change here(Summary.Change change) {
      return switch (change) {
        case Summary.Change.Count c -> {
          Map<String, Symbol> match = new LinkedHashMap<>();
          c.match().forEach((k, v) -> match.put(k, here(v)));
          yield new Summary.Change.Count(
              here(c.object()), c.rule(), c.resource(), c.kind(), c.by(), match, c.callee());
        }
        case Summary.Change.Run r ->
            new Summary.Change.Run(
                r.array().rewrite(this::replace),
                here(r.from()),
                here(r.to()),
                r.rule(),
                r.resource(),
                r.kind(),
                r.acquired(),
                r.all(),
                r.callee());
        case Summary.Change.Ended(Location array) ->
            new Summary.Change.Ended(array.rewrite(this::replace));
      };
    }

    private void perform(Summary.Change change, boolean inside, Predicate<Symbol> lodged) {
      switch (change) {
        case Summary.Change.Count(
                Symbol object,
                String rule,
                String resource,
                String kind,
                int by,
                Map<String, Symbol> match,
                String callee) -> {
          References.Subject subject = new References.Subject(rule, resource, kind, match);
          if (state.range(object).isExactly(0)
              || by < 0 && references.sharing().isTornDownAgain(state, object, subject, callee)) {
            return;
          }
          boolean isNew = made.containsValue(object);
          if (by > 0) {
            if (isNew) {
              // What was acquired is something.
              state.assume(object, Range.NON_ZERO);
            }
            boolean outOfSight = isNew ? lodged.test(object) : inside;
            Holding.Act act = outOfSight ? site.act().inside() : site.act();
            for (int i = 0; i < by; i++) {
              references.acquire(state, object, subject, act, isNew);
            }
          } else if (by == 0) {
            // Of a member of what the caller was handed, another member may say what is there.
            if (!lodged.test(object)) {
              references.cameAndWent(state, object, subject, site.act());
            }
          } else {
            // Who ends an object sees to what lies in it first, perhaps.
            references.sharing().shareContents(state, object, site.callee());
            references.release(
                state, object, subject, -by, inside ? site.act().inside() : site.act());
          }
        }
        case Summary.Change.Run(
                Location array,
                Symbol from,
                Symbol to,
                String rule,
                String resource,
                String kind,
                boolean acquired,
                boolean all,
                String callee) -> {
          if (!acquired && references.sharing().isTornDownAgain(state, array, callee)) {
            return;
          }
          Location first = array.at(from);
          References.Subject subject = new References.Subject(rule, resource, kind, Map.of());
          Symbol count = Arithmetic.apply("-", to, from);
          if (acquired) {
            references.arrays().acquire(state, first, count, subject, site.act());
          } else {
            references.arrays().release(state, first, count, subject, all, site.inherited());
          }
        }
        case Summary.Change.Ended(Location array) -> references.endedAt(state, array);
      }
    }
  }
}
