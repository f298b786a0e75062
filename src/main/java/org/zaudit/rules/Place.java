package org.zaudit.rules;

import java.util.OptionalInt;

/**
 * Where the object of an effect is found: one value, or a run of array elements {@code array[from
 * .. to)}.
 */
public sealed interface Place {
  /** Number of the argument by way of which it is found; empty when it is found otherwise. */
  default OptionalInt root() {
    return switch (this) {
      case Single(Term term) -> term.root();
      case Segment(Term array, _, _) -> array.root();
    };
  }

  record Single(Term term) implements Place {}

  record Segment(Term array, Term from, Term to) implements Place {}
}
