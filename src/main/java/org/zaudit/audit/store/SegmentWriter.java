package org.zaudit.audit.store;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;
import org.zaudit.source.ChunkText;

/**
 * Writes a segment: the values as they come, then an index sorted by key, then where that begins.
 * To a file of its own name, which becomes a segment when it is complete.
 */
final class SegmentWriter {
  /** A run that is still writing after a week is none. */
  static final long ABANDONED_AFTER = 7 * 24 * 3_600_000L;

  /** Maps are addressed by an int. */
  private static final long LARGEST = Integer.MAX_VALUE - (1 << 20);

  static final int INDEX_ENTRY = 8 + 8 + 4 + 4 + 4;
  static final int FOOTER = 8 + 4 + 4 + 8;
  static final long MAGIC = 0x7a61756469743031L;

  private final Path place;
  private @Nullable Path file;
  private @Nullable OutputStream out;
  private long length;
  private boolean failed;
  private final List<Place> index = new ArrayList<>();

  private record Place(ChunkText.Digest key, int offset, int length, int crc) {}

  private SegmentWriter(Path place) {
    this.place = place;
  }

  /** Empty when the folder cannot be made: then nothing is kept. */
  static Optional<SegmentWriter> in(Path place) {
    try {
      Files.createDirectories(place);
      return Optional.of(new SegmentWriter(place));
    } catch (IOException | RuntimeException e) {
      return Optional.empty();
    }
  }

  synchronized void put(ChunkText.Digest key, byte[] value) {
    long after = length + value.length + INDEX_ENTRY * (index.size() + 1L) + FOOTER;
    if (failed || after > LARGEST) {
      return;
    }
    try {
      open().write(value);
      index.add(new Place(key, (int) length, value.length, crc(value)));
      length += value.length;
    } catch (IOException e) {
      // A full disk: what was written so far is whole, but it is not worth the risk.
      fail();
    }
  }

  /**
   * Makes a segment of what was put; what is put from now on goes to another. False if none was.
   */
  synchronized boolean finish(String suffix) {
    if (failed || out == null || file == null) {
      return false;
    }
    try {
      byte[] bytes = index();
      ByteBuffer footer = ByteBuffer.allocate(FOOTER);
      footer.putLong(length).putInt(index.size()).putInt(crc(bytes)).putLong(MAGIC);
      out.write(bytes);
      out.write(footer.array());
      out.close();
      String name = file.getFileName().toString();
      Files.move(file, place.resolve(name + suffix), StandardCopyOption.ATOMIC_MOVE);
      out = null;
      file = null;
      length = 0;
      index.clear();
      return true;
    } catch (IOException | RuntimeException e) {
      fail();
      return false;
    }
  }

  private OutputStream open() throws IOException {
    if (out == null) {
      // A name of its own: nobody else writes to it.
      file = Files.createTempFile(place, "z", "");
      out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16);
    }
    return out;
  }

  private byte[] index() {
    index.sort(Comparator.comparing(Place::key));
    ByteBuffer bytes = ByteBuffer.allocate(INDEX_ENTRY * index.size());
    for (Place at : index) {
      bytes.putLong(at.key().high()).putLong(at.key().low());
      bytes.putInt(at.offset()).putInt(at.length()).putInt(at.crc());
    }
    return bytes.array();
  }

  private void fail() {
    failed = true;
    try {
      if (out != null) {
        out.close();
      }
      if (file != null) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      // It is pruned as abandoned.
    }
  }

  static int crc(byte[] bytes) {
    var crc = new CRC32C();
    crc.update(bytes);
    return (int) crc.getValue();
  }
}
