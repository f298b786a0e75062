package org.zaudit.source.condition;

import java.util.Optional;
import org.antlr.v4.runtime.BailErrorStrategy;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.misc.ParseCancellationException;
import org.zaudit.source.condition.grammar.ConditionLexer;
import org.zaudit.source.condition.grammar.ConditionParser;

/** The door of the grammar {@code Condition.g4}. Safe to use from several threads. */
public final class FormulaParser {
  /**
   * Parser and tree are recursive: this many tokens fit on any stack, and nobody has written a
   * condition half as long.
   */
  public static final int MAXIMUM_TOKENS = 1000;

  private FormulaParser() {}

  /**
   * The tree of an expression; empty when the text is none, or is longer than the bound. Never
   * throws.
   */
  public static Optional<Formula> parse(String text) {
    CommonTokenStream tokens = tokens(text);
    tokens.fill();
    if (tokens.size() > MAXIMUM_TOKENS) {
      return Optional.empty();
    }
    ConditionParser parser = new ConditionParser(tokens);
    parser.removeErrorListeners();
    parser.setErrorHandler(new BailErrorStrategy());
    try {
      return Optional.of(new FormulaBuilder().visit(parser.condition().expression()));
    } catch (ParseCancellationException | NumberFormatException notAnExpression) {
      return Optional.empty();
    }
  }

  /**
   * The tokens of any text with one blank between those that would otherwise run into one another,
   * so that layout and comments make no difference.
   */
  public static String normalise(String text) {
    CommonTokenStream tokens = tokens(text);
    tokens.fill();
    StringBuilder result = new StringBuilder(text.length());
    for (Token token : tokens.getTokens()) {
      if (token.getType() != Token.EOF) {
        Spacing.append(result, token.getText());
      }
    }
    return result.toString();
  }

  private static CommonTokenStream tokens(String text) {
    ConditionLexer lexer = new ConditionLexer(CharStreams.fromString(text));
    lexer.removeErrorListeners();
    return new CommonTokenStream(lexer);
  }
}
