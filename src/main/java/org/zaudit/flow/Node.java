package org.zaudit.flow;

import java.util.List;
import java.util.Optional;
import org.zaudit.source.Span;
import org.zaudit.syntax.Expression;
import org.zaudit.syntax.TypeName;

/**
 * A point of the graph. Expressions in nodes hold no {@code &&}, {@code ||}, {@code ?:}, {@code !}
 * at the top of a condition, comma or statement expression: these became nodes and edges. A value
 * that such a construct yields lives in a temporary whose name begins with {@code %}.
 */
public sealed interface Node {
  int id();

  Span span();

  record Entry(int id, Span span) implements Node {}

  /** All returns and the closing brace lead here. */
  record Exit(int id, Span span) implements Node {}

  record Evaluate(int id, Span span, Expression expression) implements Node {}

  /**
   * A variable comes to life; its initialiser, if any, follows as an assignment in an {@link
   * Evaluate}.
   */
  record Declare(int id, Span span, String name, TypeName type) implements Node {}

  /** Variables of a block die here. */
  record Leave(int id, Span span, List<String> names) implements Node {}

  /** Two edges out, {@code Taken(true)} and {@code Taken(false)}. */
  record Branch(int id, Span span, Expression condition) implements Node {}

  record Switch(int id, Span span, Expression selector) implements Node {}

  /**
   * Head of a loop made by a macro of unknown body: {@code Taken(true)} enters the body, {@code
   * Taken(false)} leaves.
   */
  record AnyTimes(int id, Span span, Expression.Call head) implements Node {}

  record Return(int id, Span span, Optional<Expression> value) implements Node {}

  /** Joins; nothing happens. */
  record Label(int id, Span span, String name) implements Node {}

  record Unknown(int id, Span span, String text) implements Node {}
}
