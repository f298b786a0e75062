package org.zaudit.history;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.jgit.errors.IncorrectObjectTypeException;
import org.eclipse.jgit.lib.AnyObjectId;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.ObjectLoader;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.transport.PackParser;

/**
 * Objects that exist in memory only, on top of those of a repository. What is written goes here,
 * and the repository stays as it is. Safe to read from several threads.
 */
final class Overlay {
  private final Repository repository;
  private final Map<ObjectId, Entry> entries = new ConcurrentHashMap<>();

  @SuppressWarnings("ArrayRecordComponent") // nobody else holds it
  private record Entry(int type, byte[] bytes) {}

  Overlay(Repository repository) {
    this.repository = repository;
  }

  /** Reads from both. */
  ObjectReader reader() {
    return new Reader(repository.newObjectReader());
  }

  /** Writes into memory. */
  ObjectInserter inserter() {
    return new Inserter();
  }

  private final class Reader extends ObjectReader.Filter {
    private final ObjectReader below;

    Reader(ObjectReader below) {
      this.below = below;
    }

    @Override
    protected ObjectReader delegate() {
      return below;
    }

    @Override
    public ObjectReader newReader() {
      return reader();
    }

    @Override
    public boolean has(AnyObjectId id) throws IOException {
      return entries.containsKey(id.toObjectId()) || below.has(id);
    }

    @Override
    public boolean has(AnyObjectId id, int type) throws IOException {
      Entry entry = entries.get(id.toObjectId());
      return entry == null
          ? below.has(id, type)
          : type == ObjectReader.OBJ_ANY || entry.type == type;
    }

    @Override
    public ObjectLoader open(AnyObjectId id) throws IOException {
      return open(id, ObjectReader.OBJ_ANY);
    }

    @Override
    public ObjectLoader open(AnyObjectId id, int type) throws IOException {
      Entry entry = entries.get(id.toObjectId());
      if (entry == null) {
        return below.open(id, type);
      }
      if (type != ObjectReader.OBJ_ANY && entry.type != type) {
        throw new IncorrectObjectTypeException(id.toObjectId(), type);
      }
      return new ObjectLoader.SmallObject(entry.type, entry.bytes);
    }

    @Override
    public long getObjectSize(AnyObjectId id, int type) throws IOException {
      Entry entry = entries.get(id.toObjectId());
      return entry == null ? below.getObjectSize(id, type) : entry.bytes.length;
    }
  }

  private final class Inserter extends ObjectInserter {
    @Override
    public ObjectId insert(int type, byte[] bytes, int from, int length) throws IOException {
      byte[] copy = new byte[length];
      System.arraycopy(bytes, from, copy, 0, length);
      ObjectId id = idFor(type, copy);
      entries.putIfAbsent(id, new Entry(type, copy));
      return id;
    }

    @Override
    public ObjectId insert(int type, long length, InputStream in) throws IOException {
      byte[] bytes = in.readNBytes(Math.toIntExact(length));
      return insert(type, bytes, 0, bytes.length);
    }

    @Override
    public PackParser newPackParser(InputStream in) {
      throw new UnsupportedOperationException("patches hold no packs");
    }

    @Override
    public ObjectReader newReader() {
      return reader();
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }
}
