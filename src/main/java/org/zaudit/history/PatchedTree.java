package org.zaudit.history;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.dircache.DirCacheEditor;
import org.eclipse.jgit.dircache.DirCacheEntry;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.patch.FileHeader;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.zaudit.history.TextHunks.Misfit;

/** The files of a tree, while a patch changes them. Filters and attributes are never looked at. */
final class PatchedTree {
  private final ObjectReader reader;
  private final ObjectInserter inserter;
  private final ObjectId before;
  private final Map<String, Optional<Entry>> changed = new LinkedHashMap<>();

  record Entry(FileMode mode, ObjectId blob) {}

  PatchedTree(ObjectReader reader, ObjectInserter inserter, ObjectId before) {
    this.reader = reader;
    this.inserter = inserter;
    this.before = before;
  }

  /** Does what the patch of one file says, if all of it fits. */
  void apply(FileHeader file) throws IOException, Misfit {
    String from = file.getOldPath();
    String to = file.getNewPath();
    switch (file.getChangeType()) {
      case ADD -> {
        demandAbsent(to);
        byte[] text = TextHunks.apply(new byte[0], file.getHunks());
        changed.put(to, Optional.of(new Entry(mode(file, FileMode.REGULAR_FILE), insert(text))));
      }
      case DELETE -> {
        if (patched(file, existing(from)).length > 0) {
          throw new Misfit("'" + from + "' holds more than the patch removes");
        }
        changed.put(from, Optional.empty());
      }
      case MODIFY -> put(to, file, existing(from));
      case RENAME -> {
        Entry entry = existing(from);
        demandAbsent(to);
        changed.put(from, Optional.empty());
        put(to, file, entry);
      }
      case COPY -> {
        demandAbsent(to);
        put(to, file, existing(from));
      }
    }
  }

  private void put(String path, FileHeader file, Entry entry) throws IOException, Misfit {
    ObjectId blob = file.getHunks().isEmpty() ? entry.blob : insert(patched(file, entry));
    changed.put(path, Optional.of(new Entry(mode(file, entry.mode), blob)));
  }

  private static FileMode mode(FileHeader file, FileMode otherwise) {
    FileMode mode = file.getNewMode();
    return mode == null || mode.equals(FileMode.MISSING) ? otherwise : mode;
  }

  private byte[] patched(FileHeader file, Entry entry) throws IOException, Misfit {
    byte[] text = reader.open(entry.blob, Constants.OBJ_BLOB).getCachedBytes(Proposal.Text.LIMIT);
    try {
      return TextHunks.apply(text, file.getHunks());
    } catch (Misfit e) {
      throw new Misfit("'" + file.getOldPath() + "': " + e.getMessage());
    }
  }

  private ObjectId insert(byte[] text) throws IOException {
    return inserter.insert(Constants.OBJ_BLOB, text);
  }

  private Entry existing(String path) throws IOException, Misfit {
    return find(path).orElseThrow(() -> new Misfit("there is no file '" + path + "'"));
  }

  private void demandAbsent(String path) throws IOException, Misfit {
    if (find(path).isPresent()) {
      throw new Misfit("there is a file '" + path + "' already");
    }
  }

  /** The file with this path as the patch leaves it so far. */
  Optional<Entry> find(String path) throws IOException {
    if (changed.containsKey(path)) {
      return changed.get(path);
    }
    try (TreeWalk walk = TreeWalk.forPath(reader, path, before)) {
      return walk == null || walk.isSubtree()
          ? Optional.empty()
          : Optional.of(new Entry(walk.getFileMode(), walk.getObjectId(0)));
    }
  }

  /** Writes the tree. */
  ObjectId write() throws IOException {
    DirCache index = DirCache.read(reader, before);
    DirCacheEditor editor = index.editor();
    changed.forEach((path, entry) -> editor.add(edit(path, entry)));
    editor.finish();
    return index.writeTree(inserter);
  }

  private static DirCacheEditor.PathEdit edit(String path, Optional<Entry> entry) {
    return entry.isEmpty()
        ? new DirCacheEditor.DeletePath(path)
        : new DirCacheEditor.PathEdit(path) {
          @Override
          public void apply(DirCacheEntry in) {
            in.setFileMode(entry.get().mode);
            in.setObjectId(entry.get().blob);
          }
        };
  }
}
