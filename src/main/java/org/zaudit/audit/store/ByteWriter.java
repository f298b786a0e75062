package org.zaudit.audit.store;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;

/** Writes numbers and texts into memory; what was written before is named by its number. */
final class ByteWriter {
  private byte[] bytes = new byte[1024];
  private int length;
  private final Map<String, Integer> texts = new HashMap<>();
  private final IdentityHashMap<Object, Integer> objects = new IdentityHashMap<>();
  private final boolean canonical;

  /**
   * @param canonical equal values get equal bytes, which cannot be read back: no object is named by
   *     its number, since that depends on which of them are one object
   */
  ByteWriter(boolean canonical) {
    this.canonical = canonical;
  }

  boolean isCanonical() {
    return canonical;
  }

  /** Seven bits a byte, the lowest first. */
  void number(long value) {
    // The sign moves to the lowest bit, so that small negative numbers are short too.
    long rest = value << 1 ^ value >> 63;
    while ((rest & ~0x7fL) != 0) {
      put((byte) (rest | 0x80));
      rest >>>= 7;
    }
    put((byte) rest);
  }

  /** Bytes, as they are. */
  void raw(byte[] more) {
    number(more.length);
    reserve(more.length);
    System.arraycopy(more, 0, bytes, length, more.length);
    length += more.length;
  }

  void text(String text) {
    Integer known = texts.putIfAbsent(text, texts.size() + 1);
    if (known != null) {
      number(known);
      return;
    }
    number(0);
    raw(text.getBytes(StandardCharsets.UTF_8));
  }

  /** True when the object must follow, since it was not written before. */
  boolean isNew(Object object) {
    if (canonical) {
      return true;
    }
    Integer known = objects.get(object);
    number(known == null ? 0 : known);
    return known == null;
  }

  /** Gives a number to an object whose parts have been written. */
  void written(Object object) {
    if (!canonical) {
      objects.put(object, objects.size() + 1);
    }
  }

  byte[] bytes() {
    return Arrays.copyOf(bytes, length);
  }

  private void put(byte value) {
    reserve(1);
    bytes[length++] = value;
  }

  private void reserve(int more) {
    if (length + more > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + more));
    }
  }
}
