package org.zaudit.syntax;

import java.util.ArrayList;
import java.util.List;
import org.zaudit.source.Span;
import org.zaudit.syntax.grammar.C.ArgumentContext;
import org.zaudit.syntax.grammar.C.ArgumentListContext;
import org.zaudit.syntax.grammar.C.ArgumentsContext;
import org.zaudit.syntax.grammar.C.BlockArgumentContext;
import org.zaudit.syntax.grammar.C.ExpressionArgumentContext;
import org.zaudit.syntax.grammar.C.MissingArgumentContext;
import org.zaudit.syntax.grammar.C.OperatorArgumentContext;
import org.zaudit.syntax.grammar.C.StatementContext;
import org.zaudit.syntax.grammar.C.StatementsArgumentContext;
import org.zaudit.syntax.grammar.C.TypeArgumentContext;
import org.zaudit.syntax.grammar.CBaseVisitor;

/** Makes expressions of the arguments of functions and macros. */
final class Arguments extends CBaseVisitor<Expression> {
  private final Translation translation;
  private final Origin origin;

  Arguments(Translation translation) {
    this.translation = translation;
    this.origin = translation.origin();
  }

  List<Expression> of(ArgumentsContext context) {
    return switch (context) {
      case ArgumentListContext list -> of(list);
      case StatementsArgumentContext statements ->
          List.of(block(statements.statements, statements));
      default -> throw new IllegalStateException("unlabelled " + context.getClass());
    };
  }

  private List<Expression> of(ArgumentListContext list) {
    if (list.items.size() == 1
        && list.statements.isEmpty()
        && list.items.getFirst() instanceof MissingArgumentContext none
        && none.exception == null) {
      return List.of();
    }
    List<Expression> arguments = new ArrayList<>(list.items.size());
    for (ArgumentContext item : list.items) {
      arguments.add(
          item.exception == null ? item.accept(this) : translation.unknownExpression(item));
    }
    if (!list.statements.isEmpty()) {
      arguments.add(block(list.statements, list));
    }
    return List.copyOf(arguments);
  }

  /** Statements without braces, as the argument of a macro. */
  private Expression block(List<StatementContext> statements, ArgumentsContext within) {
    Span span =
        statements.isEmpty()
            ? origin.span(within)
            : origin.span(statements.getFirst().start, statements.getLast().stop);
    return new Expression.BlockArgument(
        span, new Statement.Block(span, translation.statements().all(statements)));
  }

  @Override
  public Expression visitExpressionArgument(ExpressionArgumentContext context) {
    return translation.expressions().of(context.value);
  }

  @Override
  public Expression visitTypeArgument(TypeArgumentContext context) {
    Span span = origin.span(context);
    if (context.value == null) {
      return new Expression.TypeArgument(span, translation.types().of(context.type));
    }
    Statement variable =
        translation
            .statements()
            .declaration(span, context.type, translation.initializers().of(context.value));
    return new Expression.BlockArgument(span, new Statement.Block(span, List.of(variable)));
  }

  @Override
  public Expression visitOperatorArgument(OperatorArgumentContext context) {
    return new Expression.OperatorArgument(origin.span(context), origin.text(context.operator));
  }

  @Override
  public Expression visitBlockArgument(BlockArgumentContext context) {
    return new Expression.BlockArgument(
        origin.span(context), translation.statements().block(context.body));
  }

  @Override
  public Expression visitMissingArgument(MissingArgumentContext context) {
    return new Expression.EmptyArgument(origin.span(context));
  }
}
