package org.zaudit.history;

import java.time.Instant;

/**
 * A tag that names a commit, directly or through tag objects.
 *
 * @param name without {@code refs/tags/}
 * @param commit what it names in the end
 * @param date of that commit
 */
public record Tag(String name, String commit, Instant date) {}
