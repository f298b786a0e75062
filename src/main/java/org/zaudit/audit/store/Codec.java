package org.zaudit.audit.store;

import java.lang.reflect.Type;
import java.nio.ByteBuffer;
import java.util.Optional;
import org.zaudit.source.ChunkText;

/**
 * Turns values of one type into bytes and back. The type is a record, a sealed interface of
 * records, an enum, a text, a number, a {@code Condition}, or a list, set, map or optional of such;
 * its parts are found out by reflection, so that no type has to know that it is kept. Safe to share
 * between threads.
 */
public final class Codec<T> {
  private final Shape shape;

  private Codec(Shape shape) {
    this.shape = shape;
  }

  /**
   * The codec of a class.
   *
   * @throws IllegalArgumentException for a type that has a part of another kind
   */
  public static <T> Codec<T> of(Class<T> type) {
    return new Codec<>(new Shapes().of((Type) type));
  }

  /**
   * The bytes for a value; empty when it holds something that would not come back as it is. Equal
   * values may have different bytes.
   */
  public Optional<byte[]> encode(T value) {
    return write(value, new ByteWriter(false));
  }

  /**
   * Tells equal values from others, across runs and machines; empty as for {@link #encode}. Does
   * not depend on the order of maps.
   */
  public Optional<ChunkText.Digest> digest(T value) {
    return write(value, new ByteWriter(true)).map(ChunkText.Digest::of);
  }

  private Optional<byte[]> write(T value, ByteWriter out) {
    try {
      shape.write(value, out);
      return Optional.of(out.bytes());
    } catch (Shape.NotKept e) {
      return Optional.empty();
    }
  }

  /** The value for these bytes; empty when they are not those of one. */
  @SuppressWarnings("unchecked") // the shape is that of T
  public Optional<T> decode(ByteBuffer bytes) {
    var in = new ByteReader(bytes);
    try {
      T value = (T) shape.read(in);
      return in.atEnd() ? Optional.of(value) : Optional.empty();
    } catch (RuntimeException | StackOverflowError e) {
      // Whatever a constructor says to arguments that no program of ours wrote.
      return Optional.empty();
    }
  }
}
