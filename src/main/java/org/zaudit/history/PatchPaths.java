package org.zaudit.history;

import java.io.IOException;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jgit.diff.DiffEntry;
import org.eclipse.jgit.errors.CorruptObjectException;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectChecker;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.patch.FileHeader;
import org.eclipse.jgit.treewalk.TreeWalk;

/**
 * Demands that a patch stays within the tree, as git does: a path that leads out of it, into git's
 * own folder or through a symbolic link can only be there to harm whoever applies it.
 */
final class PatchPaths {
  private final ObjectReader reader;
  private final ObjectId tree;
  private final Set<String> links = new HashSet<>();

  PatchPaths(ObjectReader reader, ObjectId tree) {
    this.reader = reader;
    this.tree = tree;
  }

  /** What is wrong with the paths of a file's patch; empty when nothing is. */
  Optional<String> fault(FileHeader file) throws IOException {
    for (String path : new String[] {file.getOldPath(), file.getNewPath()}) {
      if (!path.equals(DiffEntry.DEV_NULL)) {
        Optional<String> fault = fault(path);
        if (fault.isPresent()) {
          return fault;
        }
      }
    }
    if (FileMode.SYMLINK.equals(file.getNewMode()) || FileMode.GITLINK.equals(file.getNewMode())) {
      links.add(file.getNewPath());
    }
    return Optional.empty();
  }

  private Optional<String> fault(String path) throws IOException {
    if (path.chars().anyMatch(c -> c < 0x20 || c == 0x7f)) {
      return Optional.of("the path '" + path + "' holds control characters");
    }
    try {
      new ObjectChecker().setSafeForMacOS(true).checkPath(path);
    } catch (CorruptObjectException e) {
      return Optional.of("the path '" + path + "' leads out of the tree (" + Reason.of(e) + ")");
    }
    for (int slash = path.indexOf('/'); slash > 0; slash = path.indexOf('/', slash + 1)) {
      if (isNoFolder(path.substring(0, slash))) {
        return Optional.of(
            "the path '"
                + path
                + "' goes through '"
                + path.substring(0, slash)
                + "', which is no folder");
      }
    }
    return Optional.empty();
  }

  private boolean isNoFolder(String path) throws IOException {
    if (links.contains(path)) {
      return true;
    }
    try (TreeWalk walk = TreeWalk.forPath(reader, path, tree)) {
      return walk != null && !FileMode.TREE.equals(walk.getRawMode(0));
    }
  }
}
