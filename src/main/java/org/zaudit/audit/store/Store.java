package org.zaudit.audit.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.zaudit.source.ChunkText;

/**
 * Bytes by key, kept in a folder for later runs. Any number of runs may share the folder: what is
 * written is never changed afterwards, and appears whole or not at all. Whatever goes wrong with
 * the disk, at worst nothing is found. Safe to share between threads.
 */
public final class Store implements AutoCloseable {
  /** With more files, every look-up would have to search in too many. */
  private static final int MOST_SEGMENTS = 12;

  private static final String SUFFIX = ".segment";

  private final Folder folder;
  private final List<Segment> segments;
  private final Optional<SegmentWriter> writer;
  private boolean closed;

  /** What an interrupted run found is kept too. */
  private final Thread rescue = new Thread(this::finish, "zaudit-store");

  private Store(Folder folder, List<Segment> segments, Optional<SegmentWriter> writer) {
    this.folder = folder;
    this.segments = segments;
    this.writer = writer;
  }

  /**
   * Where stores lie.
   *
   * @param root the folder of all stores, made when it is missing
   * @param limit bytes that all of them may take; what was not used for longest goes first
   */
  public record Folder(Path root, long limit) {}

  /**
   * Opens what earlier runs left under a name.
   *
   * @param version what else the values depend on: those of other versions are not found
   */
  public static Store open(Folder folder, ChunkText.Digest version) {
    Path place = folder.root().resolve(version.toString());
    List<Segment> segments = new ArrayList<>();
    for (Path file : files(place)) {
      Segment.open(file).ifPresent(segments::add);
    }
    var store = new Store(folder, segments, SegmentWriter.in(place));
    Runtime.getRuntime().addShutdownHook(store.rescue);
    return store;
  }

  /** All values that were put under this key, by this run or an earlier one; newest first. */
  public List<ByteBuffer> get(ChunkText.Digest key) {
    List<ByteBuffer> found = new ArrayList<>();
    for (Segment segment : segments.reversed()) {
      found.addAll(segment.get(key));
    }
    return found;
  }

  /** Keeps a value for later runs. */
  public void put(ChunkText.Digest key, byte[] value) {
    writer.ifPresent(w -> w.put(key, value));
  }

  /** Makes what was put so far visible to other runs, whatever becomes of this one. */
  public synchronized void seal() {
    if (!closed) {
      writer.ifPresent(w -> w.finish(SUFFIX));
    }
  }

  /** Makes what was put visible to later runs, and keeps within the limit. */
  @Override
  public void close() {
    finish();
    try {
      Runtime.getRuntime().removeShutdownHook(rescue);
    } catch (IllegalStateException shuttingDown) {
      // Then it runs, and finds nothing left to do.
    }
  }

  private synchronized void finish() {
    if (closed) {
      return;
    }
    closed = true;
    if (segments.size() >= MOST_SEGMENTS) {
      segments.forEach(segment -> writer.ifPresent(segment::copyTo));
    }
    boolean written = writer.map(w -> w.finish(SUFFIX)).orElse(false);
    if (written && segments.size() >= MOST_SEGMENTS) {
      segments.forEach(segment -> delete(segment.file()));
    }
    segments.forEach(segment -> touch(segment.file()));
    prune();
  }

  private void prune() {
    List<Path> all = new ArrayList<>();
    try (Stream<Path> walk = Files.walk(folder.root(), 2)) {
      walk.filter(Files::isRegularFile).forEach(all::add);
    } catch (IOException | RuntimeException e) {
      return;
    }
    all.sort(Comparator.comparing(Store::age).thenComparing(Path::toString).reversed());
    long left = folder.limit();
    for (Path file : all.reversed()) {
      boolean abandoned =
          !file.toString().endsWith(SUFFIX) && age(file) > SegmentWriter.ABANDONED_AFTER;
      left -= size(file);
      if (left < 0 && file.toString().endsWith(SUFFIX) || abandoned) {
        delete(file);
      }
    }
  }

  /** Oldest first. */
  private static List<Path> files(Path place) {
    try (Stream<Path> list = Files.list(place)) {
      return list.filter(file -> file.toString().endsWith(SUFFIX))
          .sorted(Comparator.comparing((Path file) -> -age(file)).thenComparing(Path::toString))
          .toList();
    } catch (IOException | RuntimeException e) {
      return List.of();
    }
  }

  /** Milliseconds since the file was last of use. */
  private static long age(Path file) {
    try {
      return System.currentTimeMillis() - Files.getLastModifiedTime(file).toMillis();
    } catch (IOException e) {
      return 0;
    }
  }

  private static long size(Path file) {
    try {
      return Files.size(file);
    } catch (IOException e) {
      return 0;
    }
  }

  private static void touch(Path file) {
    try {
      Files.setLastModifiedTime(
          file, java.nio.file.attribute.FileTime.fromMillis(System.currentTimeMillis()));
    } catch (IOException e) {
      // It may be gone, or belong to somebody else: then it only goes sooner.
    }
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      // Another run will.
    }
  }
}
