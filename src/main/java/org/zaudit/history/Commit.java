package org.zaudit.history;

import java.time.OffsetDateTime;
import java.util.List;

/**
 * One commit.
 *
 * @param id 40 hex digits
 * @param parents ids, in git's order; those that a shallow clone cut off, or that are damaged, are
 *     left out
 * @param subject the first paragraph of the message, on one line
 * @param author the author's name
 * @param date the commit date, with the committer's offset
 */
public record Commit(
    String id, List<String> parents, String subject, String author, OffsetDateTime date) {
  public Commit {
    parents = List.copyOf(parents);
  }
}
