package org.zaudit.syntax;

import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.Token;
import org.zaudit.source.Span;
import org.zaudit.syntax.Expression.BinaryOperator;
import org.zaudit.syntax.Expression.UnaryOperator;
import org.zaudit.syntax.grammar.C;
import org.zaudit.syntax.grammar.C.AssignmentContext;
import org.zaudit.syntax.grammar.C.AssociationContext;
import org.zaudit.syntax.grammar.C.CallSuffixContext;
import org.zaudit.syntax.grammar.C.CastContext;
import org.zaudit.syntax.grammar.C.CompoundLiteralContext;
import org.zaudit.syntax.grammar.C.ExpressionContext;
import org.zaudit.syntax.grammar.C.GenericContext;
import org.zaudit.syntax.grammar.C.IndexSuffixContext;
import org.zaudit.syntax.grammar.C.LabelAddressContext;
import org.zaudit.syntax.grammar.C.LiteralContext;
import org.zaudit.syntax.grammar.C.MemberSuffixContext;
import org.zaudit.syntax.grammar.C.NameContext;
import org.zaudit.syntax.grammar.C.OffsetofContext;
import org.zaudit.syntax.grammar.C.OperandContext;
import org.zaudit.syntax.grammar.C.ParenthesisedContext;
import org.zaudit.syntax.grammar.C.PrefixContext;
import org.zaudit.syntax.grammar.C.SizeofExpressionContext;
import org.zaudit.syntax.grammar.C.SizeofTypeContext;
import org.zaudit.syntax.grammar.C.StatementExpressionContext;
import org.zaudit.syntax.grammar.C.StepSuffixContext;
import org.zaudit.syntax.grammar.C.StringLiteralContext;
import org.zaudit.syntax.grammar.C.SuffixContext;
import org.zaudit.syntax.grammar.C.VaArgContext;
import org.zaudit.syntax.grammar.CBaseVisitor;

/** Makes expressions of what the grammar read. */
final class Expressions extends CBaseVisitor<Expression> {
  private final Translation translation;
  private final Origin origin;

  Expressions(Translation translation) {
    this.translation = translation;
    this.origin = translation.origin();
  }

  Expression of(ExpressionContext context) {
    if (context.items.size() == 1) {
      return of(context.items.getFirst());
    }
    translation.enter(context.items.size(), context.start);
    Expression left = of(context.items.getFirst());
    for (AssignmentContext item : context.items.subList(1, context.items.size())) {
      Expression right = of(item);
      left = new Expression.Comma(left.span().to(right.span()), left, right);
    }
    translation.leave(context.items.size());
    return left;
  }

  Expression of(AssignmentContext context) {
    if (context.operators.isEmpty()) {
      return of(context.operands.getFirst());
    }
    // The tree is at most this much deeper than its operands are.
    int depth = context.operators.size();
    translation.enter(depth, context.start);
    List<Expression> operands = new ArrayList<>(context.operands.size());
    for (OperandContext operand : context.operands) {
      operands.add(of(operand));
    }
    List<Expression> middles = new ArrayList<>(context.middles.size());
    for (ExpressionContext middle : context.middles) {
      middles.add(of(middle));
    }
    translation.leave(depth);
    return Operators.apply(operands, context.operators, middles);
  }

  private Expression of(OperandContext context) {
    translation.enter(1, context.start);
    Expression expression = context.accept(this);
    translation.leave(1);
    return expression;
  }

  @Override
  public Expression visitPrefix(PrefixContext context) {
    return new Expression.Unary(
        origin.span(context), Operators.prefix(context.operator.getType()), of(context.value));
  }

  @Override
  public Expression visitCast(CastContext context) {
    return new Expression.Cast(
        origin.span(context), translation.types().of(context.type), of(context.value));
  }

  @Override
  public Expression visitSizeofExpression(SizeofExpressionContext context) {
    return new Expression.SizeofExpression(origin.span(context), of(context.value));
  }

  @Override
  public Expression visitSizeofType(SizeofTypeContext context) {
    return new Expression.SizeofType(origin.span(context), translation.types().of(context.type));
  }

  @Override
  public Expression visitLabelAddress(LabelAddressContext context) {
    return new Expression.LabelAddress(origin.span(context), origin.text(context.label));
  }

  @Override
  public Expression visitLiteral(LiteralContext context) {
    String text = origin.text(context.literal);
    Span span = origin.span(context.literal);
    Expression number =
        switch (context.literal.getType()) {
          case C.INTEGER -> new Expression.IntegerLiteral(span, Literals.integer(text));
          case C.CHARACTER -> new Expression.IntegerLiteral(span, Literals.character(text));
          default -> new Expression.FloatLiteral(span, text);
        };
    return context.unit == null ? number : product(context, number);
  }

  /** {@code 64 KB}: a macro that begins with the operator, which is hardly ever another one. */
  private Expression product(LiteralContext context, Expression number) {
    return new Expression.Binary(
        origin.span(context), BinaryOperator.MULTIPLY, number, name(context.unit));
  }

  @Override
  public Expression visitName(NameContext context) {
    return suffixed(context.name, context.suffixes, () -> name(context.name));
  }

  Expression.Name name(Token token) {
    return new Expression.Name(origin.span(token), origin.text(token));
  }

  @Override
  public Expression visitStringLiteral(StringLiteralContext context) {
    return suffixed(
        context.start,
        context.suffixes,
        () -> new Expression.StringLiteral(origin.span(context.value), origin.text(context.value)));
  }

  @Override
  public Expression visitParenthesised(ParenthesisedContext context) {
    return suffixed(context.start, context.suffixes, () -> of(context.value));
  }

  @Override
  public Expression visitStatementExpression(StatementExpressionContext context) {
    return suffixed(
        context.start,
        context.suffixes,
        () -> {
          Statement.Block block = translation.statements().block(context.body);
          return new Expression.StatementExpression(block.span(), block);
        });
  }

  @Override
  public Expression visitCompoundLiteral(CompoundLiteralContext context) {
    return suffixed(
        context.start,
        context.suffixes,
        () ->
            new Expression.CompoundLiteral(
                origin.span(context.start, context.list.stop),
                translation.types().of(context.type),
                translation.initializers().list(context.list)));
  }

  @Override
  public Expression visitOffsetof(OffsetofContext context) {
    return new Expression.Offsetof(
        origin.span(context), translation.types().of(context.type), origin.text(context.member));
  }

  @Override
  public Expression visitVaArg(VaArgContext context) {
    return suffixed(
        context.start,
        context.suffixes,
        () ->
            new Expression.VaArg(
                origin.span(context), of(context.list), translation.types().of(context.type)));
  }

  @Override
  public Expression visitGeneric(GenericContext context) {
    return suffixed(
        context.start,
        context.suffixes,
        () -> {
          List<Expression> choices = new ArrayList<>();
          for (AssociationContext choice : context.choices) {
            choices.add(of(choice.value));
          }
          return new Expression.Generic(
              origin.span(context), of(context.selector), List.copyOf(choices));
        });
  }

  /** What computes an expression when its depth is accounted for. */
  private interface Base {
    Expression expression();
  }

  private Expression suffixed(Token first, List<SuffixContext> suffixes, Base base) {
    if (suffixes.isEmpty()) {
      return base.expression();
    }
    translation.enter(suffixes.size(), first);
    Expression expression = base.expression();
    for (SuffixContext suffix : suffixes) {
      expression = suffixed(origin.span(first, suffix.stop), expression, suffix);
    }
    translation.leave(suffixes.size());
    return expression;
  }

  private Expression suffixed(Span span, Expression base, SuffixContext suffix) {
    return switch (suffix) {
      case CallSuffixContext call ->
          new Expression.Call(span, base, translation.arguments().of(call.list));
      case MemberSuffixContext member ->
          new Expression.Member(
              span, base, origin.text(member.field), member.operator.getType() == C.ARROW);
      case IndexSuffixContext index -> new Expression.Index(span, base, of(index.index));
      case StepSuffixContext step -> new Expression.Unary(span, postfix(step), base);
      default -> throw new IllegalStateException("unlabelled " + suffix.getClass());
    };
  }

  private static UnaryOperator postfix(StepSuffixContext step) {
    return step.operator.getType() == C.INCREMENT
        ? UnaryOperator.POST_INCREMENT
        : UnaryOperator.POST_DECREMENT;
  }
}
