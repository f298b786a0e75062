package org.zaudit.history;

import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.Repository;
import org.zaudit.rules.UserError;

/** Branches and tags of a repository. */
final class Refs {
  private Refs() {}

  /** The refs below this prefix that point at something, sorted by name. */
  static List<Ref> below(Repository repository, String prefix) {
    try {
      return repository.getRefDatabase().getRefsByPrefix(prefix).stream()
          .filter(ref -> ref.getObjectId() != null)
          .sorted(Comparator.comparing(Ref::getName))
          .toList();
    } catch (IOException e) {
      throw new UserError(
          "cannot read its branches and tags (" + Reason.of(e) + ")",
          String.valueOf(repository.getDirectory()),
          "run git fsck there");
    }
  }
}
