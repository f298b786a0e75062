package org.zaudit.rules;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a call does to one place.
 *
 * @param kind the kind of reference ({@code ref}, {@code pin}) or the named state; a release of
 *     another kind is a mismatch. Empty in a release: any kind
 * @param on all must hold, on the result or the arguments; empty: always
 * @param match what acquire and release must agree on: {@code tag}, {@code size}, {@code flags},
 *     {@code mode}. A key that only one side names says nothing. Sorted by key
 * @param acceptsNull a release that accepts NULL and then does nothing
 * @param from for {@link Verb#MOVE}: the state before. Empty otherwise
 * @param into for {@link Verb#CAPTURE}: the object that holds the reference from now on, if the
 *     contract names one
 * @param storedIn member paths; when there are any, the effect counts only for an object that is
 *     stored into, or was loaded from, a member that ends in one of them ({@code [uio_dio, pages]})
 */
public record Effect(
    Verb verb,
    Place place,
    String resource,
    String kind,
    List<Test> on,
    Map<String, Term> match,
    boolean acceptsNull,
    String from,
    Optional<Term> into,
    List<List<String>> storedIn) {

  public enum Verb {
    /** One reference more, owned by the caller. */
    ACQUIRE,
    /** One reference less. */
    RELEASE,
    /**
     * The callee takes the caller's reference over; the caller may go on using the object only as
     * long as the new owner lets it.
     */
    CONSUME,
    /** The callee stores the object: its new owner has the duty, the caller may go on using it. */
    CAPTURE,
    /** Stores or uses it without any claim. */
    BORROW,
    /** The object goes from one named state to another. */
    MOVE,
    /** All references of a container are gone, and its array with them. */
    END,
    /** NULL stands at the place afterwards. */
    CLEAR,
    /** Something new stands at the place afterwards. */
    FILL
  }
}
