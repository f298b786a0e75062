package org.zaudit.analysis;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;
import org.zaudit.analysis.Evaluator.Valued;
import org.zaudit.rules.Contract;
import org.zaudit.rules.Effect;
import org.zaudit.rules.Place;
import org.zaudit.rules.RuleSet;
import org.zaudit.rules.Term;
import org.zaudit.source.Condition;
import org.zaudit.syntax.Expression;

/** What calls do: by contract, else by summary, else by default (borrow). */
final class Calls {
  /** Evaluated arguments, in one of the states that their evaluation led to. */
  record Arguments(State state, List<Symbol> values) {}

  /** What a callee is called that is reached through a pointer. */
  static final String BY_POINTER = "";

  /** Noted with a callee that is known to keep what it is given, or give it back, at times. */
  static final String PERHAPS = "?";

  private final String function;
  private final Condition configuration;
  private final RuleSet rules;
  private final OneRule environment;
  private final References references;
  private final NamedConstants constants;
  private final Map<String, Boolean> excluded = new HashMap<>();
  private final Sites sites;
  private final OutParameters outParameters;
  private final ByContract byContract;
  private final BySummary bySummary;

  Calls(
      String function,
      Condition configuration,
      RuleSet rules,
      OneRule environment,
      References references,
      Sites sites) {
    this.function = function;
    this.configuration = configuration;
    this.rules = rules;
    this.environment = environment;
    this.references = references;
    this.constants = environment.constants();
    this.sites = sites;
    this.outParameters = new OutParameters(references);
    this.byContract = new ByContract(function, constants, references, outParameters);
    this.bySummary = new BySummary(configuration, references, outParameters);
  }

  /**
   * The value of a name that is no variable of this function; empty when it is a global variable.
   * What an enumerator is worth the state knows from now on; of two names of one constant it is the
   * one that has no other.
   */
  Optional<Symbol> constant(String name, State state) {
    Optional<Symbol> value = Constants.value(name, function);
    if (value.isEmpty() || !(value.get() instanceof Symbol.Named)) {
      return value;
    }
    return switch (constants.value(name)) {
      case Symbol.Constant(long n) -> {
        state.assume(value.get(), Range.exactly(n));
        yield value;
      }
      case Symbol.Named other -> Optional.of(other);
      default -> value;
    };
  }

  List<Valued> call(Evaluator evaluator, Expression.Call call, Arguments arguments) {
    String callee =
        call.callee() instanceof Expression.Name(_, String name) && !evaluator.isLocal(name)
            ? name
            : BY_POINTER;
    Site site =
        new Site(
            evaluator, call, callee, sites.of(call, evaluator.node(), callee), arguments.values());
    references.pointBack(arguments.state(), site.arguments());
    List<Contract> contracts =
        rules.contracts(callee, arguments.values().size()).stream()
            .filter(c -> environment.isIn(c.worlds()))
            .filter(c -> c.when().filter(this::isExcluded).isEmpty())
            .toList();
    boolean onlyGivesBack =
        !contracts.isEmpty()
            && contracts.stream()
                .flatMap(c -> c.effects().stream())
                .map(Effect::verb)
                .noneMatch(verb -> verb == Effect.Verb.ACQUIRE || verb == Effect.Verb.MOVE);
    if (!onlyGivesBack && site.arguments().contains(new Symbol.Text(function))) {
      arguments.state().past = arguments.state().past.givesOwnName();
    }
    if (!contracts.isEmpty()) {
      if (contracts.stream().anyMatch(Calls::isMoreThanAFact)) {
        passOn(site, arguments.state(), i -> contracts.stream().noneMatch(c -> dealsIn(c, i)));
      }
      boolean isKnownWhole =
          contracts.stream().anyMatch(c -> c.result() instanceof Contract.Result.Plain);
      if (!isKnownWhole && isGivenToKeep(site)) {
        shareToKeep(site, arguments.state(), i -> contracts.stream().noneMatch(c -> dealsIn(c, i)));
      }
      return byContract.call(site, contracts, arguments.state());
    }
    List<Environment.Callee> callees =
        callee.isEmpty()
            ? List.of()
            : environment.callees(callee).stream()
                .filter(c -> !c.condition().excludes(configuration))
                .toList();
    if (callees.isEmpty()) {
      if (!Constants.looksConstant(callee)) {
        passOn(site, arguments.state(), _ -> true);
      }
      return byDefault(site, arguments.state());
    }
    IntPredicate isLeftAlone = i -> callees.stream().noneMatch(c -> dealsIn(c.summary(), i));
    passOn(site, arguments.state(), isLeftAlone);
    List<Valued> outcomes = bySummary.call(site, callees, arguments.state());
    if (site.call().arguments().stream().anyMatch(argument -> isGlobalName(site, argument))) {
      IntPredicate isGiven = isLeftAlone.and(i -> !isOut(site.arguments().get(i)));
      outcomes.forEach(outcome -> shareToKeep(site, outcome.state(), isGiven));
    }
    return outcomes;
  }

  /** Whether that condition cannot hold in this configuration. */
  private boolean isExcluded(String condition) {
    return excluded.computeIfAbsent(condition, c -> Condition.parse(c).excludes(configuration));
  }

  /**
   * What was given back is not for others to look at.
   *
   * @param which arguments, by their number: of the others the callee gives back what it was given,
   *     which is judged by itself
   */
  private void passOn(Site site, State state, IntPredicate which) {
    for (int i = 0; i < site.arguments().size(); i++) {
      if (which.test(i)) {
        references.passOn(state, site.arguments().get(i), site.call().arguments().get(i).span());
      }
    }
  }

  /**
   * @param which arguments, by their number
   */
  private void shareToKeep(Site site, State state, IntPredicate which) {
    for (int i = 0; i < site.arguments().size(); i++) {
      if (which.test(i)) {
        references.shareToKeep(state, site.arguments().get(i), site.callee());
      }
    }
  }

  /** Where the callee puts what is new is nothing that it was given. */
  private static boolean isOut(Symbol argument) {
    return argument instanceof Symbol.Address(Location(Location.Local _, _, _));
  }

  /** False of assertions, and of calls whose value is an argument. */
  private static boolean isMoreThanAFact(Contract contract) {
    return !contract.effects().isEmpty() || contract.result() instanceof Contract.Result.Plain;
  }

  private static boolean dealsIn(Contract contract, int argument) {
    return contract.effects().stream()
        .map(effect ->
            switch (effect.place()) {
              case Place.Single(Term term) -> term;
              case Place.Segment(Term array, _, _) -> array;
            })
        .anyMatch(term -> term instanceof Term.Parameter(int index, _) && index == argument);
  }

  private static boolean dealsIn(Summary summary, int argument) {
    return summary.cases().stream()
        .flatMap(option -> option.changes().stream())
        .anyMatch(change ->
            change instanceof Summary.Change.Count count
                && count.object().object() instanceof Symbol.Argument(int index, _, _)
                && index == argument);
  }

  private List<Valued> byDefault(Site site, State state) {
    boolean isToKeep = Constants.looksConstant(site.callee()) || isGivenToKeep(site);
    for (Symbol argument : site.arguments()) {
      for (Symbol given : List.of(argument, state.read(Location.pointee(argument)))) {
        if (isToKeep) {
          references.shareToKeep(state, given, site.callee());
        } else {
          references.share(state, given, site.callee());
        }
      }
      references.given(state, argument);
    }
    outParameters.filled(site, state);
    return List.of(
        new Valued(
            state, Constants.looksConstant(site.callee()) ? derived(site) : site.made(state, 0)));
  }

  /**
   * Together with a function, which will be called with it as a rule, or with a global variable, to
   * which it is added.
   */
  private static boolean isGivenToKeep(Site site) {
    return site.call().arguments().stream().anyMatch(argument -> isGlobal(site, argument));
  }

  private static boolean isGlobalName(Site site, Expression argument) {
    return argument instanceof Expression.Name(_, String name)
        && !site.evaluator().isLocal(name)
        && !Constants.looksConstant(name);
  }

  private static boolean isGlobal(Site site, Expression argument) {
    return switch (argument) {
      case Expression.Name _ -> isGlobalName(site, argument);
      case Expression.Unary(_, var operator, Expression.Name name)
          when operator == Expression.UnaryOperator.ADDRESS ->
          isGlobal(site, name);
      default -> false;
    };
  }

  /**
   * A macro that is not seen through: the same arguments give the same value, which is derived from
   * them.
   */
  private static Symbol derived(Site site) {
    Symbol result = new Symbol.Named(site.callee());
    for (Symbol argument : site.arguments().reversed()) {
      result = new Symbol.Operation(site.callee(), argument, result);
    }
    return result.depth() > Bounds.SYMBOL_DEPTH ? new Symbol.Named(site.callee()) : result;
  }
}
