package org.zaudit.history;

import java.io.IOException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectLoader;
import org.eclipse.jgit.lib.ObjectReader;

/**
 * Reads blobs. Belongs to one thread. Fastest when the versions of a file follow each other from
 * new to old, for git stores the older ones as differences from the newer.
 */
public final class BlobReader implements AutoCloseable {
  /**
   * C files that people write end below 1 MB; beyond 8 MiB stand tables and what was made to
   * exhaust us.
   */
  public static final int LIMIT = 8 << 20;

  private final ObjectReader reader;

  BlobReader(ObjectReader reader) {
    this.reader = reader;
  }

  /** The bytes of the blob with this id. Never throws for what a repository holds. */
  public Content read(String blob) {
    try {
      ObjectLoader loader = reader.open(ObjectId.fromString(blob), Constants.OBJ_BLOB);
      return loader.getSize() > LIMIT
          ? new Content.TooLarge(loader.getSize())
          : new Content.Bytes(loader.getCachedBytes());
    } catch (IOException | RuntimeException e) {
      // JGit answers some kinds of damage with unchecked exceptions.
      return new Content.Unreadable(Reason.of(e));
    }
  }

  @Override
  public void close() {
    reader.close();
  }
}
