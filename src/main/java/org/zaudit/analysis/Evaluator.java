package org.zaudit.analysis;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.zaudit.analysis.Symbol.Address;
import org.zaudit.analysis.Symbol.Constant;
import org.zaudit.analysis.Symbol.Made;
import org.zaudit.analysis.Symbol.Named;
import org.zaudit.source.Span;
import org.zaudit.syntax.Expression;
import org.zaudit.syntax.Expression.UnaryOperator;
import org.zaudit.syntax.TypeName;

/**
 * Evaluates expressions in a state. A call may split a state, so the answer is a list of states,
 * each with the value there.
 */
final class Evaluator {
  record Valued(State state, Symbol value) {}

  record Located(State state, Location location) {}

  private final Variables variables;
  private final Sites sites;
  private final Calls calls;
  private final References references;
  private final Aggregates aggregates;
  private final Set<Symbol> indexed = new HashSet<>();
  private int node;
  private @Nullable Expression unread;

  Evaluator(Variables variables, Sites sites, Calls calls, References references) {
    this.variables = variables;
    this.sites = sites;
    this.calls = calls;
    this.references = references;
    this.aggregates = new Aggregates(variables, references);
  }

  boolean isLocal(String name) {
    return name.startsWith("%") || variables.has(name);
  }

  void at(int node) {
    this.node = node;
    unread = null;
    variables.at(node);
  }

  int node() {
    return node;
  }

  Variables variables() {
    return variables;
  }

  /** What becomes of the state at a statement, of which nobody reads the value. */
  List<Valued> statement(Expression expression, State state) {
    unread = expression instanceof Expression.Cast(_, _, Expression operand) ? operand : expression;
    return value(expression, state);
  }

  /** True of a call whose result nobody reads. */
  boolean isUnread(Expression.Call call) {
    return call.equals(unread);
  }

  List<Valued> value(Expression expression, State state) {
    return switch (expression) {
      case Expression.Name(_, String name) when Constants.isErrorVariable(name) && !isLocal(name) ->
          one(state, error(expression, name, state));
      case Expression.Name(_, String name) -> one(state, name(name, state));
      case Expression.IntegerLiteral(_, long value) -> one(state, new Constant(value));
      case Expression.FloatLiteral(_, String text) -> one(state, new Named(text));
      case Expression.StringLiteral(_, String text) -> one(state, new Symbol.Text(text));
      case Expression.Call call -> call(call, state);
      case Expression.Member _, Expression.Index _ -> read(expression, state);
      case Expression.Unary unary -> unary(unary, state);
      case Expression.Binary(_, var operator, Expression left, Expression right) ->
          both(left, right, state, (a, b) -> Arithmetic.apply(operator.sign(), a, b));
      case Expression.Assignment assignment -> assignment(assignment, state);
      case Expression.Cast(_, _, Expression operand) -> value(operand, state);
      case Expression.SizeofType(_, TypeName type) -> one(state, sizeof(type, type.pointers()));
      case Expression.SizeofExpression(_, Expression operand) -> one(state, sizeof(operand));
      case Expression.Offsetof(_, TypeName type, String member) ->
          one(state, new Named("offsetof(" + type.base() + ", " + member + ")"));
      case Expression.VaArg(_, _, _) -> one(state, fresh(expression, state, "va_arg"));
      case Expression.Comma(_, Expression left, Expression right) ->
          then(value(left, state), v -> value(right, v.state()));
      case Expression.CompoundLiteral(_, _, Expression.InitializerList list) ->
          initializer(list, state);
      case Expression.InitializerList list -> initializer(list, state);
      case Expression.Generic(_, _, List<Expression> choices) when !choices.isEmpty() ->
          value(choices.getLast(), state);
      case Expression.Conditional(
              _,
              Expression condition,
              Optional<Expression> then,
              Expression otherwise) ->
          conditional(condition, then.orElse(condition), otherwise, state);
      case Expression.Generic _,
          Expression.StatementExpression _,
          Expression.LabelAddress _,
          Expression.TypeArgument _,
          Expression.OperatorArgument _,
          Expression.BlockArgument _,
          Expression.EmptyArgument _,
          Expression.UnknownExpression _ ->
          one(state, fresh(expression, state, ""));
    };
  }

  /** The size of a type, be it named or that of what a variable of this function points to. */
  private Symbol sizeof(Expression operand) {
    Optional<TypeName> pointer =
        switch (operand) {
          case Expression.Unary(_, UnaryOperator operator, Expression.Name(_, String name))
              when operator == UnaryOperator.DEREFERENCE ->
              Optional.ofNullable(variables.type(name));
          case Expression.Index(_, Expression.Name(_, String name), _) ->
              Optional.ofNullable(variables.type(name));
          default -> Optional.empty();
        };
    return pointer
        .filter(type -> type.pointers() > 0 && !type.array() && !type.function())
        .map(type -> sizeof(type, type.pointers() - 1))
        .orElseGet(() -> new Named("sizeof(" + ExpressionText.of(operand) + ")"));
  }

  private static Symbol sizeof(TypeName type, int pointers) {
    return new Named("sizeof(" + type.base() + " *".repeat(pointers) + ")");
  }

  private List<Valued> conditional(
      Expression condition, Expression then, Expression otherwise, State state) {
    List<Valued> result = new ArrayList<>();
    for (Valued v : value(condition, state)) {
      State no = v.state().copy();
      if (v.state().assumeTruth(v.value(), true)) {
        result.addAll(value(then, v.state()));
      }
      if (no.assumeTruth(v.value(), false)) {
        result.addAll(value(otherwise, no));
      }
    }
    return result;
  }

  /** The elements are evaluated for what they do; the whole is one new value. */
  private List<Valued> initializer(Expression.InitializerList list, State state) {
    List<Valued> states = one(state, Symbol.Constant.ZERO);
    for (Expression.InitializerList.Element element : list.elements()) {
      states = then(states, v -> value(element.value(), v.state()));
    }
    return then(states, v -> one(v.state(), fresh(list, v.state(), "")));
  }

  Symbol fresh(Expression expression, State state, String callee) {
    return state.fresh(new Made(sites.of(expression, node, callee), 0));
  }

  private Symbol name(String name, State state) {
    if (isLocal(name)) {
      Location location = Location.local(name);
      TypeName type = variables.type(name);
      return type != null && type.array() && !variables.isParameter(name)
          ? new Address(location)
          : state.read(location);
    }
    return calls.constant(name, state).orElseGet(() -> state.read(Location.global(name)));
  }

  /**
   * Each call that failed has set it to another number. Who has not set it to zero looks at it
   * because one has.
   */
  private Symbol error(Expression expression, String name, State state) {
    Symbol number = fresh(expression, state, name);
    if (!state.memory.containsKey(Location.global(name))) {
      state.assume(number, Range.POSITIVE);
    }
    return number;
  }

  private List<Valued> read(Expression expression, State state) {
    List<Valued> result = new ArrayList<>();
    for (Located l : place(expression, state)) {
      if (isNowhere(l.state(), l.location())) {
        continue;
      }
      Symbol read = bounded(l.state().read(l.location()), expression, l.state());
      if (expression instanceof Expression.Index) {
        references.calledInSource(read, ExpressionText.of(expression));
      }
      result.add(new Valued(l.state(), read));
    }
    return result;
  }

  /**
   * True when nothing can be read or written there: it is reached through NULL, and no execution
   * gets past that. Otherwise who points there is known not to be NULL from now on, but for a
   * member with an index, which may be an array. What was read as NULL from memory may have been
   * changed since by code that is not known.
   */
  static boolean isNowhere(State state, Location place) {
    if (!(place.base() instanceof Location.Pointee(Symbol pointer))
        || pointer instanceof Symbol.Content(Location at) && at.isMember() && place.isElement()) {
      return false;
    }
    return switch (pointer) {
      case Made _, Symbol.Merged _, Symbol.Argument _, Symbol.Aged _ ->
          !state.assume(pointer, Range.NON_ZERO);
      default -> !state.range(pointer).isExactly(0) && !state.assume(pointer, Range.NON_ZERO);
    };
  }

  /** True of a pointer that an index was applied to so far. */
  boolean isIndexed(Symbol pointer) {
    return indexed.contains(pointer);
  }

  /** True of a call that only comes back when what it is told holds. */
  boolean isAssertion(Expression expression) {
    return expression instanceof Expression.Call call && calls.isAssertion(call);
  }

  /**
   * Whatever the expression reads from memory that others can write may have any value here. False
   * when it reads nothing of the kind.
   *
   * @param isLent of a variable: others have the address of it or of a part of it
   */
  boolean forgetRead(Expression expression, State state, Predicate<String> isLent) {
    return switch (expression) {
      case Expression.Call call ->
          call.arguments().stream().map(a -> forgetRead(a, state, isLent)).toList().contains(true);
      case Expression.Binary(_, _, Expression left, Expression right) ->
          Stream.of(left, right).map(e -> forgetRead(e, state, isLent)).toList().contains(true);
      case Expression.Cast(_, _, Expression operand) -> forgetRead(operand, state, isLent);
      case Expression.Unary(_, var operator, Expression operand)
          when operator != Expression.UnaryOperator.DEREFERENCE ->
          forgetRead(operand, state, isLent);
      case Expression.Name(_, String name) ->
          !isLocal(name)
              && calls.constant(name, state).isEmpty()
              && forgetPlace(expression, state, isLent);
      case Expression.Member _, Expression.Index _, Expression.Unary _ ->
          forgetPlace(expression, state, isLent);
      default -> false;
    };
  }

  private boolean forgetPlace(Expression expression, State state, Predicate<String> isLent) {
    boolean any = false;
    for (Located l : place(expression, state.copy())) {
      boolean isOurs = references.isHeld(state, state.read(l.location()));
      if (!isOurs && mayBeWritten(state, l.location(), isLent)) {
        state.memory.put(l.location(), state.mergedAt(node, l.location()));
        any = true;
      }
    }
    return any;
  }

  /** By others, who found it or were given its address. */
  private static boolean mayBeWritten(State state, Location place, Predicate<String> isLent) {
    return switch (place.base()) {
      case Location.Local(String name) -> !place.steps().isEmpty() && isLent.test(name);
      case Location.Global _ -> true;
      case Location.Pointee(Symbol holder) -> !state.allocations.isOursAlone(holder.object());
    };
  }

  private Symbol bounded(Symbol symbol, Expression expression, State state) {
    return symbol.depth() > Bounds.SYMBOL_DEPTH ? fresh(expression, state, "") : symbol;
  }

  /** What an index is applied to: in a structure that is all zero, an array and no pointer. */
  private List<Valued> elements(Expression base, State state) {
    List<Valued> values = value(base, state);
    if (!(base instanceof Expression.Member)
        || values.stream().noneMatch(v -> v.value().equals(Constant.ZERO))) {
      return values;
    }
    return place(base, state).stream()
        .map(l ->
            new Valued(
                l.state(),
                l.state().read(l.location()).equals(Constant.ZERO)
                    ? new Symbol.Address(l.location())
                    : l.state().read(l.location())))
        .toList();
  }

  /** The location that an lvalue means; for anything else a location of its own. */
  List<Located> place(Expression expression, State state) {
    return switch (expression) {
      case Expression.Name(_, String name) ->
          located(state, isLocal(name) ? Location.local(name) : Location.global(name));
      case Expression.Member(Span span, Expression base, String field, boolean arrow) -> {
        List<Located> result = new ArrayList<>();
        if (arrow) {
          for (Valued v : value(base, state)) {
            references.use(v.state(), v.value(), span);
            result.add(new Located(v.state(), Location.pointee(v.value()).field(field)));
          }
        } else {
          for (Located l : place(base, state)) {
            result.add(new Located(l.state(), l.location().field(field)));
          }
        }
        yield result;
      }
      case Expression.Index(Span span, Expression base, Expression index) -> {
        List<Located> result = new ArrayList<>();
        for (Valued b : elements(base, state)) {
          references.use(b.state(), b.value(), span);
          indexed.add(b.value());
          for (Valued i : value(index, b.state())) {
            result.add(new Located(i.state(), Location.pointee(b.value()).at(i.value())));
          }
        }
        yield result;
      }
      case Expression.Unary(Span span, UnaryOperator operator, Expression operand)
          when operator == UnaryOperator.DEREFERENCE -> {
        List<Located> result = new ArrayList<>();
        for (Valued v : value(operand, state)) {
          references.use(v.state(), v.value(), span);
          result.add(new Located(v.state(), Location.pointee(v.value())));
        }
        yield result;
      }
      case Expression.Cast(_, _, Expression operand) -> place(operand, state);
      default -> {
        List<Located> result = new ArrayList<>();
        for (Valued v : value(expression, state)) {
          result.add(new Located(v.state(), Location.pointee(v.value())));
        }
        yield result;
      }
    };
  }

  private List<Valued> unary(Expression.Unary unary, State state) {
    Expression operand = unary.operand();
    return switch (unary.operator()) {
      case ADDRESS -> {
        List<Valued> result = new ArrayList<>();
        for (Located l : place(operand, state)) {
          result.add(new Valued(l.state(), address(l.location())));
        }
        yield result;
      }
      case DEREFERENCE -> read(unary, state);
      case PLUS -> value(operand, state);
      case MINUS -> map(value(operand, state), s -> Arithmetic.apply("-", Symbol.Constant.ZERO, s));
      case COMPLEMENT ->
          map(
              value(operand, state),
              s ->
                  s instanceof Constant(long c)
                      ? new Constant(~c)
                      : new Symbol.Operation("~", s, Symbol.Constant.ZERO));
      case NOT -> map(value(operand, state), s -> Arithmetic.apply("==", s, Symbol.Constant.ZERO));
      case PRE_INCREMENT -> step(unary, 1, false, state);
      case PRE_DECREMENT -> step(unary, -1, false, state);
      case POST_INCREMENT -> step(unary, 1, true, state);
      case POST_DECREMENT -> step(unary, -1, true, state);
    };
  }

  static Symbol address(Location location) {
    return location.base() instanceof Location.Pointee(Symbol p) && location.steps().isEmpty()
        ? p
        : new Address(location);
  }

  private List<Valued> step(Expression.Unary unary, long by, boolean post, State state) {
    List<Valued> result = new ArrayList<>();
    for (Located l : place(unary.operand(), state)) {
      if (isNowhere(l.state(), l.location())) {
        continue;
      }
      Symbol before = l.state().read(l.location());
      Symbol after = bounded(Arithmetic.apply("+", before, new Constant(by)), unary, l.state());
      l.state().memory.put(l.location(), after);
      assigned(l, unary.operand().span(), after);
      result.add(new Valued(l.state(), post ? before : after));
    }
    return result;
  }

  private List<Valued> assignment(Expression.Assignment assignment, State state) {
    if (assignment.operator().isEmpty()) {
      switch (assignment.value()) {
        case Expression.InitializerList list -> {
          return initialise(assignment, list, state);
        }
        case Expression.CompoundLiteral(_, _, Expression.InitializerList list) -> {
          return initialise(assignment, list, state);
        }
        default -> {}
      }
    }
    List<Valued> result = new ArrayList<>();
    for (Valued v : value(assignment.value(), state)) {
      for (Located l : place(assignment.target(), v.state())) {
        if (isNowhere(l.state(), l.location())) {
          continue;
        }
        Symbol stored =
            assignment
                .operator()
                .map(op ->
                    bounded(
                        Arithmetic.apply(op.sign(), l.state().read(l.location()), v.value()),
                        assignment,
                        l.state()))
                .orElse(v.value());
        references.assign(
            l.state(),
            l.location(),
            stored,
            assignment.span(),
            () -> ExpressionText.of(assignment.target()));
        assigned(l, assignment.span(), stored);
        if (assignment.operator().isEmpty()
            && assignment.value() instanceof Expression.Name(_, String name)
            && variables.isWhole(name)) {
          aggregates.copy(assignment, l.state(), Location.local(name), l.location());
        }
        result.add(new Valued(l.state(), stored));
      }
    }
    return result;
  }

  private static void assigned(Located l, Span at, Symbol value) {
    if (l.location().base() instanceof Location.Local(String name)
        && l.location().steps().isEmpty()
        && !State.isTemporary(l.location())) {
      l.state().assigned(name, at, value);
    }
  }

  /** A structure or an array gets its values. */
  private List<Valued> initialise(
      Expression.Assignment assignment, Expression.InitializerList list, State state) {
    List<Valued> result = new ArrayList<>();
    for (Calls.Arguments values :
        arguments(
            list.elements().stream().map(Expression.InitializerList.Element::value).toList(),
            state)) {
      for (Located l : place(assignment.target(), values.state())) {
        if (!isNowhere(l.state(), l.location())) {
          Symbol whole = fresh(list, l.state(), "");
          result.add(
              new Valued(
                  l.state(), aggregates.initialise(assignment, list, l, values.values(), whole)));
        }
      }
    }
    return result;
  }

  private List<Valued> call(Expression.Call call, State state) {
    List<Valued> result = new ArrayList<>();
    for (Calls.Arguments arguments : arguments(call.arguments(), state)) {
      result.addAll(calls.call(this, call, arguments));
    }
    return result;
  }

  private List<Calls.Arguments> arguments(List<Expression> expressions, State state) {
    List<Calls.Arguments> states = List.of(new Calls.Arguments(state, List.of()));
    for (Expression expression : expressions) {
      List<Calls.Arguments> next = new ArrayList<>();
      for (Calls.Arguments before : states) {
        for (Valued v : value(expression, before.state())) {
          List<Symbol> values = new ArrayList<>(before.values());
          values.add(v.value());
          next.add(new Calls.Arguments(v.state(), values));
        }
      }
      states = next;
    }
    return states;
  }

  private static List<Valued> one(State state, Symbol value) {
    return List.of(new Valued(state, value));
  }

  private static List<Located> located(State state, Location location) {
    return List.of(new Located(state, location));
  }

  private static List<Valued> then(
      List<Valued> first, java.util.function.Function<Valued, List<Valued>> next) {
    List<Valued> result = new ArrayList<>();
    first.forEach(v -> result.addAll(next.apply(v)));
    return result;
  }

  private static List<Valued> map(
      List<Valued> values, java.util.function.UnaryOperator<Symbol> change) {
    return values.stream().map(v -> new Valued(v.state(), change.apply(v.value()))).toList();
  }

  private List<Valued> both(
      Expression left, Expression right, State state, BiFunction<Symbol, Symbol, Symbol> combine) {
    List<Valued> result = new ArrayList<>();
    for (Valued a : value(left, state)) {
      for (Valued b : value(right, a.state())) {
        result.add(new Valued(b.state(), combine.apply(a.value(), b.value())));
      }
    }
    return result;
  }
}
