package org.zaudit.syntax;

import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.atn.PredictionMode;
import org.zaudit.syntax.grammar.C;

/**
 * The generated parser with a bound on how deep rules may call each other, so that its stack does
 * not depend on the input.
 */
final class BoundedParser extends C {
  /**
   * An {@code else if} takes one level, a parenthesis three; no function of OpenZFS takes 80 in
   * all.
   */
  static final int MAX_DEPTH = 600;

  private int depth;

  BoundedParser(TokenArray tokens, int body) {
    super(tokens);
    removeErrorListeners();
    setErrorHandler(new Recovery(tokens, body));
    // Whatever the tree needs has a label in the grammar.
    setBuildParseTree(false);
    getInterpreter().setPredictionMode(PredictionMode.SLL);
  }

  @Override
  public void enterRule(ParserRuleContext context, int state, int rule) {
    if (depth >= MAX_DEPTH) {
      throw new TooDeep(getCurrentToken());
    }
    depth++;
    super.enterRule(context, state, rule);
  }

  @Override
  public void exitRule() {
    depth--;
    super.exitRule();
  }
}
