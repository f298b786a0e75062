package org.zaudit.flow;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.zaudit.source.Span;
import org.zaudit.syntax.Expression;
import org.zaudit.syntax.Expression.UnaryOperator;
import org.zaudit.syntax.FunctionDefinition;
import org.zaudit.syntax.Statement;

/** Lowers statements to nodes and edges. One object lowers one function. */
final class StatementLowering implements Values.Blocks {
  /** A switch whose body is being lowered. */
  private static final class Choice {
    private final int node;
    private final List<Edge.Range> labels = new ArrayList<>();
    private boolean hasDefault;

    private Choice(int node) {
      this.node = node;
    }
  }

  private final Draft draft;
  private final Values values;
  private final Jumps jumps;
  private final Deque<Choice> choices = new ArrayDeque<>();
  private Locals locals = Locals.none();

  StatementLowering(Draft draft, Predicate<String> transparent, Predicate<String> asserting) {
    this.draft = draft;
    this.values = new Values(draft, this, transparent, asserting);
    this.jumps = new Jumps(draft);
  }

  void function(FunctionDefinition function) {
    function.body().statements().forEach(this::lower);
    draft.jump(draft.exit());
    jumps.finish(values.addressedLabels(), function.body().span());
  }

  private void lower(Statement statement) {
    switch (statement) {
      case Statement.Block block -> run(block);
      case Statement.ExpressionStatement(_, Expression expression) -> values.effect(expression);
      case Statement.Declaration declaration -> declaration.declarators().forEach(this::declare);
      case Statement.If choice -> choose(choice);
      case Statement.While loop -> loop(loop);
      case Statement.DoWhile loop -> loop(loop);
      case Statement.For loop -> loop(loop);
      case Statement.MacroLoop(_, Expression.Call head, Statement body) -> anyTimes(head, body);
      case Statement.Switch choice -> choose(choice);
      case Statement.Case(_, Expression low, Optional<Expression> high) ->
          label(new Edge.Range(low, high.orElse(low)));
      case Statement.Default _ -> byDefault();
      case Statement.Label(Span span, String name) -> jumps.label(span, name, locals);
      case Statement.Goto(Span span, String label) -> jumps.goTo(span, label, locals);
      case Statement.ComputedGoto(_, Expression target) -> {
        values.effect(target);
        jumps.computed();
      }
      case Statement.Break(Span span) -> jumps.breakOut(span, locals);
      case Statement.Continue(Span span) -> jumps.goOn(span, locals);
      case Statement.Return(Span span, Optional<Expression> value) -> {
        Optional<Expression> lowered = value.map(values::value);
        draft.put(id -> new Node.Return(id, span, lowered));
        draft.jump(draft.exit());
      }
      case Statement.Empty _ -> {}
      case Statement.Asm(Span span, List<Expression> operands) -> assembler(span, operands);
      case Statement.UnknownStatement(Span span, String text) ->
          draft.put(id -> new Node.Unknown(id, span, text));
    }
  }

  @Override
  public void run(Statement.Block block) {
    Locals before = locals;
    block.statements().forEach(this::lower);
    close(block.span(), before);
  }

  @Override
  public Expression inline(Expression.StatementExpression expression) {
    Locals before = locals;
    List<Statement> statements = expression.block().statements();
    int last = statements.size() - 1;
    while (last >= 0 && statements.get(last) instanceof Statement.Empty) {
      last--;
    }
    Expression result = new Expression.UnknownExpression(expression.span(), "");
    for (int i = 0; i <= last; i++) {
      if (i == last
          && statements.get(i) instanceof Statement.ExpressionStatement(_, Expression value)) {
        result = values.keep(values.value(value));
      } else {
        lower(statements.get(i));
      }
    }
    close(expression.span(), before);
    return result;
  }

  @Override
  public void anyTimes(Expression.Call head, Statement body) {
    Draft.Target again = draft.target();
    Draft.Target enter = draft.target();
    Draft.Target end = draft.target();
    draft.placeForGood(again, head.span(), "");
    Expression lowered = values.value(head);
    Expression.Call call = lowered instanceof Expression.Call c ? c : head;
    draft.fork(id -> new Node.AnyTimes(id, head.span(), call), enter, end);
    draft.place(enter, body.span());
    body(body, end, again);
    draft.jump(again);
    draft.place(end, body.span());
  }

  private void declare(Statement.Declarator declarator) {
    Span span = declarator.span();
    draft.put(id -> new Node.Declare(id, span, declarator.name(), declarator.type()));
    if (declarator.type().isStatic()) {
      // Initialised once, before the program starts, and alive until it ends (C11 6.2.4).
      declarator.initializer().ifPresent(values::note);
      return;
    }
    locals = locals.with(declarator.name());
    declarator
        .initializer()
        .ifPresent(initializer ->
            values.effect(
                new Expression.Assignment(
                    span,
                    Optional.empty(),
                    new Expression.Name(span, declarator.name()),
                    initializer)));
  }

  private void choose(Statement.If choice) {
    Draft.Target then = draft.target();
    Draft.Target otherwise = draft.target();
    Draft.Target end = draft.target();
    values.conditions().decide(choice.condition(), then, otherwise);
    draft.place(then, choice.span());
    scoped(choice.then());
    draft.jump(end);
    draft.place(otherwise, choice.span());
    choice.otherwise().ifPresent(this::scoped);
    draft.place(end, choice.span());
  }

  private void loop(Statement.While loop) {
    Draft.Target again = draft.target();
    Draft.Target enter = draft.target();
    Draft.Target end = draft.target();
    draft.placeForGood(again, loop.span(), "");
    values.conditions().decide(loop.condition(), enter, end);
    draft.place(enter, loop.span());
    body(loop.body(), end, again);
    draft.jump(again);
    draft.place(end, loop.span());
  }

  private void loop(Statement.DoWhile loop) {
    Draft.Target again = draft.target();
    Draft.Target test = draft.target();
    Draft.Target end = draft.target();
    boolean once = Constants.truth(loop.condition()).filter(truth -> !truth).isPresent();
    if (!once) {
      draft.placeForGood(again, loop.span(), "");
    }
    body(loop.body(), end, test);
    draft.place(test, loop.condition().span());
    if (!once) {
      values.conditions().decide(loop.condition(), again, end);
    }
    draft.place(end, loop.span());
  }

  private void loop(Statement.For loop) {
    Locals before = locals;
    loop.initializer().ifPresent(this::lower);
    Draft.Target again = draft.target();
    Draft.Target enter = draft.target();
    Draft.Target step = draft.target();
    Draft.Target end = draft.target();
    draft.placeForGood(again, loop.span(), "");
    if (loop.condition().isPresent()) {
      values.conditions().decide(loop.condition().get(), enter, end);
      draft.place(enter, loop.span());
    }
    body(loop.body(), end, step);
    draft.place(step, loop.span());
    loop.step().ifPresent(values::effect);
    draft.jump(again);
    draft.place(end, loop.span());
    close(loop.span(), before);
  }

  private void body(Statement body, Draft.Target onBreak, Draft.Target onContinue) {
    jumps.enterLoop(onBreak, onContinue, locals);
    scoped(body);
    jumps.leaveLoop();
  }

  private void choose(Statement.Switch statement) {
    Expression selector = values.value(statement.selector());
    Choice choice = new Choice(draft.select(id -> new Node.Switch(id, selector.span(), selector)));
    Draft.Target end = draft.target();
    choices.push(choice);
    jumps.enterSwitch(end, locals);
    scoped(statement.body());
    jumps.leaveSwitch();
    choices.pop();
    draft.jump(end);
    if (!choice.hasDefault) {
      draft.otherwise(choice.node, choice.labels);
    }
    draft.place(end, statement.span());
  }

  private void label(Edge.Range range) {
    Choice choice = choices.peek();
    if (choice != null) {
      choice.labels.add(range);
      draft.label(choice.node, range);
    }
  }

  private void byDefault() {
    Choice choice = choices.peek();
    if (choice != null && !choice.hasDefault) {
      choice.hasDefault = true;
      draft.otherwise(choice.node, choice.labels);
    }
  }

  /** An operand may be written: what is handed to the opaque call is its address. */
  private void assembler(Span span, List<Expression> operands) {
    List<Expression> arguments = new ArrayList<>();
    for (Expression operand : operands) {
      boolean place =
          operand instanceof Expression.Name
              || operand instanceof Expression.Member
              || operand instanceof Expression.Index;
      arguments.add(
          place ? new Expression.Unary(operand.span(), UnaryOperator.ADDRESS, operand) : operand);
    }
    values.effect(
        new Expression.Call(span, new Expression.Name(span, "asm"), List.copyOf(arguments)));
  }

  /** A substatement is a block of its own, braces or not (C11 6.8.4, 6.8.5). */
  private void scoped(Statement statement) {
    Locals before = locals;
    lower(statement);
    close(statement.span(), before);
  }

  private void close(Span block, Locals before) {
    jumps.leave(new Span(Math.max(block.start(), block.end() - 1), block.end()), locals, before);
    locals = before;
  }
}
