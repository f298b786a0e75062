package org.zaudit.audit.store;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;

/** A record as its components in order; one that was written before, as its number. */
final class RecordShape implements Shape {
  private final Constructor<?> constructor;
  private final List<Method> accessors = new ArrayList<>();
  private final List<Shape> parts = new ArrayList<>();

  RecordShape(Class<?> type, Shapes shapes) {
    RecordComponent[] components = type.getRecordComponents();
    Class<?>[] types = new Class<?>[components.length];
    for (int i = 0; i < components.length; i++) {
      types[i] = components[i].getType();
      Method accessor = components[i].getAccessor();
      accessor.setAccessible(true);
      accessors.add(accessor);
      parts.add(shapes.of(components[i].getGenericType()));
    }
    try {
      constructor = type.getDeclaredConstructor(types);
      constructor.setAccessible(true);
    } catch (NoSuchMethodException everyRecordHasIt) {
      throw new AssertionError(everyRecordHasIt);
    }
  }

  @Override
  public void write(Object value, ByteWriter out) {
    if (!out.isNew(value)) {
      return;
    }
    try {
      for (int i = 0; i < parts.size(); i++) {
        parts.get(i).write(accessors.get(i).invoke(value), out);
      }
    } catch (IllegalAccessException | InvocationTargetException e) {
      throw new IllegalStateException("cannot read " + value.getClass(), e);
    }
    out.written(value);
  }

  @Override
  public Object read(ByteReader in) {
    int known = in.known();
    if (known > 0) {
      Object object = in.object(known);
      // Numbers that were damaged could lead to a record of another type.
      if (!constructor.getDeclaringClass().isInstance(object)) {
        throw new ByteReader.Unreadable();
      }
      return object;
    }
    Object[] values = new Object[parts.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = parts.get(i).read(in);
    }
    try {
      Object object = constructor.newInstance(values);
      in.read(object);
      return object;
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("cannot make " + constructor, e);
    }
  }
}
