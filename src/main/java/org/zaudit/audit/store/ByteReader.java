package org.zaudit.audit.store;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Reads what a {@link ByteWriter} wrote. Anything else ends in {@link Unreadable}. */
final class ByteReader {
  private final ByteBuffer bytes;
  private final List<String> texts = new ArrayList<>();
  private final List<Object> objects = new ArrayList<>();

  ByteReader(ByteBuffer bytes) {
    this.bytes = bytes;
  }

  long number() {
    long rest = 0;
    for (int shift = 0; shift < 64; shift += 7) {
      if (!bytes.hasRemaining()) {
        throw new Unreadable();
      }
      byte next = bytes.get();
      rest |= (next & 0x7fL) << shift;
      if (next >= 0) {
        return rest >>> 1 ^ -(rest & 1);
      }
    }
    throw new Unreadable();
  }

  /** How many things follow: each takes a byte at least. */
  int size() {
    long size = number();
    if (size < 0 || size > bytes.remaining()) {
      throw new Unreadable();
    }
    return (int) size;
  }

  /** A number from 0 to below a limit. */
  int choice(int limit) {
    long choice = number();
    if (choice < 0 || choice >= limit) {
      throw new Unreadable();
    }
    return (int) choice;
  }

  String text() {
    int known = choice(texts.size() + 1);
    if (known > 0) {
      return texts.get(known - 1);
    }
    byte[] utf = new byte[size()];
    bytes.get(utf);
    String text = new String(utf, StandardCharsets.UTF_8);
    texts.add(text);
    return text;
  }

  /** The number of an object that was read before, from 1; 0 when it follows. */
  int known() {
    return choice(objects.size() + 1);
  }

  Object object(int known) {
    return objects.get(known - 1);
  }

  void read(Object object) {
    objects.add(object);
  }

  boolean atEnd() {
    return !bytes.hasRemaining();
  }

  /** The bytes are not those of a value of this type. */
  static final class Unreadable extends RuntimeException {
    private static final long serialVersionUID = 1;
  }
}
