package org.zaudit.history;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.errors.AmbiguousObjectException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.revwalk.filter.RevFilter;
import org.zaudit.rules.UserError;

/** Turns what people write for revisions into commits. */
final class Revisions {
  private final Repository repository;
  private final RevWalk walk;

  Revisions(Repository repository, RevWalk walk) {
    this.repository = repository;
    this.walk = walk;
  }

  /**
   * What a query asks for.
   *
   * @param wanted with their ancestry
   * @param more with their ancestry too, but no heads of the audit
   * @param unwanted with their ancestry
   */
  record Ends(List<RevCommit> wanted, List<RevCommit> more, List<RevCommit> unwanted) {}

  Ends ends(RevisionQuery query) {
    var ends = new Ends(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    for (String revision : query.revisions()) {
      add(revision, ends);
    }
    if (query.all()) {
      commit(Constants.HEAD).ifPresent(ends.wanted::add);
      addAll(Constants.R_HEADS, ends.wanted);
      addAll(Constants.R_REMOTES, ends.wanted);
      addAll(Constants.R_TAGS, ends.more);
    }
    return ends;
  }

  private void add(String revision, Ends ends) {
    int dots = revision.indexOf("..");
    if (revision.startsWith("^")) {
      ends.unwanted.add(existing(revision.substring(1)));
    } else if (dots >= 0) {
      boolean symmetric = revision.startsWith("...", dots);
      RevCommit from = existing(orHead(revision.substring(0, dots)));
      RevCommit to = existing(orHead(revision.substring(dots + (symmetric ? 3 : 2))));
      ends.wanted.add(to);
      if (symmetric) {
        ends.wanted.add(from);
        ends.unwanted.addAll(mergeBases(from, to));
      } else {
        ends.unwanted.add(from);
      }
    } else if (!isUnborn(revision)) {
      ends.wanted.add(existing(revision));
    }
  }

  private static String orHead(String revision) {
    return revision.isEmpty() ? Constants.HEAD : revision;
  }

  /** HEAD of a repository without commits: nothing to audit, and no error. */
  private boolean isUnborn(String revision) {
    return revision.equals(Constants.HEAD) && commit(revision).isEmpty() && headIsSymbolic();
  }

  private boolean headIsSymbolic() {
    try {
      Ref head = repository.exactRef(Constants.HEAD);
      return head != null && head.isSymbolic() && head.getObjectId() == null;
    } catch (IOException _) {
      return false;
    }
  }

  private RevCommit existing(String revision) {
    return commit(revision)
        .orElseThrow(() ->
            new UserError(
                "'" + revision + "' names no commit here",
                String.valueOf(repository.getDirectory()),
                "git log --all --oneline lists those that are there"));
  }

  private Optional<RevCommit> commit(String revision) {
    try {
      ObjectId id = repository.resolve(revision + "^{commit}");
      return id == null ? Optional.empty() : Optional.of(walk.parseCommit(id));
    } catch (AmbiguousObjectException e) {
      throw new UserError(
          "'" + revision + "' names several objects",
          String.valueOf(repository.getDirectory()),
          "write more digits");
    } catch (IOException | IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  private void addAll(String prefix, List<RevCommit> into) {
    for (Ref ref : Refs.below(repository, prefix)) {
      commit(ref.getName()).ifPresent(into::add);
    }
  }

  /** Where two lines of history parted; empty when they have nothing in common. */
  List<RevCommit> mergeBases(RevCommit one, RevCommit other) {
    try (var bases = new RevWalk(walk.getObjectReader())) {
      bases.setRevFilter(RevFilter.MERGE_BASE);
      bases.markStart(bases.parseCommit(one));
      bases.markStart(bases.parseCommit(other));
      List<RevCommit> found = new ArrayList<>();
      for (RevCommit base = bases.next(); base != null; base = bases.next()) {
        found.add(walk.parseCommit(base));
      }
      return found;
    } catch (IOException _) {
      // Without a merge base that can be read, the two have no common past to leave out.
      return List.of();
    }
  }
}
