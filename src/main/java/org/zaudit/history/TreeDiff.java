package org.zaudit.history;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;

/**
 * Compares trees and enters only what differs. Keeps the trees it read last: along a history, the
 * tree that a commit is compared with is the one that was read for its parent.
 */
final class TreeDiff {
  /**
   * Far beyond any real tree (Linux has 63,000 C files); ends the unfolding of trees made to have
   * 10^10 files.
   */
  private static final int MOST_CHANGES = 1_000_000;

  /** Deeper than any real tree; keeps the recursion off the end of the stack. */
  private static final int DEEPEST = 200;

  private static final int TREES_KEPT = 4_096;

  private static final byte[] EMPTY = {};

  private final ObjectReader reader;
  private final Map<ObjectId, byte[]> kept = new LinkedHashMap<>(1024, 0.75f, true);

  TreeDiff(ObjectReader reader) {
    this.reader = reader;
  }

  Changes between(Optional<ObjectId> before, Optional<ObjectId> after) {
    var found = new Found(new ArrayList<>(), new ArrayList<>());
    if (!before.equals(after)) {
      compare(before, after, "", 0, found);
    }
    found.changes.sort(Comparator.comparing(Change::path));
    return new Changes(found.changes, found.damage);
  }

  private void compare(
      Optional<ObjectId> before, Optional<ObjectId> after, String folder, int depth, Found found) {
    if (depth > DEEPEST || found.changes.size() > MOST_CHANGES) {
      String object = after.or(() -> before).map(ObjectId::name).orElse("");
      found.damage.add(new Damage(object, folder, "too many files, or folders in folders"));
      return;
    }
    // What cannot be read counts as unchanged, so it must not be compared with nothing.
    Optional<byte[]> old = read(before, folder, found);
    Optional<byte[]> now = read(after, folder, found);
    if (old.isEmpty() || now.isEmpty()) {
      return;
    }
    try {
      merge(new TreeCursor(old.get()), new TreeCursor(now.get()), folder, depth, found);
    } catch (TreeCursor.MalformedTree e) {
      String object = after.or(() -> before).map(ObjectId::name).orElse("");
      found.damage.add(new Damage(object, folder, "this tree object is malformed"));
    }
  }

  private void merge(TreeCursor old, TreeCursor now, String folder, int depth, Found found)
      throws TreeCursor.MalformedTree {
    while (!old.atEnd() || !now.atEnd()) {
      int order = old.atEnd() ? 1 : now.atEnd() ? -1 : old.compareName(now);
      if (order < 0) {
        gone(old, folder, depth, found);
        old.next();
      } else if (order > 0) {
        came(now, folder, depth, found);
        now.next();
      } else {
        if (!old.sameContent(now)) {
          changed(old, now, folder, depth, found);
        }
        old.next();
        now.next();
      }
    }
  }

  private void changed(TreeCursor old, TreeCursor now, String folder, int depth, Found found) {
    if (old.isFolder() && now.isFolder()) {
      compare(
          Optional.of(old.id()),
          Optional.of(now.id()),
          folder + now.name() + "/",
          depth + 1,
          found);
    } else if (now.isSource()) {
      came(now, folder, depth, found);
    } else {
      gone(old, folder, depth, found);
    }
  }

  private void gone(TreeCursor old, String folder, int depth, Found found) {
    if (old.isFolder()) {
      compare(Optional.of(old.id()), Optional.empty(), folder + old.name() + "/", depth + 1, found);
    } else if (old.isSource()) {
      found.changes.add(new Change.Gone(folder + old.name()));
    }
  }

  private void came(TreeCursor now, String folder, int depth, Found found) {
    if (now.isFolder()) {
      compare(Optional.empty(), Optional.of(now.id()), folder + now.name() + "/", depth + 1, found);
    } else if (now.isSource()) {
      found.changes.add(new Change.Put(folder + now.name(), now.id().name()));
    }
  }

  private Optional<byte[]> read(Optional<ObjectId> tree, String folder, Found found) {
    if (tree.isEmpty()) {
      return Optional.of(EMPTY);
    }
    byte[] known = kept.get(tree.get());
    if (known != null) {
      return Optional.of(known);
    }
    try {
      byte[] bytes = reader.open(tree.get(), Constants.OBJ_TREE).getCachedBytes();
      kept.put(tree.get(), bytes);
      if (kept.size() > TREES_KEPT) {
        kept.remove(kept.keySet().iterator().next());
      }
      return Optional.of(bytes);
    } catch (IOException | RuntimeException e) {
      // JGit answers some kinds of damage with unchecked exceptions.
      found.damage.add(new Damage(tree.get().name(), folder, Reason.of(e)));
      return Optional.empty();
    }
  }

  private record Found(List<Change> changes, List<Damage> damage) {}
}
