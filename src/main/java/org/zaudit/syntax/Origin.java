package org.zaudit.syntax;

import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.zaudit.source.Expanded;
import org.zaudit.source.Span;

/** Where tokens come from: their text, and their place in the chunk. */
record Origin(Expanded expanded) {
  Span span(ParserRuleContext context) {
    return span(context.start, context.stop);
  }

  /** From the first token to the last; empty where the last stands before the first. */
  Span span(Token first, Token last) {
    return span(
        first.getStartIndex(), last == null ? first.getStartIndex() : last.getStopIndex() + 1);
  }

  Span span(Token token) {
    return span(token.getStartIndex(), token.getStopIndex() + 1);
  }

  /** The characters [start, end) of the expanded text. */
  Span span(int start, int end) {
    return expanded.positions().original(start, Math.max(start, end));
  }

  String text(ParserRuleContext context) {
    return text(context.start, context.stop);
  }

  String text(Token first, Token last) {
    int end = last == null ? first.getStartIndex() : last.getStopIndex() + 1;
    return expanded.text().substring(first.getStartIndex(), Math.max(first.getStartIndex(), end));
  }

  String text(Token token) {
    return expanded.text().substring(token.getStartIndex(), token.getStopIndex() + 1);
  }
}
