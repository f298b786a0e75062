package org.zaudit.rules;

import java.util.List;
import java.util.Map;

/** What a call does to one place. */
public record Effect(
    Verb verb,
    Place place,
    String resource,
    /** The kind of reference ({@code ref}, {@code pin}, …) or the named state; a release of another kind is a mismatch. */
    String kind,
    /** All must hold, on the result or the arguments; empty: always. */
    List<Test> on,
    /** What acquire and release must agree on: {@code tag}, {@code size}, {@code flags}, {@code mode}. Sorted by key. */
    Map<String, Term> match,
    /** A release that accepts NULL and then does nothing. */
    boolean acceptsNull,
    /** For {@link Verb#MOVE}: the state before. Empty otherwise. */
    String from,
    /** For {@link Verb#CAPTURE}: the object that holds the reference from now on, if the contract names one. */
    java.util.Optional<Term> into) {

  public enum Verb {
    /** One reference more, owned by the caller. */
    ACQUIRE,
    /** One reference less. */
    RELEASE,
    /** The callee takes the caller's reference over; the caller may go on using the object only as long as the new owner lets it. */
    CONSUME,
    /** The callee stores the object: its new owner has the duty, the caller may go on using it. */
    CAPTURE,
    /** Stores or uses it without any claim. */
    BORROW,
    /** The object goes from one named state to another. */
    MOVE,
    /** All references of a container are gone, and its array with them. */
    END
  }
}
