package org.zaudit.audit.store;

import java.util.function.BiConsumer;
import java.util.function.Function;

/** How values of a type are written and read. */
interface Shape {
  void write(Object value, ByteWriter out);

  Object read(ByteReader in);

  static Shape of(BiConsumer<Object, ByteWriter> write, Function<ByteReader, Object> read) {
    return new Shape() {
      @Override
      public void write(Object value, ByteWriter out) {
        write.accept(value, out);
      }

      @Override
      public Object read(ByteReader in) {
        return read.apply(in);
      }
    };
  }

  /** A value that would not come back as it is. */
  final class NotKept extends RuntimeException {
    private static final long serialVersionUID = 1;
  }
}
