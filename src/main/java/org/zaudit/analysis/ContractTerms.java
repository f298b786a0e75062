package org.zaudit.analysis;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.zaudit.analysis.Symbol.Constant;
import org.zaudit.rules.Effect;
import org.zaudit.rules.Term;
import org.zaudit.rules.Test;

/**
 * The terms of contracts, in a call and a state.
 *
 * @param function the caller
 */
record ContractTerms(String function, NamedConstants constants) {
  /** A state parted by tests: where all hold, and where one fails. */
  record Split(Optional<State> holds, List<State> fails) {}

  /** What a release must agree on. */
  Map<String, Symbol> match(Site site, Effect effect, Symbol result, State state) {
    Map<String, Symbol> match = new LinkedHashMap<>();
    effect
        .match()
        .forEach((key, term) -> {
          if (present(site, term)) {
            match.put(key, value(site, result, term, state));
          }
        });
    return match;
  }

  /** False when the call has no such argument. */
  static boolean present(Site site, Term term) {
    return switch (term) {
      case Term.Parameter(int index, _) -> index < site.arguments().size();
      case Term.Dereference(Term t) -> present(site, t);
      case Term.Member(Term t, _, _) -> present(site, t);
      case Term.Element(Term t, Term i) -> present(site, t) && present(site, i);
      case Term.Address(Term t) -> present(site, t);
      case Term.Arithmetic(_, Term a, Term b) -> present(site, a) && present(site, b);
      case Term.Returned _, Term.Number _, Term.Constant _, Term.FunctionName _, Term.Global _ ->
          true;
    };
  }

  Symbol value(Site site, Symbol result, Term term, State state) {
    return switch (term) {
      case Term.Parameter(int index, String name) ->
          index < site.arguments().size() ? site.arguments().get(index) : new Symbol.Named(name);
      case Term.Returned() -> result;
      case Term.Number(long value) -> new Constant(value);
      case Term.Constant(String name) -> constants.value(name);
      case Term.FunctionName() -> new Symbol.Text(function);
      case Term.Global(String name) -> state.read(Location.global(name));
      case Term.Address(Term place) -> Evaluator.address(location(site, result, place, state));
      case Term.Dereference _, Term.Member _, Term.Element _ ->
          state.read(location(site, result, term, state));
      case Term.Arithmetic(String operator, Term a, Term b) ->
          arithmetic(operator, value(site, result, a, state), value(site, result, b, state), state);
    };
  }

  /** A function that a rule names is that one or another, as the call says. */
  private static Symbol compare(String operator, Symbol left, Symbol right) {
    if (right instanceof Symbol.Address(Location named)
        && left instanceof Symbol.Content(Location given)
        && named.base() instanceof Location.Global
        && given.base() instanceof Location.Global
        && given.steps().isEmpty()) {
      return Arithmetic.apply(
          operator,
          named.equals(given) ? Symbol.Constant.ZERO : Symbol.Constant.ONE,
          Symbol.Constant.ZERO);
    }
    return Arithmetic.apply(operator, left, right);
  }

  /** Flags that are known by their names only are single bits, each another one. */
  private static Symbol arithmetic(String operator, Symbol left, Symbol right, State state) {
    if (operator.equals("&") && right instanceof Symbol.Named && isOfNames(left)) {
      return left.mentions(right) && state.assume(right, Range.NON_ZERO)
          ? right
          : Symbol.Constant.ZERO;
    }
    return Arithmetic.apply(operator, left, right);
  }

  private static boolean isOfNames(Symbol flags) {
    return switch (flags) {
      case Symbol.Named _ -> true;
      case Symbol.Operation(String op, Symbol a, Symbol b) ->
          op.equals("|") && isOfNames(a) && isOfNames(b);
      default -> false;
    };
  }

  Location location(Site site, Symbol result, Term term, State state) {
    return switch (term) {
      case Term.Dereference(Term pointer) -> Location.pointee(value(site, result, pointer, state));
      case Term.Member(Term base, String field, boolean arrow) ->
          (arrow
                  ? Location.pointee(value(site, result, base, state))
                  : location(site, result, base, state))
              .field(field);
      case Term.Element(Term array, Term index) ->
          Location.pointee(value(site, result, array, state)).at(value(site, result, index, state));
      case Term.Global(String name) -> Location.global(name);
      default -> Location.pointee(value(site, result, term, state));
    };
  }

  /** Takes in the tests; the state given is changed. */
  /**
   * Whether the contract counts at all. That an argument is NULL, of which nothing says so, is no
   * way to call a function.
   */
  Split guarded(Site site, List<Test> guards, Symbol result, State state) {
    boolean needsNull =
        guards.stream()
            .anyMatch(guard ->
                guard.comparison() == Test.Comparison.EQUAL
                    && guard.left() instanceof Term.Parameter
                    && present(site, guard.left())
                    && guard.right().equals(new Term.Number(0))
                    && !state.range(value(site, result, guard.left(), state)).isExactly(0));
    return needsNull
        ? new Split(Optional.empty(), List.of(state))
        : split(site, guards, result, state);
  }

  Split split(Site site, List<Test> tests, Symbol result, State state) {
    List<State> fails = new ArrayList<>();
    State holds = state;
    for (Test test : tests) {
      if (!present(site, test.left()) || !present(site, test.right())) {
        continue;
      }
      Symbol claim =
          compare(
              test.comparison().sign(),
              value(site, result, test.left(), holds),
              value(site, result, test.right(), holds));
      Range truth = holds.range(claim);
      if (truth.isExactly(0)) {
        fails.add(holds);
        return new Split(Optional.empty(), fails);
      }
      if (!truth.containsZero()) {
        continue;
      }
      State not = holds.copy();
      if (not.assumeTruth(claim, false)) {
        fails.add(not);
      }
      if (!holds.assumeTruth(claim, true)) {
        return new Split(Optional.empty(), fails);
      }
    }
    return new Split(Optional.of(holds), fails);
  }
}
