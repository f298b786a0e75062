package org.zaudit.rules;

import java.util.List;

/**
 * A paired resource: a page, a hold, a lock.
 *
 * @param id unique in its rule file
 * @param noun what messages call it ("page")
 * @param kinds names of its kinds of reference or of its states; the first is the default
 * @param counted true when one object may have several references (a second acquire is a second
 *     reference); false for locks and memory
 * @param mortal true when the object is gone with its last reference (pages, holds, memory); false
 *     for locks and the like, which live on: a use after the release is no fault there. Default
 *     true
 * @param inPlace true of what is set up in memory that somebody else looks after (a mutex in a
 *     structure, the arguments of a variadic function): whoever sets it up in memory of his own
 *     takes it down before that memory is gone. Default false
 * @param heap true of what never lies in a variable: whoever gives a variable back is wrong.
 *     Default false
 * @param acquired verb phrase for an acquire in messages ("pinned", "taken", "allocated")
 * @param released verb phrase for a release ("put", "dropped", "freed")
 */
public record Resource(
    String id,
    String noun,
    List<String> kinds,
    boolean counted,
    boolean mortal,
    boolean inPlace,
    boolean heap,
    String acquired,
    String released) {}
