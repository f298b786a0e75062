package org.zaudit.history;

import java.io.IOException;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.zaudit.rules.UserError;

/**
 * A clone that git fills when it needs more ({@code git clone --filter=blob:none}). Only git knows
 * how; and where the files before a change are missing, all in them would look as if the change
 * brought it in.
 */
final class PartialClone {
  private final Repository repository;
  private final ObjectReader reader;
  private final Set<ObjectId> seen = new HashSet<>();

  private PartialClone(Repository repository, ObjectReader reader) {
    this.repository = repository;
    this.reader = reader;
  }

  /**
   * Demands that all C files of the commits and of those before them are there.
   *
   * @throws UserError that says how to fetch them
   */
  static void demandContents(Repository repository, RevWalk walk, Selection selection) {
    if (isPartial(repository.getConfig())) {
      var clone = new PartialClone(repository, walk.getObjectReader());
      selection.starts().forEach(commit -> clone.demandContents(commit, walk));
      selection.commits().forEach(commit -> clone.demandContents(commit.id(), walk));
    }
  }

  private static boolean isPartial(Config config) {
    return config.getString("extensions", null, "partialClone") != null
        || config.getSubsections("remote").stream()
            .anyMatch(remote -> config.getBoolean("remote", remote, "promisor", false));
  }

  private void demandContents(String commit, RevWalk walk) {
    try {
      ObjectId id = ObjectId.fromString(commit);
      if (reader.has(id)) {
        missing(walk.parseCommit(id).getTree().getId())
            .ifPresent(file -> {
              throw lacking(file + " as of " + commit.substring(0, 12));
            });
      }
    } catch (MissingObjectException e) {
      throw lacking(e.getObjectId().name());
    } catch (IOException | RuntimeException e) {
      if (e instanceof UserError error) {
        throw error;
      }
      // Damage, which whoever reads it will tell of.
    }
  }

  private Optional<String> missing(ObjectId tree) throws IOException {
    try (var files = new TreeWalk(reader)) {
      files.addTree(tree);
      while (files.next()) {
        String path = files.getPathString();
        if (seen.add(files.getObjectId(0))) {
          if (files.isSubtree()) {
            files.enterSubtree();
          } else if ((path.endsWith(".c") || path.endsWith(".h"))
              && !reader.has(files.getObjectId(0))) {
            return Optional.of(path);
          }
        }
      }
      return Optional.empty();
    }
  }

  private UserError lacking(String what) {
    return new UserError(
        "this partial clone lacks " + what,
        String.valueOf(repository.getDirectory()),
        "fetch the rest: no 'filter' for actions/checkout,"
            + " git fetch --refetch --no-filter by hand");
  }
}
