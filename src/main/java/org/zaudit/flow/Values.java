package org.zaudit.flow;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.zaudit.source.Span;
import org.zaudit.syntax.Expression;
import org.zaudit.syntax.Expression.BinaryOperator;
import org.zaudit.syntax.Expression.InitializerList;
import org.zaudit.syntax.Expression.UnaryOperator;
import org.zaudit.syntax.Statement;

/**
 * Lowers expressions that are evaluated for their value or for what they do. What comes back holds
 * no {@code &&}, {@code ||}, {@code ?:}, comma or statement expression: these became nodes, and
 * their value a temporary. Operands are taken from left to right; one that calls or stores goes to
 * a temporary when an operand to its right became nodes.
 */
final class Values {
  /** What an expression may hold that only statements can say. */
  interface Blocks {
    /** Runs the block; its value is that of its last expression. */
    Expression inline(Expression.StatementExpression expression);

    /** Runs the block, but not its value. */
    void run(Statement.Block block);

    /** A block that a macro takes may run any number of times. */
    void anyTimes(Expression.Call head, Statement body);
  }

  private final Draft draft;
  private final Blocks blocks;
  private final Conditions conditions;
  private final Predicate<String> asserting;
  private final Traits traits = new Traits();
  private int temporaries;

  Values(Draft draft, Blocks blocks, Predicate<String> transparent, Predicate<String> asserting) {
    this.draft = draft;
    this.blocks = blocks;
    this.asserting = asserting;
    this.conditions = new Conditions(draft, this, transparent);
  }

  Conditions conditions() {
    return conditions;
  }

  boolean acts(Expression expression) {
    return traits.acts(expression);
  }

  /** Sees to it that labels whose address a constant takes are known. */
  void note(Expression constant) {
    traits.lowers(constant);
  }

  Set<String> addressedLabels() {
    return traits.labels();
  }

  /** Evaluates for what it does; its value is not wanted. */
  void effect(Expression expression) {
    switch (expression) {
      case Expression.Comma(_, Expression left, Expression right) -> {
        effect(left);
        effect(right);
      }
      case Expression.Cast cast when traits.lowers(cast) -> effect(cast.operand());
      case Expression.StatementExpression statement -> blocks.run(statement.block());
      case Expression.Conditional choice -> {
        Draft.Target then = draft.target();
        Draft.Target otherwise = draft.target();
        Draft.Target end = draft.target();
        conditions.decide(choice.condition(), then, otherwise);
        draft.place(then, choice.span());
        choice.then().ifPresent(this::effect);
        draft.jump(end);
        draft.place(otherwise, choice.span());
        effect(choice.otherwise());
        draft.place(end, choice.span());
      }
      case Expression.Binary binary when isLogical(binary) -> {
        boolean and = binary.operator() == BinaryOperator.LOGICAL_AND;
        Draft.Target more = draft.target();
        Draft.Target end = draft.target();
        conditions.decide(binary.left(), and ? more : end, and ? end : more);
        draft.place(more, binary.span());
        effect(binary.right());
        draft.place(end, binary.span());
      }
      case Expression.Call call when isAssertion(call) -> assertion(call);
      case Expression.Call call when hasBlock(call) -> anyTimes(call);
      case Expression other -> draft.evaluate(value(other));
    }
  }

  /** Puts what must happen before, and gives what is left to evaluate. */
  Expression value(Expression expression) {
    if (!traits.lowers(expression)) {
      return expression;
    }
    return switch (expression) {
      case Expression.Call call when hasBlock(call) -> anyTimes(call);
      case Expression.Call call -> {
        List<Expression> parts = new ArrayList<>();
        parts.add(call.callee());
        parts.addAll(call.arguments());
        List<Expression> lowered = operands(parts);
        yield new Expression.Call(
            call.span(), lowered.getFirst(), List.copyOf(lowered.subList(1, lowered.size())));
      }
      case Expression.Member member ->
          new Expression.Member(
              member.span(), value(member.base()), member.field(), member.arrow());
      case Expression.Index index -> {
        List<Expression> lowered = operands(List.of(index.base(), index.index()));
        yield new Expression.Index(index.span(), lowered.get(0), lowered.get(1));
      }
      case Expression.Unary unary ->
          new Expression.Unary(unary.span(), unary.operator(), value(unary.operand()));
      case Expression.Binary binary when isLogical(binary) -> truth(binary);
      case Expression.Binary binary -> {
        List<Expression> lowered = operands(List.of(binary.left(), binary.right()));
        yield new Expression.Binary(
            binary.span(), binary.operator(), lowered.get(0), lowered.get(1));
      }
      case Expression.Assignment assignment -> assign(assignment);
      case Expression.Conditional choice -> choose(choice);
      case Expression.Cast cast ->
          new Expression.Cast(cast.span(), cast.type(), value(cast.operand()));
      case Expression.VaArg argument ->
          new Expression.VaArg(argument.span(), value(argument.list()), argument.type());
      case Expression.CompoundLiteral literal ->
          new Expression.CompoundLiteral(
              literal.span(), literal.type(), initializer(literal.initializer()));
      case InitializerList list -> initializer(list);
      case Expression.StatementExpression statement -> blocks.inline(statement);
      case Expression.Comma comma -> {
        effect(comma.left());
        yield value(comma.right());
      }
      // A block is seen to by the call it is an argument of; the others hold nothing to lower.
      case Expression.BlockArgument _,
          Expression.SizeofExpression _,
          Expression.SizeofType _,
          Expression.Offsetof _,
          Expression.Generic _,
          Expression.Name _,
          Expression.IntegerLiteral _,
          Expression.FloatLiteral _,
          Expression.StringLiteral _,
          Expression.LabelAddress _,
          Expression.TypeArgument _,
          Expression.OperatorArgument _,
          Expression.EmptyArgument _,
          Expression.UnknownExpression _ ->
          expression;
    };
  }

  /** A temporary that now has this value. */
  Expression.Name keep(Expression value) {
    Expression.Name temporary = temporary(value.span());
    store(temporary, value);
    return temporary;
  }

  private Expression.Name temporary(Span span) {
    return new Expression.Name(span, "%" + ++temporaries);
  }

  private void store(Expression.Name temporary, Expression value) {
    draft.evaluate(new Expression.Assignment(value.span(), Optional.empty(), temporary, value));
  }

  private List<Expression> operands(List<Expression> parts) {
    int last = parts.size() - 1;
    while (last >= 0 && !traits.lowers(parts.get(last))) {
      last--;
    }
    List<Expression> lowered = new ArrayList<>(parts.size());
    for (int i = 0; i < parts.size(); i++) {
      Expression part = value(parts.get(i));
      lowered.add(i < last && traits.acts(part) ? keep(part) : part);
    }
    return lowered;
  }

  private InitializerList initializer(InitializerList list) {
    List<Expression> lowered =
        operands(list.elements().stream().map(InitializerList.Element::value).toList());
    List<InitializerList.Element> elements = new ArrayList<>(lowered.size());
    for (int i = 0; i < lowered.size(); i++) {
      elements.add(
          new InitializerList.Element(list.elements().get(i).designator(), lowered.get(i)));
    }
    return new InitializerList(list.span(), List.copyOf(elements));
  }

  private Expression assign(Expression.Assignment assignment) {
    Expression target = value(assignment.target());
    if (traits.lowers(assignment.value()) && traits.acts(target)) {
      target = steady(target);
    }
    return new Expression.Assignment(
        assignment.span(), assignment.operator(), target, value(assignment.value()));
  }

  /** The same place, named without a call or store. */
  private Expression steady(Expression place) {
    if (!traits.acts(place)) {
      return place;
    }
    return switch (place) {
      case Expression.Member member ->
          new Expression.Member(
              member.span(),
              member.arrow() ? keep(member.base()) : steady(member.base()),
              member.field(),
              member.arrow());
      case Expression.Index index -> {
        Expression base = traits.acts(index.base()) ? keep(index.base()) : index.base();
        Expression at = traits.acts(index.index()) ? keep(index.index()) : index.index();
        yield new Expression.Index(index.span(), base, at);
      }
      case Expression.Unary unary when unary.operator() == UnaryOperator.DEREFERENCE ->
          new Expression.Unary(unary.span(), unary.operator(), keep(unary.operand()));
      case Expression other -> other;
    };
  }

  private Expression truth(Expression.Binary condition) {
    Expression.Name result = temporary(condition.span());
    Draft.Target whenTrue = draft.target();
    Draft.Target whenFalse = draft.target();
    Draft.Target end = draft.target();
    conditions.decide(condition, whenTrue, whenFalse);
    draft.place(whenTrue, condition.span());
    store(result, new Expression.IntegerLiteral(condition.span(), 1));
    draft.jump(end);
    draft.place(whenFalse, condition.span());
    store(result, new Expression.IntegerLiteral(condition.span(), 0));
    draft.place(end, condition.span());
    return result;
  }

  private Expression choose(Expression.Conditional choice) {
    Expression.Name result = temporary(choice.span());
    Draft.Target then = draft.target();
    Draft.Target otherwise = draft.target();
    Draft.Target end = draft.target();
    if (choice.then().isPresent()) {
      conditions.decide(choice.condition(), then, otherwise);
      draft.place(then, choice.span());
      store(result, value(choice.then().get()));
    } else {
      store(result, value(choice.condition()));
      conditions.decide(result, then, otherwise);
      draft.place(then, choice.span());
    }
    draft.jump(end);
    draft.place(otherwise, choice.span());
    store(result, value(choice.otherwise()));
    draft.place(end, choice.span());
    return result;
  }

  private boolean isAssertion(Expression.Call call) {
    return call.callee() instanceof Expression.Name(_, String name)
        && !call.arguments().isEmpty()
        && traits.lowers(call.arguments().getFirst())
        && asserting.test(name);
  }

  private void assertion(Expression.Call call) {
    Expression condition = call.arguments().getFirst();
    Draft.Target holds = draft.target();
    Draft.Target fails = draft.target();
    conditions.decide(condition, holds, fails);
    draft.place(fails, call.span());
    List<Expression> arguments = new ArrayList<>(call.arguments());
    arguments.set(0, new Expression.IntegerLiteral(condition.span(), 0));
    draft.evaluate(value(new Expression.Call(call.span(), call.callee(), List.copyOf(arguments))));
    draft.place(holds, call.span());
  }

  private static boolean hasBlock(Expression.Call call) {
    return call.arguments().stream().anyMatch(Expression.BlockArgument.class::isInstance);
  }

  private Expression anyTimes(Expression.Call call) {
    List<Expression> rest = new ArrayList<>();
    List<Statement> bodies = new ArrayList<>();
    for (Expression argument : call.arguments()) {
      if (argument instanceof Expression.BlockArgument(Span span, Statement.Block block)) {
        bodies.add(block);
        rest.add(new Expression.EmptyArgument(span));
      } else {
        rest.add(argument);
      }
    }
    Expression.Call head = new Expression.Call(call.span(), call.callee(), List.copyOf(rest));
    blocks.anyTimes(head, new Statement.Block(call.span(), List.copyOf(bodies)));
    return new Expression.UnknownExpression(call.span(), "");
  }

  private static boolean isLogical(Expression.Binary binary) {
    return binary.operator() == BinaryOperator.LOGICAL_AND
        || binary.operator() == BinaryOperator.LOGICAL_OR;
  }
}
