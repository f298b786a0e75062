package org.zaudit.analysis;

import java.util.List;
import java.util.Optional;
import org.zaudit.analysis.Evaluator.Valued;
import org.zaudit.rules.Contract;
import org.zaudit.rules.RuleSet;
import org.zaudit.source.Condition;
import org.zaudit.syntax.Expression;

/** What calls do: by contract, else by summary, else by default (borrow). */
final class Calls {
  /** Evaluated arguments, in one of the states that their evaluation led to. */
  record Arguments(State state, List<Symbol> values) {}

  /** What a callee is called that is reached through a pointer. */
  static final String BY_POINTER = "";

  private final String function;
  private final String world;
  private final Condition configuration;
  private final RuleSet rules;
  private final Environment environment;
  private final References references;
  private final Sites sites;
  private final OutParameters outParameters;
  private final ByContract byContract;
  private final BySummary bySummary;

  Calls(
      String function,
      String world,
      Condition configuration,
      RuleSet rules,
      Environment environment,
      References references,
      Sites sites) {
    this.function = function;
    this.world = world;
    this.configuration = configuration;
    this.rules = rules;
    this.environment = environment;
    this.references = references;
    this.sites = sites;
    this.outParameters = new OutParameters(references);
    this.byContract = new ByContract(function, references, outParameters);
    this.bySummary = new BySummary(configuration, references, outParameters);
  }

  /**
   * The value of a name that is no variable of this function; empty when it is a global variable.
   */
  Optional<Symbol> constant(String name) {
    return Constants.value(name, function);
  }

  List<Valued> call(Evaluator evaluator, Expression.Call call, Arguments arguments) {
    String callee =
        call.callee() instanceof Expression.Name(_, String name) && !evaluator.isLocal(name)
            ? name
            : BY_POINTER;
    Site site =
        new Site(
            evaluator, call, callee, sites.of(call, evaluator.node(), callee), arguments.values());
    List<Contract> contracts =
        rules.contracts(callee, arguments.values().size()).stream()
            .filter(c -> c.worlds().isEmpty() || c.worlds().contains(world))
            .filter(
                c -> c.when().isEmpty() || !Condition.parse(c.when().get()).excludes(configuration))
            .toList();
    if (!contracts.isEmpty()) {
      return byContract.call(site, contracts, arguments.state());
    }
    List<Environment.Callee> callees =
        callee.isEmpty()
            ? List.of()
            : environment.callees(callee).stream()
                .filter(c -> !c.condition().excludes(configuration))
                .toList();
    return callees.isEmpty()
        ? byDefault(site, arguments.state())
        : bySummary.call(site, callees, arguments.state());
  }

  private List<Valued> byDefault(Site site, State state) {
    for (Symbol argument : site.arguments()) {
      references.share(state, argument, site.callee());
      references.share(state, state.read(Location.pointee(argument)), site.callee());
      references.given(state, argument);
    }
    outParameters.filled(site, state);
    return List.of(
        new Valued(
            state, Constants.looksConstant(site.callee()) ? derived(site) : site.made(state, 0)));
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
