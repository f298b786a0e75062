package org.zaudit.audit.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32C;
import org.zaudit.source.ChunkText;

/** A file of values, complete and never changed. Every part is checked before it is believed. */
final class Segment {
  private final Path file;
  private final ByteBuffer bytes;
  private final int index;
  private final int count;

  private Segment(Path file, ByteBuffer bytes, int index, int count) {
    this.file = file;
    this.bytes = bytes;
    this.index = index;
    this.count = count;
  }

  /** Empty when the file is no segment, or a damaged one. */
  static Optional<Segment> open(Path file) {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      if (channel.size() < SegmentWriter.FOOTER || channel.size() > Integer.MAX_VALUE) {
        return Optional.empty();
      }
      ByteBuffer bytes = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size());
      int footer = bytes.limit() - SegmentWriter.FOOTER;
      long index = bytes.getLong(footer);
      int count = bytes.getInt(footer + 8);
      boolean fits = index >= 0 && index + (long) count * SegmentWriter.INDEX_ENTRY == footer;
      return bytes.getLong(footer + 16) == SegmentWriter.MAGIC
              && fits
              && crc(bytes, (int) index, footer - (int) index) == bytes.getInt(footer + 12)
          ? Optional.of(new Segment(file, bytes, (int) index, count))
          : Optional.empty();
    } catch (IOException | RuntimeException e) {
      return Optional.empty();
    }
  }

  Path file() {
    return file;
  }

  /** The values under a key, as far as they are what was written. */
  List<ByteBuffer> get(ChunkText.Digest key) {
    List<ByteBuffer> found = new ArrayList<>();
    for (int i = first(key); i < count && key(i).equals(key); i++) {
      value(i).ifPresent(found::add);
    }
    return found;
  }

  /** Puts all values into another segment. */
  void copyTo(SegmentWriter writer) {
    for (int i = 0; i < count; i++) {
      ChunkText.Digest key = key(i);
      value(i)
          .ifPresent(value -> {
            byte[] copy = new byte[value.remaining()];
            value.get(copy);
            writer.put(key, copy);
          });
    }
  }

  private int first(ChunkText.Digest key) {
    int low = 0;
    int high = count;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (key(middle).compareTo(key) < 0) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private ChunkText.Digest key(int i) {
    int at = index + i * SegmentWriter.INDEX_ENTRY;
    return new ChunkText.Digest(bytes.getLong(at), bytes.getLong(at + 8));
  }

  private Optional<ByteBuffer> value(int i) {
    int at = index + i * SegmentWriter.INDEX_ENTRY + 16;
    int offset = bytes.getInt(at);
    int length = bytes.getInt(at + 4);
    boolean inside = offset >= 0 && length >= 0 && (long) offset + length <= index;
    return inside && crc(bytes, offset, length) == bytes.getInt(at + 8)
        ? Optional.of(bytes.slice(offset, length))
        : Optional.empty();
  }

  private static int crc(ByteBuffer bytes, int offset, int length) {
    var crc = new CRC32C();
    crc.update(bytes.slice(offset, length));
    return (int) crc.getValue();
  }
}
