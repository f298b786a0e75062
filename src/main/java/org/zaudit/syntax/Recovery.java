package org.zaudit.syntax;

import java.util.List;
import org.antlr.v4.runtime.DefaultErrorStrategy;
import org.antlr.v4.runtime.InputMismatchException;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.misc.IntervalSet;
import org.zaudit.syntax.grammar.C;
import org.zaudit.syntax.grammar.C.ArgumentListContext;
import org.zaudit.syntax.grammar.C.BlockContext;
import org.zaudit.syntax.grammar.C.BracesContext;
import org.zaudit.syntax.grammar.C.DeclarationContext;
import org.zaudit.syntax.grammar.C.DoStatementContext;
import org.zaudit.syntax.grammar.C.HeadContext;
import org.zaudit.syntax.grammar.C.ParametersContext;
import org.zaudit.syntax.grammar.C.StatementContext;
import org.zaudit.syntax.grammar.C.StatementsArgumentContext;

/**
 * Keeps an error as small as it can: an argument, a condition, a statement. An error unwinds the
 * rules up to one of these, which goes on behind the tokens it lost; its context keeps the
 * exception, and so the tree builder knows.
 */
final class Recovery extends DefaultErrorStrategy {
  private final TokenArray tokens;
  private final int body;

  /**
   * @param body the brace that opens the function's body
   */
  Recovery(TokenArray tokens, int body) {
    this.tokens = tokens;
    this.body = body;
  }

  @Override
  public void reportError(Parser parser, RecognitionException error) {
    // the context has it
  }

  @Override
  public void reportMatch(Parser parser) {
    // no state to leave
  }

  @Override
  public void recover(Parser parser, RecognitionException error) {
    int start = parser.getContext().start.getTokenIndex();
    switch (parser.getContext().getRuleIndex()) {
      case C.RULE_statement -> tokens.seek(afterStatement(start, tokens.index()));
      case C.RULE_argument, C.RULE_parameter, C.RULE_element -> tokens.seek(afterItem(start));
      case C.RULE_condition, C.RULE_forHead, C.RULE_asmBody -> {
        int close = tokens.partner(tokens.get(start).getType() == C.IDENTIFIER ? start + 1 : start);
        if (close < start) {
          throw error;
        }
        tokens.seek(close + 1);
      }
      case C.RULE_head -> tokens.seek(body);
      case C.RULE_function -> tokens.seek(tokens.size());
      default -> throw error;
    }
  }

  /**
   * The index after the statement that begins at the start: behind its semicolon or block, never
   * beyond the enclosing bracket, and never before the error, or it would be met again.
   */
  private int afterStatement(int start, int error) {
    int at = start;
    while (at < tokens.size() - 1) {
      int partner = tokens.partner(at);
      int type = tokens.get(at).getType();
      if (partner != Tokens.NONE && partner < at) {
        return at;
      }
      at = Math.max(at, partner) + 1;
      boolean ends =
          type == C.SEMICOLON
              || type == C.L_BRACE && partner != Tokens.NONE && !statementGoesOn(start, at);
      if (ends && at > error) {
        return at;
      }
    }
    return at;
  }

  private boolean statementGoesOn(int start, int at) {
    return switch (tokens.get(at).getType()) {
      case C.SEMICOLON, C.COMMA, C.DOT, C.ARROW, C.L_BRACKET, C.ASSIGN, C.R_PAREN, C.ELSE -> true;
      case C.WHILE -> tokens.get(start).getType() == C.DO;
      default -> false;
    };
  }

  private int afterItem(int start) {
    int at = start;
    while (at < tokens.size() - 1) {
      int partner = tokens.partner(at);
      int type = tokens.get(at).getType();
      boolean enclosing = partner != Tokens.NONE && partner < at;
      if (type == C.COMMA || type == C.STATEMENTS_COMMA || type == C.SEMICOLON || enclosing) {
        return at;
      }
      at = Math.max(at, partner) + 1;
    }
    return at;
  }

  /**
   * Called before and in every loop of the grammar: catches what can neither go on with the list
   * nor end it.
   */
  @Override
  public void sync(Parser parser) {
    switch (parser.getContext()) {
      case BlockContext block -> statements(parser, block, block.statements);
      case StatementsArgumentContext argument -> statements(parser, argument, argument.statements);
      case ArgumentListContext list -> {
        if (items(parser, list.items)) {
          statements(parser, list, list.statements);
        }
      }
      case ParametersContext list -> items(parser, list.items);
      case BracesContext list -> items(parser, list.items);
      case HeadContext _ -> head(parser);
      default -> {}
    }
  }

  /** What goes on behind the declarator must be declarations, up to the body. */
  private void head(Parser parser) {
    IntervalSet expected = expected(parser);
    boolean mayEnd = expected.contains(Token.EPSILON);
    if (mayEnd && !expected.contains(tokens.LA(1)) && tokens.index() != body) {
      throw new InputMismatchException(parser);
    }
  }

  private boolean misplaced(IntervalSet expected) {
    int type = tokens.LA(1);
    return type != Token.EOF && !expected.contains(type);
  }

  private IntervalSet expected(Parser parser) {
    return parser.getATN().nextTokens(parser.getATN().states.get(parser.getState()));
  }

  private void statements(
      Parser parser, ParserRuleContext list, List<StatementContext> statements) {
    IntervalSet expected = expected(parser);
    while (misplaced(expected)
        && !(tokens.partner(tokens.index()) < tokens.index()
            && tokens.partner(tokens.index()) != Tokens.NONE)) {
      StatementContext lost = new StatementContext(list, parser.getState());
      lost.start = tokens.LT(1);
      lost.exception = new InputMismatchException(parser);
      tokens.seek(afterStatement(tokens.index(), tokens.index()));
      lost.stop = tokens.LT(-1);
      statements.add(lost);
    }
  }

  /**
   * Loses the last item with what follows on it. Returns whether the list has come to its
   * statements.
   */
  private boolean items(Parser parser, List<? extends ParserRuleContext> items) {
    IntervalSet expected = expected(parser);
    if (!expected.contains(C.COMMA)) {
      return true;
    }
    if (!items.isEmpty() && misplaced(expected)) {
      ParserRuleContext last = items.getLast();
      last.exception = new InputMismatchException(parser);
      tokens.seek(afterItem(tokens.index()));
      last.stop = tokens.LT(-1);
    }
    return false;
  }

  /**
   * A semicolon may be missing where a macro brought its own, and at the end of a block or of the
   * statements that are a macro's argument.
   */
  @Override
  public Token recoverInline(Parser parser) {
    boolean forgiven =
        switch (parser.getContext()) {
          case DoStatementContext _ -> true;
          case StatementContext _ -> tokens.LA(1) == C.R_BRACE || tokens.LA(1) == C.R_PAREN;
          case DeclarationContext _ -> tokens.LA(1) == C.R_BRACE;
          default -> false;
        };
    IntervalSet expected = expected(parser);
    if (forgiven && expected.size() == 1 && expected.contains(C.SEMICOLON)) {
      return tokens.LT(-1);
    }
    throw new InputMismatchException(parser);
  }
}
