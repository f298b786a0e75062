package org.zaudit.analysis;

import java.util.List;
import org.zaudit.analysis.Holding.Act;
import org.zaudit.analysis.Symbol.Made;
import org.zaudit.source.Span;
import org.zaudit.syntax.Expression;

/**
 * One call.
 *
 * @param number of the place among those of the function
 */
record Site(
    Evaluator evaluator, Expression.Call call, String callee, int number, List<Symbol> arguments) {
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
