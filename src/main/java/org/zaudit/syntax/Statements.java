package org.zaudit.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.Token;
import org.zaudit.source.Span;
import org.zaudit.syntax.grammar.C.ArgumentsContext;
import org.zaudit.syntax.grammar.C.AsmGroupContext;
import org.zaudit.syntax.grammar.C.AsmOperandContext;
import org.zaudit.syntax.grammar.C.AsmPartContext;
import org.zaudit.syntax.grammar.C.AsmStatementContext;
import org.zaudit.syntax.grammar.C.BlockContext;
import org.zaudit.syntax.grammar.C.BlockStatementContext;
import org.zaudit.syntax.grammar.C.BreakStatementContext;
import org.zaudit.syntax.grammar.C.CaseLabelContext;
import org.zaudit.syntax.grammar.C.ConditionContext;
import org.zaudit.syntax.grammar.C.ContinueStatementContext;
import org.zaudit.syntax.grammar.C.DeclarationContext;
import org.zaudit.syntax.grammar.C.DeclarationStatementContext;
import org.zaudit.syntax.grammar.C.DefaultLabelContext;
import org.zaudit.syntax.grammar.C.DoStatementContext;
import org.zaudit.syntax.grammar.C.EmptyStatementContext;
import org.zaudit.syntax.grammar.C.ExpressionStatementContext;
import org.zaudit.syntax.grammar.C.ForHeadContext;
import org.zaudit.syntax.grammar.C.ForStatementContext;
import org.zaudit.syntax.grammar.C.GotoStatementContext;
import org.zaudit.syntax.grammar.C.IfStatementContext;
import org.zaudit.syntax.grammar.C.InitDeclaratorContext;
import org.zaudit.syntax.grammar.C.LabelStatementContext;
import org.zaudit.syntax.grammar.C.LocalLabelsContext;
import org.zaudit.syntax.grammar.C.MacroLoopContext;
import org.zaudit.syntax.grammar.C.MacroStatementContext;
import org.zaudit.syntax.grammar.C.ReturnStatementContext;
import org.zaudit.syntax.grammar.C.StatementContext;
import org.zaudit.syntax.grammar.C.SwitchStatementContext;
import org.zaudit.syntax.grammar.C.TypeNameContext;
import org.zaudit.syntax.grammar.C.WhileStatementContext;
import org.zaudit.syntax.grammar.C.WordLoopContext;
import org.zaudit.syntax.grammar.C.WordStatementContext;
import org.zaudit.syntax.grammar.CBaseVisitor;

/** Makes statements of what the grammar read. */
final class Statements extends CBaseVisitor<Statement> {
  private final Translation translation;
  private final Origin origin;

  Statements(Translation translation) {
    this.translation = translation;
    this.origin = translation.origin();
  }

  Statement.Block block(BlockContext context) {
    return new Statement.Block(origin.span(context), all(context.statements));
  }

  List<Statement> all(List<StatementContext> contexts) {
    List<Statement> statements = new ArrayList<>(contexts.size());
    for (StatementContext context : contexts) {
      statements.add(of(context));
    }
    return List.copyOf(statements);
  }

  Statement of(StatementContext context) {
    if (context.exception != null) {
      translation.lose(context);
      return new Statement.UnknownStatement(origin.span(context), origin.text(context));
    }
    translation.enter(1, context.start);
    Statement statement = context.accept(this);
    translation.leave(1);
    return statement;
  }

  private Expression condition(ConditionContext context) {
    if (context.exception != null) {
      return translation.unknownExpression(context);
    }
    return context.macro == null
        ? translation.expressions().of(context.value)
        : call(context.macro, context.list);
  }

  @Override
  public Statement visitBlockStatement(BlockStatementContext context) {
    return block(context.body);
  }

  @Override
  public Statement visitDeclarationStatement(DeclarationStatementContext context) {
    return declaration(context.variables);
  }

  Statement declaration(DeclarationContext context) {
    Types.Base base = translation.types().base(context.type);
    List<Statement.Declarator> declarators = new ArrayList<>(context.items.size());
    if (!base.isTypedef()) {
      for (InitDeclaratorContext item : context.items) {
        Types.Shape shape = Types.Shape.of(item.target);
        if (!shape.isPrototype()) {
          declarators.add(declarator(item, shape, base));
        }
      }
    }
    Span span = origin.span(context);
    return declarators.isEmpty()
        ? new Statement.Empty(span)
        : new Statement.Declaration(span, List.copyOf(declarators));
  }

  /** A variable that is declared as the argument of a macro. */
  Statement declaration(Span span, TypeNameContext type, Expression initializer) {
    Types.Shape shape = Types.Shape.of(Optional.ofNullable(type.shape));
    TypeName of = translation.types().of(type);
    String name = shape.name().map(origin::text).orElse("");
    return new Statement.Declaration(
        span, List.of(new Statement.Declarator(span, name, of, Optional.of(initializer))));
  }

  private Statement.Declarator declarator(
      InitDeclaratorContext item, Types.Shape shape, Types.Base base) {
    Optional<Expression> initializer =
        Optional.ofNullable(item.value).map(translation.initializers()::of);
    return new Statement.Declarator(
        origin.span(item),
        shape.name().map(origin::text).orElse(""),
        base.with(shape),
        initializer);
  }

  @Override
  public Statement visitExpressionStatement(ExpressionStatementContext context) {
    return new Statement.ExpressionStatement(
        origin.span(context), translation.expressions().of(context.value));
  }

  @Override
  public Statement visitEmptyStatement(EmptyStatementContext context) {
    return new Statement.Empty(origin.span(context));
  }

  @Override
  public Statement visitLocalLabels(LocalLabelsContext context) {
    return new Statement.Empty(origin.span(context));
  }

  @Override
  public Statement visitIfStatement(IfStatementContext context) {
    Expression test = condition(context.test);
    Statement then = of(context.then);
    return new Statement.If(
        origin.span(context), test, then, Optional.ofNullable(context.otherwise).map(this::of));
  }

  @Override
  public Statement visitWhileStatement(WhileStatementContext context) {
    return new Statement.While(origin.span(context), condition(context.test), of(context.body));
  }

  @Override
  public Statement visitDoStatement(DoStatementContext context) {
    return new Statement.DoWhile(origin.span(context), of(context.body), condition(context.test));
  }

  @Override
  public Statement visitForStatement(ForStatementContext context) {
    ForHeadContext head = context.control;
    if (head.exception != null) {
      Expression unknown = translation.unknownExpression(head);
      return new Statement.For(
          origin.span(context),
          Optional.empty(),
          Optional.of(unknown),
          Optional.empty(),
          of(context.body));
    }
    return new Statement.For(
        origin.span(context),
        initializer(head),
        Optional.ofNullable(head.test).map(translation.expressions()::of),
        Optional.ofNullable(head.step).map(translation.expressions()::of),
        of(context.body));
  }

  private Optional<Statement> initializer(ForHeadContext head) {
    if (head.variables != null) {
      return Optional.of(declaration(head.variables));
    }
    return Optional.ofNullable(head.first)
        .map(first ->
            new Statement.ExpressionStatement(
                origin.span(first), translation.expressions().of(first)));
  }

  @Override
  public Statement visitSwitchStatement(SwitchStatementContext context) {
    return new Statement.Switch(
        origin.span(context), condition(context.selector), of(context.body));
  }

  @Override
  public Statement visitMacroLoop(MacroLoopContext context) {
    return new Statement.MacroLoop(
        origin.span(context), call(context.name, context.list), of(context.body));
  }

  @Override
  public Statement visitWordLoop(WordLoopContext context) {
    Expression.Name name = translation.expressions().name(context.name);
    return new Statement.MacroLoop(
        origin.span(context), new Expression.Call(name.span(), name, List.of()), of(context.body));
  }

  @Override
  public Statement visitMacroStatement(MacroStatementContext context) {
    return new Statement.ExpressionStatement(
        origin.span(context), call(context.name, context.list));
  }

  @Override
  public Statement visitWordStatement(WordStatementContext context) {
    return new Statement.ExpressionStatement(
        origin.span(context), translation.expressions().name(context.name));
  }

  private Expression.Call call(Token name, ArgumentsContext list) {
    return new Expression.Call(
        origin.span(name, list.stop),
        translation.expressions().name(name),
        translation.arguments().of(list));
  }

  @Override
  public Statement visitCaseLabel(CaseLabelContext context) {
    Expression low = translation.expressions().of(context.low);
    return new Statement.Case(
        origin.span(context),
        low,
        Optional.ofNullable(context.high).map(translation.expressions()::of));
  }

  @Override
  public Statement visitDefaultLabel(DefaultLabelContext context) {
    return new Statement.Default(origin.span(context));
  }

  @Override
  public Statement visitLabelStatement(LabelStatementContext context) {
    return new Statement.Label(origin.span(context), origin.text(context.name));
  }

  @Override
  public Statement visitGotoStatement(GotoStatementContext context) {
    Span span = origin.span(context);
    return context.label != null
        ? new Statement.Goto(span, origin.text(context.label))
        : new Statement.ComputedGoto(span, translation.expressions().of(context.target));
  }

  @Override
  public Statement visitBreakStatement(BreakStatementContext context) {
    return new Statement.Break(origin.span(context));
  }

  @Override
  public Statement visitContinueStatement(ContinueStatementContext context) {
    return new Statement.Continue(origin.span(context));
  }

  @Override
  public Statement visitReturnStatement(ReturnStatementContext context) {
    return new Statement.Return(
        origin.span(context),
        Optional.ofNullable(context.value).map(translation.expressions()::of));
  }

  @Override
  public Statement visitAsmStatement(AsmStatementContext context) {
    if (context.content == null) {
      return new Statement.Asm(origin.span(context), List.of());
    }
    if (context.content.exception != null) {
      return new Statement.Asm(
          origin.span(context), List.of(translation.unknownExpression(context.content)));
    }
    List<Expression> operands = new ArrayList<>();
    addOperands(context.content.parts, operands);
    return new Statement.Asm(origin.span(context), List.copyOf(operands));
  }

  private void addOperands(List<AsmPartContext> parts, List<Expression> operands) {
    for (AsmPartContext part : parts) {
      switch (part) {
        case AsmOperandContext operand -> operands.add(translation.expressions().of(operand.value));
        case AsmGroupContext group -> addOperands(group.parts, operands);
        default -> {}
      }
    }
  }
}
