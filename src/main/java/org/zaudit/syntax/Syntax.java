package org.zaudit.syntax;

import java.util.List;
import java.util.stream.IntStream;
import org.antlr.v4.runtime.Token;
import org.zaudit.source.Expanded;
import org.zaudit.source.Span;
import org.zaudit.syntax.grammar.C;
import org.zaudit.syntax.grammar.C.FunctionContext;

/** The front door of the parser. Safe to use from several threads. */
public final class Syntax {
  /** Brackets within brackets; more than this is no program that a person wrote. */
  private static final int MAX_NESTING = 150;

  private static final String TOO_DEEP = "nested too deep";
  private static final String NO_BODY = "no function body";

  private Syntax() {}

  /**
   * What could not be read.
   *
   * @param at the token at which the grammar gave up
   */
  public record Loss(Span at, String token) {}

  /** What became of a chunk. */
  public sealed interface Outcome {
    /**
     * @param lost statements and expressions that the grammar could not make sense of
     */
    record Parsed(FunctionDefinition function, List<Loss> lost) implements Outcome {}

    /** No function was to be expected: the text is empty, or declares one without a body. */
    record Absent() implements Outcome {}

    /** The chunk gave no function. */
    record Skipped(Span at, String token, String reason) implements Outcome {}
  }

  /**
   * Parses one function definition. Never throws: deep nesting and nonsense are {@link
   * Outcome.Skipped}, and a statement that cannot be read costs only itself. Linear in the length
   * of the text.
   */
  public static Outcome parse(Expanded text) {
    Origin origin = new Origin(text);
    try {
      return parse(origin);
    } catch (TooDeep tooDeep) {
      return skipped(origin, tooDeep.at(), TOO_DEEP);
    } catch (StackOverflowError _) {
      // The bounds suit threads with a small stack, but the caller may have used up most of it.
      return new Outcome.Skipped(origin.span(0, 0), "", TOO_DEEP);
    }
  }

  private static Outcome parse(Origin origin) {
    Tokens tokens = Tokens.of(origin.expanded().text());
    if (tokens.nesting() > MAX_NESTING) {
      return skipped(origin, tokens.token(tokens.deepest()), TOO_DEEP);
    }
    Extent extent = Extent.of(tokens);
    int body = extent.body();
    if (body == Tokens.NONE) {
      return declaresOnly(tokens)
          ? new Outcome.Absent()
          : skipped(origin, tokens.token(0), NO_BODY);
    }
    Translation translation = new Translation(origin);
    leaveOut(extent, tokens, translation);
    int name = new Heads(tokens).name(body);
    Tagger.tag(tokens, body);
    FunctionContext function =
        new BoundedParser(tokens.toStream(), tokens.token(body).getTokenIndex()).function();
    if (function.body == null || function.body.exception != null) {
      return skipped(origin, tokens.token(body), NO_BODY);
    }
    FunctionDefinition definition =
        new Functions(translation).of(function, name == Tokens.NONE ? "" : tokens.word(name));
    return new Outcome.Parsed(definition, translation.lost());
  }

  /** Functions that a macro made are nobody's text; others are lost. */
  private static void leaveOut(Extent extent, Tokens tokens, Translation translation) {
    tokens.drop(0, extent.start() - 1);
    for (int other : extent.before()) {
      Token brace = tokens.token(other);
      if (translation.origin().expanded().positions().macro(brace.getStartIndex()).isEmpty()) {
        translation.lose(brace);
      }
    }
  }

  private static boolean declaresOnly(Tokens tokens) {
    boolean braces =
        IntStream.range(0, tokens.size())
            .anyMatch(i -> tokens.type(i) == C.L_BRACE || tokens.type(i) == C.R_BRACE);
    return !braces && (tokens.size() == 0 || tokens.type(tokens.size() - 1) == C.SEMICOLON);
  }

  private static Outcome skipped(Origin origin, Token at, String reason) {
    return new Outcome.Skipped(origin.span(at), origin.text(at), reason);
  }
}
