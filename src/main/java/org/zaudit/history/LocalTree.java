package org.zaudit.history;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.dircache.DirCacheBuilder;
import org.eclipse.jgit.dircache.DirCacheEntry;
import org.eclipse.jgit.errors.NoWorkTreeException;
import org.eclipse.jgit.errors.UnmergedPathException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.Repository;
import org.zaudit.rules.UserError;

/** What is not committed yet, as a tree in memory. */
final class LocalTree {
  private final Repository repository;
  private final Overlay overlay;

  LocalTree(Repository repository, Overlay overlay) {
    this.repository = repository;
    this.overlay = overlay;
  }

  /** The tree that git would commit now. */
  ObjectId staged() {
    return write(index());
  }

  /** The index, with the C files that git knows as they lie in the work tree. */
  ObjectId workTree() {
    Path root = root();
    DirCache index = index();
    DirCacheBuilder builder = index.builder();
    for (int i = 0; i < index.getEntryCount(); i++) {
      DirCacheEntry entry = index.getEntry(i);
      String path = entry.getPathString();
      boolean isSource =
          (path.endsWith(".c") || path.endsWith(".h"))
              && (entry.getRawMode() & FileMode.TYPE_MASK) == FileMode.TYPE_FILE;
      if (isSource && update(entry, root, path) || !isSource) {
        builder.add(entry);
      }
    }
    builder.finish();
    return write(index);
  }

  /** Whether the file is still there. */
  private boolean update(DirCacheEntry entry, Path root, String path) {
    Path file = root.resolve(path);
    try (ObjectInserter inserter = overlay.inserter()) {
      if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
          || !file.toRealPath().startsWith(root.toRealPath())) {
        return false;
      }
      byte[] bytes = Files.readAllBytes(file);
      ObjectId id = inserter.idFor(Constants.OBJ_BLOB, bytes);
      if (!id.equals(entry.getObjectId()) && !isSameButForLineEnds(inserter, entry, bytes)) {
        entry.setObjectId(inserter.insert(Constants.OBJ_BLOB, bytes));
      }
      return true;
    } catch (IOException | OutOfMemoryError e) {
      throw new UserError("cannot be read", file.toString(), "check its permissions and its size");
    }
  }

  /** With core.autocrlf, git writes other line ends into the work tree than it keeps. */
  private static boolean isSameButForLineEnds(
      ObjectInserter inserter, DirCacheEntry entry, byte[] bytes) {
    String text = new String(bytes, StandardCharsets.ISO_8859_1).replace("\r\n", "\n");
    ObjectId id = inserter.idFor(Constants.OBJ_BLOB, text.getBytes(StandardCharsets.ISO_8859_1));
    return id.equals(entry.getObjectId());
  }

  private Path root() {
    try {
      return repository.getWorkTree().toPath();
    } catch (NoWorkTreeException _) {
      throw new UserError(
          "is a bare repository, which has no work tree",
          String.valueOf(repository.getDirectory()),
          "give --base and --head, or a patch");
    }
  }

  private DirCache index() {
    root();
    try {
      return DirCache.read(repository);
    } catch (IOException | RuntimeException e) {
      throw new UserError(
          "the index cannot be read (" + Reason.of(e) + ")",
          String.valueOf(repository.getDirectory()),
          "run git status there");
    }
  }

  private ObjectId write(DirCache index) {
    try (ObjectInserter inserter = overlay.inserter()) {
      return index.writeTree(inserter);
    } catch (UnmergedPathException e) {
      throw new UserError(
          "has files with conflicts that are not resolved",
          String.valueOf(repository.getDirectory()),
          "resolve them first");
    } catch (IOException | RuntimeException e) {
      throw new UserError(
          "the index cannot be read (" + Reason.of(e) + ")",
          String.valueOf(repository.getDirectory()),
          "run git status there");
    }
  }
}
