package org.zaudit.analysis;

import java.util.Optional;
import org.zaudit.source.Span;

/** A step of the path that leads to a finding, in the function of the finding. */
public record Event(Kind kind, Span at, String note) {
  private static final String TRUE = "when this is true";
  private static final String FALSE = "when this is false";

  /** A path goes the way that a condition leads. */
  static Event branch(Span condition, boolean holds) {
    return new Event(Kind.BRANCH, condition, holds ? TRUE : FALSE);
  }

  /** Whether it is a branch, and on which side; false of what else a path comes by. */
  boolean isBranch(boolean holds) {
    return kind == Kind.BRANCH && note.equals(holds ? TRUE : FALSE);
  }

  private static final String NAMES_IT = " names it";

  /** A variable gets it. */
  static Event alias(Span at, String variable) {
    return new Event(Kind.ALIAS, at, variable + NAMES_IT);
  }

  /** The variable that gets it; empty when this is another step. */
  Optional<String> variable() {
    return kind == Kind.ALIAS && note.endsWith(NAMES_IT)
        ? Optional.of(note.substring(0, note.length() - NAMES_IT.length()))
        : Optional.empty();
  }

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
