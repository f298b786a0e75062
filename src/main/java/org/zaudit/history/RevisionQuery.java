package org.zaudit.history;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Which commits to audit.
 *
 * @param revisions git revisions and ranges: {@code HEAD}, {@code A..B}, {@code ^A}, tags, branches
 * @param all all branches and tags besides
 * @param since leave out commits older than this
 * @param until leave out commits newer than this
 */
public record RevisionQuery(
    List<String> revisions, boolean all, Optional<Instant> since, Optional<Instant> until) {
  public RevisionQuery {
    revisions = List.copyOf(revisions);
  }

  /** The whole ancestry of these revisions, or what their ranges leave of it. */
  public static RevisionQuery of(String... revisions) {
    return new RevisionQuery(List.of(revisions), false, Optional.empty(), Optional.empty());
  }
}
