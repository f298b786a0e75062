package org.zaudit.source;

import java.util.List;
import org.zaudit.source.Token.Gap;

/** Writes tokens as text and knows where each came from. */
final class Output implements Expanded.Positions {
  private final List<Token> tokens;
  private final int[] starts;
  private final String text;

  Output(List<Token> tokens) {
    this.tokens = List.copyOf(tokens);
    this.starts = new int[tokens.size()];
    StringBuilder written = new StringBuilder();
    for (int i = 0; i < starts.length; i++) {
      if (i > 0) {
        written.append(gap(tokens.get(i - 1), tokens.get(i)));
      }
      starts[i] = written.length();
      written.append(tokens.get(i).text());
    }
    this.text = written.toString();
  }

  Expanded expanded() {
    return new Expanded(text, this);
  }

  String text() {
    return text;
  }

  /** Tokens that did not stand side by side must not become one. */
  private static String gap(Token left, Token right) {
    boolean neighbours =
        left.macro().isEmpty() && right.macro().isEmpty() && left.end() == right.start();
    return right.gap() == Gap.LINE ? "\n" : neighbours ? "" : " ";
  }

  @Override
  public Span original(int start, int end) {
    if (tokens.isEmpty()) {
      return new Span(0, 0);
    }
    Span first = span(tokenAt(start), start, start);
    Span last = end > start ? span(tokenAt(end - 1), end - 1, end) : first;
    return new Span(Math.min(first.start(), last.start()), Math.max(first.end(), last.end()));
  }

  @Override
  public String macro(int offset) {
    int index = tokens.isEmpty() ? -1 : tokenAt(offset);
    boolean inside =
        index >= 0
            && offset >= starts[index]
            && offset < starts[index] + tokens.get(index).text().length();
    return inside ? tokens.get(index).macro() : "";
  }

  /** The last token that starts at the offset or before; the first when none does. */
  private int tokenAt(int offset) {
    int low = 0;
    int high = starts.length - 1;
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (starts[middle] <= offset) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return low;
  }

  /** Of characters [start, end) of the text, which lie in the token or in the blank after it. */
  private Span span(int index, int start, int end) {
    Token token = tokens.get(index);
    boolean verbatim =
        token.macro().isEmpty() || token.end() - token.start() == token.text().length();
    if (!verbatim) {
      return new Span(token.start(), token.end());
    }
    int from = Math.clamp(start - starts[index], 0, token.end() - token.start());
    int to = Math.clamp(end - starts[index], from, token.end() - token.start());
    return new Span(token.start() + from, token.start() + to);
  }
}
