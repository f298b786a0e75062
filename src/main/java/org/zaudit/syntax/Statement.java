package org.zaudit.syntax;

import java.util.List;
import java.util.Optional;
import org.zaudit.source.Span;

/** A statement or block-level declaration of C. */
public sealed interface Statement {
  Span span();

  record Block(Span span, List<Statement> statements) implements Statement {}

  record ExpressionStatement(Span span, Expression expression) implements Statement {}

  /**
   * Variables only; typedefs, prototypes and bare struct declarations inside functions are {@link
   * Empty}.
   */
  record Declaration(Span span, List<Declarator> declarators) implements Statement {}

  record Declarator(Span span, String name, TypeName type, Optional<Expression> initializer) {}

  record If(Span span, Expression condition, Statement then, Optional<Statement> otherwise)
      implements Statement {}

  record While(Span span, Expression condition, Statement body) implements Statement {}

  record DoWhile(Span span, Statement body, Expression condition) implements Statement {}

  /** {@code initializer} is an expression statement, a declaration or empty. */
  record For(
      Span span,
      Optional<Statement> initializer,
      Optional<Expression> condition,
      Optional<Expression> step,
      Statement body)
      implements Statement {}

  /**
   * {@code list_for_each_entry(pos, head, member) body}: a call followed by a statement; the body
   * runs zero or more times.
   */
  record MacroLoop(Span span, Expression.Call head, Statement body) implements Statement {}

  record Switch(Span span, Expression selector, Statement body) implements Statement {}

  /**
   * {@code case low:} or {@code case low ... high:}; the labelled statement follows in the same
   * list.
   */
  record Case(Span span, Expression low, Optional<Expression> high) implements Statement {}

  record Default(Span span) implements Statement {}

  /** The labelled statement follows in the same list. */
  record Label(Span span, String name) implements Statement {}

  record Goto(Span span, String label) implements Statement {}

  record ComputedGoto(Span span, Expression target) implements Statement {}

  record Break(Span span) implements Statement {}

  record Continue(Span span) implements Statement {}

  record Return(Span span, Optional<Expression> value) implements Statement {}

  record Empty(Span span) implements Statement {}

  record Asm(Span span, List<Expression> operands) implements Statement {}

  /** Tokens that the grammar could not make sense of, up to the end of the statement. */
  record UnknownStatement(Span span, String text) implements Statement {}
}
