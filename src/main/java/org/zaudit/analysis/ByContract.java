package org.zaudit.analysis;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.zaudit.analysis.Evaluator.Valued;
import org.zaudit.rules.Contract;
import org.zaudit.rules.Effect;
import org.zaudit.rules.Place;
import org.zaudit.rules.Term;
import org.zaudit.rules.Test;
import org.zaudit.syntax.Expression;

/** What contracts say that a call does. */
final class ByContract {
  private final ContractTerms terms;
  private final ContractResults results;
  private final References references;
  private final OutParameters outParameters;

  /**
   * @param function the caller
   */
  ByContract(
      String function,
      NamedConstants constants,
      References references,
      OutParameters outParameters) {
    this.terms = new ContractTerms(function, constants);
    this.results = new ContractResults(terms, references, outParameters);
    this.references = references;
    this.outParameters = outParameters;
  }

  /** The outcomes of a call for which all of these hold. */
  List<Valued> call(Site site, List<Contract> contracts, State state) {
    List<Valued> outcomes = results.of(site, contracts, state);
    for (Contract contract : contracts) {
      List<Valued> next = new ArrayList<>();
      for (Valued outcome : outcomes) {
        apply(site, contract, outcome.value(), outcome.state())
            .forEach(s -> next.add(new Valued(s, outcome.value())));
      }
      outcomes = next;
    }
    return outcomes;
  }

  /**
   * The states after a contract: guards choose whether it counts, each test on the result parts the
   * paths.
   */
  private List<State> apply(Site site, Contract contract, Symbol result, State state) {
    if (contract.effects().isEmpty()) {
      return List.of(state);
    }
    List<State> done = new ArrayList<>();
    ContractTerms.Split guarded = terms.guarded(site, contract.guards(), result, state);
    done.addAll(guarded.fails());
    if (guarded.holds().isEmpty()) {
      return done;
    }
    Set<List<Test>> tests = new LinkedHashSet<>();
    contract.effects().forEach(e -> tests.add(e.on()));
    List<State> states = List.of(guarded.holds().get());
    for (List<Test> on : tests) {
      List<State> next = new ArrayList<>();
      for (State s : states) {
        ContractTerms.Split split = terms.split(site, on, result, s);
        if (split.holds().isEmpty() || !isSureToSucceed(site, contract, on)) {
          next.addAll(split.fails());
        }
        split
            .holds()
            .ifPresent(holds -> {
              boolean possible = true;
              int ordinal = 1;
              for (Effect effect : contract.effects()) {
                if (effect.on().equals(on)) {
                  possible &= apply(site, contract.rule(), effect, result, holds, ordinal);
                }
                ordinal++;
              }
              if (possible) {
                moveContents(site, contract, result, holds);
                next.add(holds);
              }
            });
      }
      states = next;
    }
    done.addAll(states);
    return done;
  }

  /**
   * Who tries and does not look whether it could be done knows that it can: a lock that is new, an
   * object that somebody holds.
   */
  private static boolean isSureToSucceed(Site site, Contract contract, List<Test> on) {
    return site.evaluator().isUnread(site.call())
        && !on.isEmpty()
        && contract.effects().stream()
            .anyMatch(effect ->
                effect.verb() == Effect.Verb.ACQUIRE
                    && effect.on().equals(on)
                    && !(effect.place() instanceof Place.Single(Term.Returned _)));
  }

  /**
   * What gives back memory and gives other memory for it copies what lies in it ({@code realloc}).
   */
  private void moveContents(Site site, Contract contract, Symbol result, State state) {
    Map<String, Term> given = new HashMap<>();
    for (Effect effect : contract.effects()) {
      if (effect.verb() == Effect.Verb.CONSUME
          && effect.place() instanceof Place.Single(Term.Parameter parameter)
          && parameter.index() < site.arguments().size()) {
        given.put(effect.resource(), parameter);
      }
    }
    for (Effect effect : contract.effects()) {
      Term from = given.get(effect.resource());
      if (from != null
          && effect.verb() == Effect.Verb.ACQUIRE
          && effect.place() instanceof Place.Single(Term.Returned _)
          && !state.range(result).isExactly(0)) {
        state.moveContents(terms.value(site, result, from, state), result);
      }
    }
  }

  /** False when the effect cannot happen in this state. */
  private boolean apply(
      Site site, String rule, Effect effect, Symbol result, State state, int ordinal) {
    References.Subject subject =
        new References.Subject(
            rule, effect.resource(), effect.kind(), terms.match(site, effect, result, state));
    return switch (effect.place()) {
      case Place.Single(Term term) -> single(site, effect, term, subject, result, state, ordinal);
      case Place.Segment(Term array, Term from, Term to) -> {
        Location first =
            Location.pointee(terms.value(site, result, array, state))
                .at(terms.value(site, result, from, state));
        Symbol count =
            Arithmetic.apply(
                "-", terms.value(site, result, to, state), terms.value(site, result, from, state));
        run(site, effect, subject, first, count, state);
        yield true;
      }
    };
  }

  private void run(
      Site site,
      Effect effect,
      References.Subject subject,
      Location first,
      Symbol count,
      State state) {
    switch (effect.verb()) {
      case ACQUIRE -> references.arrays().acquire(state, first, count, subject, site.act());
      case RELEASE, CONSUME, END, CAPTURE ->
          references.arrays().release(state, first, count, subject, true, site.act());
      case BORROW, MOVE, CLEAR, FILL -> {}
    }
  }

  private boolean single(
      Site site,
      Effect effect,
      Term term,
      References.Subject subject,
      Symbol result,
      State state,
      int ordinal) {
    if (effect.verb() == Effect.Verb.ACQUIRE) {
      return acquire(site, effect, term, subject, result, state, ordinal);
    }
    if (!ContractTerms.present(site, term)) {
      return true;
    }
    Symbol object = terms.value(site, result, term, state);
    if (!references.concerns(state, object, effect.storedIn())) {
      return true;
    }
    switch (effect.verb()) {
      case RELEASE -> {
        if (new Symbol.Text(terms.function()).equals(subject.match().get("tag"))) {
          references.releaseUnderOwnName(state, object, subject, site.act());
        }
        if (!effect.acceptsNull()) {
          references.releaseOfNull(state, object, text(site, term), subject, site.act());
        }
        references.release(state, object, subject, 1, site.act());
        references.ended(state, object);
      }
      case CONSUME -> references.release(state, object, subject, 1, site.act());
      case CAPTURE -> references.sharing().handOver(state, object, Optional.of(subject));
      case MOVE -> references.move(state, object, subject, effect.from(), site.act());
      case END -> references.ended(state, object);
      case CLEAR -> {
        Location place = terms.location(site, result, term, state);
        references.assign(
            state, place, Symbol.Constant.ZERO, site.span(), () -> references.text(place));
      }
      case FILL -> {
        Location place = terms.location(site, result, term, state);
        Symbol filled = site.made(state, ordinal);
        if (state.read(place).equals(result)) {
          // The caller has it from the call.
          state.memory.put(place, filled);
        } else {
          references.assign(state, place, filled, site.span(), () -> references.text(place));
        }
      }
      case BORROW -> {
        references.passOn(state, object, site.span());
        // What is lent may be written to.
        outParameters.filled(site, state);
      }
      case ACQUIRE -> {}
    }
    return true;
  }

  /** Something comes to be. False when it cannot. */
  private boolean acquire(
      Site site,
      Effect effect,
      Term term,
      References.Subject subject,
      Symbol result,
      State state,
      int ordinal) {
    switch (term) {
      case Term.Dereference(Term.Parameter p) when p.index() < site.arguments().size() -> {
        Location target = Location.pointee(site.arguments().get(p.index()));
        Symbol made = site.made(state, ordinal);
        if (Evaluator.isNowhere(state, target) || !state.assume(made, Range.NON_ZERO)) {
          return false;
        }
        references.acquireInto(
            state,
            target,
            made,
            subject,
            site.act(),
            ExpressionText.of(pointedTo(site.call().arguments().get(p.index()))));
        return true;
      }
      case Term.Returned() -> {
        if (!state.assume(result, Range.NON_ZERO)) {
          return false;
        }
        if (effect.storedIn().isEmpty()) {
          references.acquire(state, result, subject, site.act(), true);
        } else {
          references.acquireWhenStored(state, result, subject, site.act(), effect.storedIn());
        }
        return true;
      }
      default -> {
        if (ContractTerms.present(site, term)) {
          Symbol object = terms.value(site, result, term, state);
          if (!state.range(object).isExactly(0)
              && references.concerns(state, object, effect.storedIn())) {
            references.acquire(state, object, subject, site.act(), false);
          }
        }
        return true;
      }
    }
  }

  /** As it stands in the call. */
  private static String text(Site site, Term term) {
    return term instanceof Term.Parameter(int index, String name)
        ? index < site.arguments().size()
            ? ExpressionText.of(site.call().arguments().get(index))
            : name
        : site.callee();
  }

  private static Expression pointedTo(Expression argument) {
    return switch (argument) {
      case Expression.Unary(_, var operator, Expression operand)
          when operator == Expression.UnaryOperator.ADDRESS ->
          operand;
      case Expression.Cast(_, _, Expression operand) -> pointedTo(operand);
      default ->
          new Expression.Unary(argument.span(), Expression.UnaryOperator.DEREFERENCE, argument);
    };
  }
}
