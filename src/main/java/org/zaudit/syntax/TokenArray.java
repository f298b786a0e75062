package org.zaudit.syntax;

import java.util.List;
import org.antlr.v4.runtime.CommonToken;
import org.antlr.v4.runtime.IntStream;
import org.antlr.v4.runtime.ListTokenSource;
import org.antlr.v4.runtime.RuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.TokenSource;
import org.antlr.v4.runtime.TokenStream;
import org.antlr.v4.runtime.misc.Interval;

/** Tokens in memory, all on one channel: what the parser reads. */
final class TokenArray implements TokenStream {
  private final String text;
  private final CommonToken[] tokens;
  private final int[] partners;
  private int position;

  TokenArray(String text, List<CommonToken> tokens, int[] partners) {
    this.text = text;
    this.partners = partners;
    this.tokens = tokens.toArray(new CommonToken[tokens.size() + 1]);
    CommonToken end = new CommonToken(Token.EOF);
    end.setTokenIndex(tokens.size());
    end.setStartIndex(text.length());
    end.setStopIndex(text.length() - 1);
    this.tokens[tokens.size()] = end;
  }

  /** The other bracket of the pair, or {@link Tokens#NONE}. */
  int partner(int index) {
    return partners[index];
  }

  @Override
  public Token LT(int offset) {
    int at = offset > 0 ? position + offset - 1 : position + offset;
    return tokens[Math.clamp(at, 0, tokens.length - 1)];
  }

  @Override
  public int LA(int offset) {
    return LT(offset).getType();
  }

  @Override
  public Token get(int index) {
    return tokens[index];
  }

  @Override
  public void consume() {
    if (position < tokens.length - 1) {
      position++;
    }
  }

  @Override
  public int mark() {
    return 0;
  }

  @Override
  public void release(int marker) {
    // all tokens stay at hand
  }

  @Override
  public int index() {
    return position;
  }

  @Override
  public void seek(int index) {
    position = Math.clamp(index, 0, tokens.length - 1);
  }

  @Override
  public int size() {
    return tokens.length;
  }

  @Override
  public String getSourceName() {
    return IntStream.UNKNOWN_SOURCE_NAME;
  }

  @Override
  public TokenSource getTokenSource() {
    return new ListTokenSource(List.of(tokens));
  }

  @Override
  public String getText() {
    return text;
  }

  @Override
  public String getText(Interval interval) {
    return getText(get(interval.a), get(interval.b));
  }

  @Override
  public String getText(RuleContext context) {
    return getText(context.getSourceInterval());
  }

  @Override
  public String getText(Token start, Token stop) {
    return text.substring(
        start.getStartIndex(), Math.max(start.getStartIndex(), stop.getStopIndex() + 1));
  }
}
