package org.zaudit.syntax;

import org.zaudit.source.Expanded;
import org.zaudit.source.Span;
import org.zaudit.syntax.grammar.C.FunctionContext;

/** The front door of the parser. Safe to use from several threads. */
public final class Syntax {
  /** Brackets within brackets; more than this is no program that a person wrote. */
  private static final int MAX_NESTING = 200;

  private Syntax() {}

  /** What became of a chunk. */
  public sealed interface Outcome {
    /**
     * @param lost statements and expressions that the grammar could not make sense of
     */
    record Parsed(FunctionDefinition function, int lost) implements Outcome {}

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
      return skipped(origin, tooDeep.offset(), "nested too deep");
    } catch (StackOverflowError _) {
      // The bounds are made for threads with a small stack; a caller may be deep in its own
      // already.
      return skipped(origin, 0, "nested too deep");
    }
  }

  private static Outcome parse(Origin origin) {
    Tokens tokens = Tokens.of(origin.expanded().text());
    if (tokens.nesting() > MAX_NESTING) {
      return skipped(origin, tokens.token(tokens.deepest()).getStartIndex(), "nested too deep");
    }
    Heads heads = new Heads(tokens);
    int body = heads.body();
    if (body == Tokens.NONE) {
      return skipped(origin, 0, "no function body");
    }
    int name = heads.name(body);
    Tagger.tag(tokens, body);
    TokenArray stream = tokens.toStream();
    FunctionContext function =
        new BoundedParser(stream, tokens.token(body).getTokenIndex()).function();
    Translation translation = new Translation(origin);
    FunctionDefinition definition =
        new Functions(translation).of(function, name == Tokens.NONE ? "" : tokens.word(name));
    return new Outcome.Parsed(definition, translation.lost());
  }

  private static Outcome skipped(Origin origin, int offset, String reason) {
    String text = origin.expanded().text();
    int end = Math.min(text.length(), offset + 1);
    return new Outcome.Skipped(
        origin.span(Math.min(offset, end), end),
        text.substring(Math.min(offset, end), end),
        reason);
  }
}
