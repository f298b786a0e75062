package org.zaudit.analysis;

import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.IntPredicate;
import org.zaudit.analysis.Evaluator.Valued;
import org.zaudit.rules.Contract;
import org.zaudit.rules.Effect;
import org.zaudit.rules.Place;
import org.zaudit.rules.RuleSet;
import org.zaudit.rules.Term;
import org.zaudit.source.Condition;
import org.zaudit.syntax.Expression;
import org.zaudit.syntax.TypeName;

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
  private final Map<Symbol.Argument, Set<OneRule.Argument>> passedOn = new HashMap<>();
  private final IdentityHashMap<Expression.Call, Target> targets = new IdentityHashMap<>();
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
   * What an enumerator is worth the state knows from now on, and that a flag has a bit; of two
   * names of one constant it is the one that has no other.
   */
  Optional<Symbol> constant(String name, State state) {
    Optional<Symbol> value = Constants.value(name, function);
    if (value.isEmpty() || !(value.get() instanceof Symbol.Named)) {
      return value;
    }
    if (rules.isFlag(name)) {
      state.assume(value.get(), Range.NON_ZERO);
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
    Target target = targets.computeIfAbsent(call, c -> target(evaluator, c));
    Site site = new Site(evaluator, call, target.callee(), target.number(), arguments.values());
    State state = arguments.state();
    references.sharing().pointBack(state, site.arguments());
    if (!target.onlyGivesBack() && site.arguments().contains(new Symbol.Text(function))) {
      state.past = state.past.givesOwnName();
    }
    List<Contract> contracts = target.contracts();
    if (contracts.isEmpty() || contracts.stream().anyMatch(Calls::isMoreThanAFact)) {
      outParameters.mayWriteToZeroed(site, i -> isTold(contracts, i), state);
    }
    if (!contracts.isEmpty()) {
      return byContract(site, target, state);
    }
    if (target.callees().isEmpty()) {
      if (!Constants.looksConstant(target.callee())) {
        passOn(site, state, _ -> true);
      }
      return byDefault(site, target, state);
    }
    IntPredicate isLeftAlone = i -> !target.dealtIn().contains(i);
    passOn(site, state, isLeftAlone);
    List<Valued> outcomes = bySummary.call(site, target.callees(), state);
    for (Valued outcome : outcomes) {
      references.sharing().setUpAgain(outcome.state(), evaluator.node(), target.callee());
    }
    if (target.isGivenGlobal()) {
      // Where the callee puts what is new is nothing that it was given.
      IntPredicate isGiven = isLeftAlone.and(i -> !site.arguments().get(i).isOnTheStack());
      outcomes.forEach(outcome -> shareToKeep(site, outcome.state(), isGiven));
    }
    return outcomes;
  }

  /**
   * Whether this function, on any path, gives the argument to somebody who may keep it and of whom
   * no contract and no summary tells.
   */
  boolean givesAway(Symbol.Argument argument) {
    return passedOn.getOrDefault(argument, Set.of()).stream()
        .anyMatch(passed -> environment.escape(passed) == Escapes.Reach.ITSELF);
  }

  boolean isAssertion(Expression.Call call) {
    return call.callee() instanceof Expression.Name(_, String name)
        && rules.contracts(name, call.arguments().size()).stream()
            .anyMatch(contract -> contract.result().isAssertion());
  }

  private List<Valued> byContract(Site site, Target target, State state) {
    IntPredicate isLeftAlone = i -> !target.dealtIn().contains(i);
    if (target.contracts().stream().anyMatch(Calls::isMoreThanAFact)) {
      passOn(site, state, isLeftAlone);
    }
    boolean isKnownWhole =
        target.contracts().stream().anyMatch(c -> c.result() instanceof Contract.Result.Plain);
    if (!isKnownWhole && target.isGivenToKeep()) {
      shareToKeep(site, state, isLeftAlone);
    }
    return byContract.call(site, target.contracts(), state);
  }

  /**
   * What there is to know of a call in the text, whatever its arguments are worth.
   *
   * @param callees those with summaries; empty where contracts say what it does
   * @param dealtIn numbers of the arguments that contracts or summaries speak of
   * @param isGivenGlobal with a global variable or a function among its arguments
   * @param isGivenToKeep the same, or the address of one
   */
  private record Target(
      String callee,
      int number,
      List<Contract> contracts,
      boolean onlyGivesBack,
      List<Environment.Callee> callees,
      Set<Integer> dealtIn,
      boolean isGivenGlobal,
      boolean isGivenToKeep) {}

  private Target target(Evaluator evaluator, Expression.Call call) {
    String callee =
        call.callee() instanceof Expression.Name(_, String name) && !evaluator.isLocal(name)
            ? name
            : BY_POINTER;
    List<Contract> contracts =
        rules.contracts(callee, call.arguments().size()).stream()
            .filter(c -> environment.isIn(c.worlds()))
            .filter(c -> c.when().filter(this::isExcluded).isEmpty())
            .toList();
    boolean onlyGivesBack =
        !contracts.isEmpty()
            && contracts.stream()
                .flatMap(c -> c.effects().stream())
                .map(Effect::verb)
                .noneMatch(verb -> verb == Effect.Verb.ACQUIRE || verb == Effect.Verb.MOVE);
    List<Environment.Callee> callees =
        callee.isEmpty() || !contracts.isEmpty()
            ? List.of()
            : environment.callees(callee).stream()
                .filter(c -> !c.condition().excludes(configuration))
                .toList();
    Set<Integer> dealtIn = new HashSet<>();
    contracts.forEach(c -> addDealtIn(c, dealtIn));
    callees.forEach(c -> addDealtIn(c.summary(), dealtIn));
    return new Target(
        callee,
        sites.of(call, evaluator.node(), callee),
        contracts,
        onlyGivesBack,
        callees,
        dealtIn,
        call.arguments().stream().anyMatch(argument -> isGlobalName(evaluator, argument)),
        call.arguments().stream().anyMatch(argument -> isGlobal(evaluator, argument)));
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
        references.sharing().shareToKeep(state, site.arguments().get(i), site.callee());
      }
    }
  }

  /** Who is given a pointer as a number is given it to keep. */
  private static boolean isCastToNumber(Expression argument) {
    return argument instanceof Expression.Cast(_, TypeName type, _) && type.pointers() == 0;
  }

  /** False of assertions, and of calls whose value is an argument. */
  private static boolean isMoreThanAFact(Contract contract) {
    return !contract.effects().isEmpty() || contract.result() instanceof Contract.Result.Plain;
  }

  /** Contracts say what becomes of what that argument points to. */
  private static boolean isTold(List<Contract> contracts, int argument) {
    return contracts.stream()
        .flatMap(c -> c.effects().stream())
        .anyMatch(effect -> effect.place().root().equals(OptionalInt.of(argument)));
  }

  private static void addDealtIn(Contract contract, Set<Integer> numbers) {
    for (Effect effect : contract.effects()) {
      Term term =
          switch (effect.place()) {
            case Place.Single(Term single) -> single;
            case Place.Segment(Term array, _, _) -> array;
          };
      if (term instanceof Term.Parameter(int index, _)) {
        numbers.add(index);
      }
    }
  }

  private static void addDealtIn(Summary summary, Set<Integer> numbers) {
    for (Summary.Case option : summary.cases()) {
      for (Summary.Change change : option.changes()) {
        if (change instanceof Summary.Change.Count count
            && count.object().object() instanceof Symbol.Argument(int index, _, _)) {
          numbers.add(index);
        }
      }
    }
  }

  private List<Valued> byDefault(Site site, Target target, State state) {
    Optional<Symbol> foundBy = Optional.empty();
    for (int i = 0; i < site.arguments().size(); i++) {
      Symbol argument = site.arguments().get(i);
      Symbol pointed = state.read(Location.pointee(argument));
      if (argument.object() instanceof Symbol.Argument ours) {
        passedOn
            .computeIfAbsent(ours, _ -> new HashSet<>())
            .add(new OneRule.Argument(site.callee(), i, false));
      }
      if (Constants.looksConstant(site.callee())) {
        references.sharing().shareToKeep(state, argument, site.callee());
        references.sharing().shareToKeep(state, pointed, site.callee());
      } else if (target.isGivenToKeep() || references.sharing().isAnyToShare(state)) {
        Escapes.Reach reach = reach(site, i);
        Escapes.Reach within = reach == Escapes.Reach.NOTHING ? reach : Escapes.Reach.ITSELF;
        if (reach == Escapes.Reach.WITHIN && references.isOwned(state, argument.object())) {
          foundBy = Optional.of(argument.object());
        }
        references.sharing().share(state, argument, site.callee(), reach);
        references.sharing().share(state, pointed, site.callee(), within);
        if (target.isGivenToKeep()) {
          references.sharing().share(state, argument, PERHAPS, reach);
          references.sharing().share(state, pointed, PERHAPS, within);
        }
      }
      references.given(state, argument);
    }
    outParameters.filled(site, state);
    Symbol result = Constants.looksConstant(site.callee()) ? derived(site) : site.made(state, 0);
    foundBy.ifPresent(holder -> state.leadsTo(result, holder));
    return List.of(new Valued(state, result));
  }

  /** How much of an argument may be found again after a call of which nothing else is known. */
  private Escapes.Reach reach(Site site, int position) {
    return isCastToNumber(site.call().arguments().get(position))
        ? Escapes.Reach.ITSELF
        : environment.escape(
            new OneRule.Argument(
                site.callee(), position, site.arguments().get(position).isOnTheStack()));
  }

  private static boolean isGlobalName(Evaluator evaluator, Expression argument) {
    return argument instanceof Expression.Name(_, String name)
        && !evaluator.isLocal(name)
        && !Constants.looksConstant(name);
  }

  /**
   * What comes together with a function will be given to it as a rule, and what comes together with
   * a global variable is added to it.
   */
  private static boolean isGlobal(Evaluator evaluator, Expression argument) {
    return switch (argument) {
      case Expression.Name _ -> isGlobalName(evaluator, argument);
      case Expression.Unary(_, var operator, Expression.Name name)
          when operator == Expression.UnaryOperator.ADDRESS ->
          isGlobal(evaluator, name);
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
