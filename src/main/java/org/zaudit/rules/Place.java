package org.zaudit.rules;

/**
 * Where the object of an effect is found: one value, or a run of array elements {@code array[from
 * .. to)}.
 */
public sealed interface Place {
  record Single(Term term) implements Place {}

  record Segment(Term array, Term from, Term to) implements Place {}
}
