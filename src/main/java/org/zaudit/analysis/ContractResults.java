package org.zaudit.analysis;

import java.util.ArrayList;
import java.util.List;
import org.zaudit.analysis.Evaluator.Valued;
import org.zaudit.analysis.Symbol.Constant;
import org.zaudit.rules.Contract;
import org.zaudit.rules.Term;
import org.zaudit.rules.Test;
import org.zaudit.syntax.Expression;

/** What contracts say of the value of a call. */
final class ContractResults {
  private final ContractTerms terms;
  private final References references;
  private final OutParameters outParameters;

  ContractResults(ContractTerms terms, References references, OutParameters outParameters) {
    this.terms = terms;
    this.references = references;
    this.outParameters = outParameters;
  }

  /** The values, each with the state in which it is the value. */
  List<Valued> of(Site site, List<Contract> contracts, State state) {
    List<Valued> values = values(site, contracts, state);
    for (Contract contract : contracts) {
      if (contract.result() instanceof Contract.Result.New(boolean zeroed)) {
        values.forEach(v -> v.state().allocations.allocates(v.value(), zeroed));
      }
    }
    return values;
  }

  private List<Valued> values(Site site, List<Contract> contracts, State state) {
    for (Contract contract : contracts) {
      // What is said of the result of one case of a function is no fact of the others.
      if (!contract.guards().isEmpty()
          && !terms
              .split(site, contract.guards(), Symbol.Constant.ZERO, state.copy())
              .fails()
              .isEmpty()) {
        continue;
      }
      switch (contract.result()) {
        case Contract.Result.Any(), Contract.Result.New _ -> {}
        case Contract.Result.Plain() -> outParameters.overwritten(site, state);
        case Contract.Result.NonNull() -> {
          Symbol made = site.made(state, 0);
          return state.assume(made, Range.NON_ZERO) ? List.of(new Valued(state, made)) : List.of();
        }
        case Contract.Result.NoReturn(boolean unwinds) -> {
          if (unwinds) {
            references.unwinds(state, site.span());
          }
          return List.of();
        }
        case Contract.Result.Same(Term term) -> {
          return List.of(new Valued(state, terms.value(site, Symbol.Constant.ZERO, term, state)));
        }
        case Contract.Result.Truth(List<Test> tests) -> {
          ContractTerms.Split split = terms.split(site, tests, Symbol.Constant.ZERO, state);
          List<Valued> both = new ArrayList<>();
          split.holds().ifPresent(s -> both.add(new Valued(s, Symbol.Constant.ONE)));
          split.fails().forEach(s -> both.add(new Valued(s, Symbol.Constant.ZERO)));
          return both;
        }
        case Contract.Result.Asserts(List<Test> tests) -> {
          Symbol result = site.made(state, 0);
          return terms
              .split(site, tests, result, state)
              .holds()
              .map(s -> List.of(new Valued(s, result)))
              .orElse(List.of());
        }
        case Contract.Result.AssertsTrue() -> {
          return site.arguments().isEmpty()
              ? List.of(new Valued(state, Symbol.Constant.ZERO))
              : asserted(state, site.arguments().getFirst(), true);
        }
        case Contract.Result.AssertsZero() -> {
          return site.arguments().isEmpty()
              ? List.of(new Valued(state, Symbol.Constant.ZERO))
              : asserted(state, site.arguments().getFirst(), false);
        }
        case Contract.Result.AssertsOperator() -> {
          return assertedOperator(site, state);
        }
        case Contract.Result.AssertsImplication(), Contract.Result.AssertsEquivalence() -> {}
      }
    }
    return List.of(new Valued(state, site.made(state, 0)));
  }

  private static List<Valued> assertedOperator(Site site, State state) {
    List<Expression> written = site.call().arguments();
    if (written.size() >= 3
        && written.get(1) instanceof Expression.OperatorArgument(_, String operator)
        && Reasoning.isComparison(operator)) {
      Symbol left = site.arguments().get(0);
      Symbol right = site.arguments().get(2);
      List<Valued> held = asserted(state, Arithmetic.apply(operator, left, right), true);
      if (operator.equals("==") && right instanceof Symbol.Made && left instanceof Symbol.Made) {
        // What the call gave is what another gave before: it goes by that name.
        held.forEach(v -> v.state().rewrite(s -> s.equals(right) ? left : s));
      }
      return held;
    }
    return List.of(new Valued(state, Symbol.Constant.ZERO));
  }

  /**
   * No execution goes on where an assertion fails. Memory that other code writes too (the owner of
   * a lock) may hold another value by now: which of two unknown values it holds excludes nothing.
   */
  private static List<Valued> asserted(State state, Symbol claim, boolean truth) {
    State before = state.copy();
    if (state.assumeTruth(claim, truth)) {
      return List.of(new Valued(state, Symbol.Constant.ZERO));
    }
    return isOfTwoValues(claim) ? List.of(new Valued(before, Symbol.Constant.ZERO)) : List.of();
  }

  private static boolean isOfTwoValues(Symbol claim) {
    return claim instanceof Symbol.Operation(String op, Symbol a, Symbol b)
        && Reasoning.isComparison(op)
        && !(a instanceof Constant)
        && !(b instanceof Constant)
        && (isShared(a) || isShared(b));
  }

  /** Read from memory that is no variable of this function. */
  private static boolean isShared(Symbol value) {
    return switch (value) {
      case Symbol.Content(Location l) -> l.base() instanceof Location.Pointee;
      case Symbol.Operation(String macro, Symbol a, Symbol _) ->
          Constants.looksConstant(macro) && isShared(a);
      default -> false;
    };
  }
}
