package org.zaudit.audit;

import java.time.OffsetDateTime;

/**
 * What people want to read of a commit.
 *
 * @param commit 40 hex digits
 * @param author the author's name
 * @param date the commit date, with the committer's offset
 */
public record CommitInfo(String commit, String subject, String author, OffsetDateTime date) {}
