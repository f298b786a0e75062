package org.zaudit.analysis;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.zaudit.analysis.Evaluator.Valued;
import org.zaudit.analysis.Holding.Act;
import org.zaudit.analysis.Symbol.Constant;
import org.zaudit.analysis.Symbol.Made;
import org.zaudit.rules.Contract;
import org.zaudit.rules.Effect;
import org.zaudit.rules.Place;
import org.zaudit.rules.RuleSet;
import org.zaudit.rules.Term;
import org.zaudit.rules.Test;
import org.zaudit.source.Condition;
import org.zaudit.source.Span;
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
  }

  /**
   * The value of a name that is no variable of this function; empty when it is a global variable.
   */
  Optional<Symbol> constant(String name) {
    return switch (name) {
      case "NULL", "false", "FALSE", "B_FALSE" -> Optional.of(Symbol.Constant.ZERO);
      case "true", "TRUE", "B_TRUE" -> Optional.of(Symbol.Constant.ONE);
      case "__func__", "__FUNCTION__" -> Optional.of(new Symbol.Text(function));
      default ->
          Constants.looksConstant(name) ? Optional.of(new Symbol.Named(name)) : Optional.empty();
    };
  }

  /** One call, in one state. */
  private record Site(
      Evaluator evaluator,
      Expression.Call call,
      String callee,
      int number,
      List<Symbol> arguments) {
    Span span() {
      return call.span();
    }

    Act act() {
      return new Act(evaluator.node(), callee, call.span(), false, false);
    }

    Act inherited() {
      return new Act(evaluator.node(), callee, call.span(), true, false);
    }

    Symbol made(State state, int ordinal) {
      return state.fresh(new Made(number, ordinal));
    }
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
      return byContract(site, contracts, arguments.state());
    }
    List<Environment.Callee> callees =
        callee.isEmpty()
            ? List.of()
            : environment.callees(callee).stream()
                .filter(c -> !c.condition().excludes(configuration))
                .toList();
    return callees.isEmpty()
        ? byDefault(site, arguments.state())
        : bySummary(site, callees, arguments.state());
  }

  private List<Valued> byContract(Site site, List<Contract> contracts, State state) {
    List<Valued> outcomes = results(site, contracts, state);
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

  private List<Valued> results(Site site, List<Contract> contracts, State state) {
    for (Contract contract : contracts) {
      // What is said of the result of one case of a function is no fact of the others.
      if (!contract.guards().isEmpty()
          && !split(site, contract.guards(), Symbol.Constant.ZERO, state.copy())
              .fails()
              .isEmpty()) {
        continue;
      }
      switch (contract.result()) {
        case Contract.Result.Any() -> {}
        case Contract.Result.NonNull() -> {
          Symbol made = site.made(state, 0);
          return state.assume(made, Range.NON_ZERO) ? List.of(new Valued(state, made)) : List.of();
        }
        case Contract.Result.NoReturn() -> {
          return List.of();
        }
        case Contract.Result.EachOnce() -> {
          return once(site, state);
        }
        case Contract.Result.Same(Term term) -> {
          return List.of(new Valued(state, value(site, Symbol.Constant.ZERO, term, state)));
        }
        case Contract.Result.Truth(List<Test> tests) -> {
          Split split = split(site, tests, Symbol.Constant.ZERO, state);
          List<Valued> both = new ArrayList<>();
          split.holds().ifPresent(s -> both.add(new Valued(s, Symbol.Constant.ONE)));
          split.fails().forEach(s -> both.add(new Valued(s, Symbol.Constant.ZERO)));
          return both;
        }
        case Contract.Result.Asserts(List<Test> tests) -> {
          return split(site, tests, Symbol.Constant.ZERO, state)
              .holds()
              .map(s -> List.of(new Valued(s, (Symbol) Symbol.Constant.ZERO)))
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

  /** A value that is none of those that calls of this function have given before. */
  private static List<Valued> once(Site site, State state) {
    Symbol result = State.once(site.made(state, 0), site.callee());
    return state.assume(result, state.given(result))
        ? List.of(new Valued(state, result))
        : List.of();
  }

  private static List<Valued> assertedOperator(Site site, State state) {
    List<Expression> written = site.call().arguments();
    if (written.size() >= 3
        && written.get(1) instanceof Expression.OperatorArgument(_, String operator)
        && State.isComparison(operator)) {
      Symbol claim = Arithmetic.apply(operator, site.arguments().get(0), site.arguments().get(2));
      return asserted(state, claim, true);
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
        && State.isComparison(op)
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

  /**
   * The states after a contract: guards choose whether it counts, each test on the result parts the
   * paths.
   */
  private List<State> apply(Site site, Contract contract, Symbol result, State state) {
    if (contract.effects().isEmpty()) {
      return List.of(state);
    }
    List<State> done = new ArrayList<>();
    Split guarded = split(site, contract.guards(), result, state);
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
        Split split = split(site, on, result, s);
        next.addAll(split.fails());
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
                next.add(holds);
              }
            });
      }
      states = next;
    }
    done.addAll(states);
    return done;
  }

  /** False when the effect cannot happen in this state. */
  private boolean apply(
      Site site, String rule, Effect effect, Symbol result, State state, int ordinal) {
    References.Subject subject =
        new References.Subject(
            rule, effect.resource(), effect.kind(), match(site, effect, result, state));
    return switch (effect.place()) {
      case Place.Single(Term term) -> single(site, effect, term, subject, result, state, ordinal);
      case Place.Segment(Term array, Term from, Term to) -> {
        Location first =
            Location.pointee(value(site, result, array, state))
                .at(value(site, result, from, state));
        Symbol count =
            Arithmetic.apply("-", value(site, result, to, state), value(site, result, from, state));
        if (rules.isSelected(rule)) {
          run(site, effect, subject, first, count, state);
        }
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
      case ACQUIRE -> references.acquireRun(state, first, count, subject, site.act());
      case RELEASE, CONSUME, END, CAPTURE -> {
        Symbol from = first.lastIndex();
        references.releaseRun(
            state,
            new Segment(
                first.array(),
                from,
                Arithmetic.apply("+", from, count),
                subject.rule(),
                subject.resource(),
                subject.kind(),
                Segment.Way.RELEASED,
                true,
                site.act(),
                new Symbol.Content(first)));
      }
      case BORROW, MOVE, CLEAR -> {}
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
    boolean followed = rules.isSelected(subject.rule());
    if (effect.verb() == Effect.Verb.ACQUIRE) {
      return followed
          ? acquire(site, effect, term, subject, result, state, ordinal)
          : give(site, term, result, state, ordinal);
    }
    if (!present(site, term) || !followed && counts(effect.verb())) {
      return true;
    }
    Symbol object = value(site, result, term, state);
    if (!references.concerns(state, object, effect.storedIn())) {
      return true;
    }
    switch (effect.verb()) {
      case RELEASE -> {
        references.release(state, object, subject, 1, effect.acceptsNull(), site.act());
        references.ended(state, object);
      }
      case CONSUME -> references.release(state, object, subject, 1, true, site.act());
      case CAPTURE -> references.handOver(state, object, Optional.of(subject));
      case MOVE -> references.move(state, object, subject, effect.from(), site.act());
      case END -> references.ended(state, object);
      case CLEAR -> {
        Location place = location(site, result, term, state);
        references.assign(state, place, Symbol.Constant.ZERO, site.span(), references.text(place));
      }
      // What is lent may be written to.
      case BORROW -> filled(site, state);
      case ACQUIRE -> {}
    }
    return true;
  }

  /** What these do is of no concern to another rule that builds on theirs. */
  private static boolean counts(Effect.Verb verb) {
    return switch (verb) {
      case ACQUIRE, RELEASE, CONSUME, MOVE -> true;
      case CAPTURE, BORROW, END, CLEAR -> false;
    };
  }

  /** Something comes to be of which another rule keeps count. False when it cannot. */
  private boolean give(Site site, Term term, Symbol result, State state, int ordinal) {
    return switch (term) {
      case Term.Dereference(Term.Parameter p) when p.index() < site.arguments().size() -> {
        Location target = Location.pointee(site.arguments().get(p.index()));
        Symbol made = site.made(state, ordinal);
        if (Evaluator.isNowhere(state, target) || !state.assume(made, Range.NON_ZERO)) {
          yield false;
        }
        references.assign(state, target, made, site.span(), references.text(target));
        yield true;
      }
      case Term.Returned() -> state.assume(result, Range.NON_ZERO);
      default -> true;
    };
  }

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
        if (present(site, term)) {
          Symbol object = value(site, result, term, state);
          if (!state.range(object).isExactly(0)
              && references.concerns(state, object, effect.storedIn())) {
            references.acquire(state, object, subject, site.act(), false);
          }
        }
        return true;
      }
    }
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

  private Map<String, Symbol> match(Site site, Effect effect, Symbol result, State state) {
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

  private static boolean present(Site site, Term term) {
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

  private Symbol value(Site site, Symbol result, Term term, State state) {
    return switch (term) {
      case Term.Parameter(int index, String name) ->
          index < site.arguments().size() ? site.arguments().get(index) : new Symbol.Named(name);
      case Term.Returned() -> result;
      case Term.Number(long value) -> new Constant(value);
      case Term.Constant(String name) -> constant(name).orElse(new Symbol.Named(name));
      case Term.FunctionName() -> new Symbol.Text(function);
      case Term.Global(String name) -> state.read(Location.global(name));
      case Term.Address(Term place) -> Evaluator.address(location(site, result, place, state));
      case Term.Dereference _, Term.Member _, Term.Element _ ->
          state.read(location(site, result, term, state));
      case Term.Arithmetic(String operator, Term a, Term b) ->
          Arithmetic.apply(operator, value(site, result, a, state), value(site, result, b, state));
    };
  }

  private Location location(Site site, Symbol result, Term term, State state) {
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

  /** A state parted by tests: where all hold, and where one fails. */
  private record Split(Optional<State> holds, List<State> fails) {}

  private Split split(Site site, List<Test> tests, Symbol result, State state) {
    List<State> fails = new ArrayList<>();
    State holds = state;
    for (Test test : tests) {
      if (!present(site, test.left()) || !present(site, test.right())) {
        continue;
      }
      Symbol claim =
          Arithmetic.apply(
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

  private List<Valued> byDefault(Site site, State state) {
    for (Symbol argument : site.arguments()) {
      references.share(state, argument, site.callee());
      references.share(state, state.read(Location.pointee(argument)), site.callee());
      references.given(state, argument);
    }
    filled(site, state);
    return List.of(
        new Valued(
            state, Constants.looksConstant(site.callee()) ? derived(site) : site.made(state, 0)));
  }

  /** What a callee may have put where its arguments point to is not known any more. */
  private void filled(Site site, State state) {
    for (int i = 0; i < site.arguments().size(); i++) {
      Location target = Location.pointee(site.arguments().get(i));
      if (isOutParameter(site, i, target)) {
        Symbol before = state.read(target);
        if (!references.isHeld(state, before)) {
          fill(site, i, target, state);
        }
      }
    }
  }

  private static void fill(Site site, int index, Location target, State state) {
    boolean isArray =
        target.base() instanceof Location.Local(String name) && site.evaluator().isArray(name);
    if (isArray && state.memory.containsKey(target)) {
      return;
    }
    Symbol value = site.made(state, 1 + index);
    state.memory.put(target, value);
    if (target.base() instanceof Location.Local(String name) && site.evaluator().isUnsigned(name)) {
      state.assume(value, Range.between(0, Long.MAX_VALUE));
    }
  }

  /** The address of a plain variable or array, or an out-parameter of this function handed on. */
  private static boolean isOutParameter(Site site, int index, Location target) {
    if (!target.steps().isEmpty()) {
      return false;
    }
    return switch (target.base()) {
      case Location.Local(String name) ->
          site.evaluator().isScalar(name) || site.evaluator().isArray(name);
      case Location.Pointee(Symbol.Argument _) ->
          site.call().arguments().get(index) instanceof Expression.Name(_, String name)
              && site.evaluator().isOutParameter(name);
      case Location.Pointee _, Location.Global _ -> false;
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

  private List<Valued> bySummary(Site site, List<Environment.Callee> callees, State state) {
    Condition here = configuration.and(state.condition);
    // Callees are analysed in some of their configurations only: all may be others than this.
    boolean known =
        callees.stream()
            .flatMap(c -> c.summary().cases().stream())
            .anyMatch(option -> !option.condition().excludes(here));
    List<Valued> outcomes = new ArrayList<>();
    for (Environment.Callee callee : callees) {
      if (callee.summary().returns() && callee.summary().cases().isEmpty()) {
        State after = state.copy();
        filled(site, after);
        outcomes.add(new Valued(after, site.made(after, 0)));
      }
      for (Summary.Case option : callee.summary().cases()) {
        if (!option.condition().excludes(known ? here : configuration)
            && outcomes.size() < Bounds.CALL_OUTCOMES) {
          State after = state.copy();
          if (known && !option.condition().isAlways()) {
            after.condition = after.condition.and(option.condition());
          }
          new Instance(site, after, callee.summary().givenBackPerhaps(option))
              .outcome(option)
              .ifPresent(outcomes::add);
        }
      }
    }
    return outcomes;
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
      if (option.changes().isEmpty() && option.stores().isEmpty()) {
        filled(site, state);
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
            references.share(state, here(object), site.callee());
            continue;
          }
          inside = true;
        }
        perform(changes.get(i), inside, o -> lodged(o, result, stores));
      }
      for (int i = 0; i < stores.size(); i++) {
        if (option.stores().get(i).value() instanceof Symbol.Merged(int node, _)
            && node == Summary.MAY_STAY) {
          references.share(state, state.read(stores.get(i).location()), site.callee());
        }
      }
      stores.forEach(this::store);
      changes.forEach(c -> references.nameAfterCall(state, c));
      return Optional.of(new Valued(state, result));
    }

    private void store(Summary.Store store) {
      if (store.location().base() instanceof Location.Pointee(Symbol holder)
          && made.containsValue(holder)
          && !references.isHeld(state, holder)) {
        // Whoever got that new object looks after what is in it.
        references.handOver(state, store.value(), Optional.empty());
      } else {
        references.assign(
            state, store.location(), store.value(), site.span(), references.text(store.location()));
      }
    }

    /** What the callee neither returns nor leaves in a variable of the caller. */
    private static boolean lodged(Symbol object, Symbol result, List<Summary.Store> stores) {
      return !object.equals(result)
          && stores.stream()
              .noneMatch(
                  s -> s.value().equals(object) && s.location().base() instanceof Location.Local);
    }

    private Symbol here(Symbol calleeSymbol) {
      return calleeSymbol.rewrite(this::replace);
    }

    private Symbol replace(Symbol s) {
      return switch (s) {
        case Symbol.Argument(int index, String name) ->
            index < site.arguments().size() ? site.arguments().get(index) : new Symbol.Named(name);
        case Made(int number, int ordinal) when number < 0 ->
            made.computeIfAbsent(s, _ -> site.made(state, 1 + ordinal));
        case Symbol.Merged(int number, Location l)
            when number == Summary.MAY_STAY
                && l.visibleToCaller()
                && state.read(l).equals(new Symbol.Content(l)) ->
            s;
        case Symbol.Merged(int number, _) when number < 0 ->
            made.computeIfAbsent(s, _ -> site.made(state, Sites.ORDINALS + made.size()));
        case Symbol.Content(Location l) -> state.read(l);
        default -> s;
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
                String _) -> {
          References.Subject subject = new References.Subject(rule, resource, kind, match);
          if (state.range(object).isExactly(0)) {
            return;
          }
          boolean isNew = made.containsValue(object);
          if (by > 0) {
            if (isNew) {
              // What was acquired is something.
              state.assume(object, Range.NON_ZERO);
            }
            Holding.Act act = isNew && lodged.test(object) ? site.act().inside() : site.act();
            for (int i = 0; i < by; i++) {
              references.acquire(state, object, subject, act, isNew);
            }
          } else {
            references.release(
                state, object, subject, -by, true, inside ? site.act().inside() : site.act());
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
                String _) -> {
          Location first = array.at(from);
          References.Subject subject = new References.Subject(rule, resource, kind, Map.of());
          if (acquired) {
            references.acquireRun(
                state, first, Arithmetic.apply("-", to, from), subject, site.act());
          } else {
            Symbol start = first.lastIndex();
            references.releaseRun(
                state,
                new Segment(
                    first.array(),
                    start,
                    Arithmetic.apply("+", start, Arithmetic.apply("-", to, from)),
                    rule,
                    resource,
                    kind,
                    Segment.Way.RELEASED,
                    all,
                    site.inherited(),
                    new Symbol.Content(first)));
          }
        }
        case Summary.Change.Ended(Location array) -> references.endedAt(state, array);
      }
    }
  }
}
