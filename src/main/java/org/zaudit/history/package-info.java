/**
 * Git: what a repository holds, commit by commit, handed on as immutable records. The only room
 * that knows JGit. Nothing in here ever writes to the repository that is audited.
 */
@NullMarked
package org.zaudit.history;

import org.jspecify.annotations.NullMarked;
