package org.zaudit.syntax;

import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;

/**
 * One function's way from what the grammar read to the tree: the translators, how deep they are,
 * and what was lost.
 */
final class Translation {
  /**
   * Whoever walks the tree takes a few frames of the stack for each level. No function of OpenZFS
   * has 40 levels.
   */
  static final int MAX_DEPTH = 400;

  private final Origin origin;
  private final Types types;
  private final Arguments arguments;
  private final Initializers initializers;
  private final Expressions expressions;
  private final Statements statements;
  private int depth;
  private final List<Syntax.Loss> lost = new ArrayList<>();

  Translation(Origin origin) {
    this.origin = origin;
    this.types = new Types(origin);
    this.arguments = new Arguments(this);
    this.initializers = new Initializers(this);
    this.expressions = new Expressions(this);
    this.statements = new Statements(this);
  }

  Origin origin() {
    return origin;
  }

  Types types() {
    return types;
  }

  Arguments arguments() {
    return arguments;
  }

  Initializers initializers() {
    return initializers;
  }

  Expressions expressions() {
    return expressions;
  }

  Statements statements() {
    return statements;
  }

  /**
   * Goes down the tree. Chains are flat in the grammar and deep in the tree, so they count by their
   * length.
   */
  void enter(int levels, Token at) {
    depth += levels;
    if (depth > MAX_DEPTH) {
      throw new TooDeep(at);
    }
  }

  void leave(int levels) {
    depth -= levels;
  }

  /** What this rule was to read is lost. */
  void lose(ParserRuleContext context) {
    Token at = context.start;
    if (context.exception != null && context.exception.getOffendingToken() != null) {
      at = context.exception.getOffendingToken();
    }
    if (at.getType() == Token.EOF) {
      at = context.start;
    }
    lose(at);
  }

  void lose(Token at) {
    lost.add(new Syntax.Loss(origin.span(at), at.getType() == Token.EOF ? "" : origin.text(at)));
  }

  List<Syntax.Loss> lost() {
    return List.copyOf(lost);
  }

  Expression unknownExpression(ParserRuleContext context) {
    lose(context);
    return new Expression.UnknownExpression(origin.span(context), origin.text(context));
  }
}
