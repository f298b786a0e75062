package org.zaudit.analysis;

import org.zaudit.source.Span;

/** A step of the path that leads to a finding, in the function of the finding. */
public record Event(Kind kind, Span at, String note) {
  public enum Kind {
    ACQUIRE,
    RELEASE,
    USE,
    ALIAS,
    STORE,
    OVERWRITE,
    BRANCH,
    CALL,
    RETURN,
    EXIT
  }
}
