package org.zaudit.source;

/**
 * A range of offsets [start, end) in the text of a chunk. Tokens that a macro brought in have the
 * span of the outermost invocation.
 */
public record Span(int start, int end) {
  public Span to(Span last) {
    return new Span(start, Math.max(end, last.end));
  }
}
