package org.zaudit.audit.store;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntFunction;
import org.zaudit.source.Condition;

/** Finds the shapes of types. Each once: types may contain each other. */
final class Shapes {
  private final Map<Type, Shape> known = new HashMap<>();

  /** Few, and each costs a parser. */
  private final Map<String, Condition> conditions = new ConcurrentHashMap<>();

  private final Map<Condition, String> texts = new ConcurrentHashMap<>();

  Shape of(Type type) {
    Shape done = known.get(type);
    if (done != null) {
      return done;
    }
    var later = new Later();
    known.put(type, later);
    later.shape = make(type);
    known.put(type, later.shape);
    return later.shape;
  }

  /** Stands for a shape that is being made. */
  private static final class Later implements Shape {
    private Shape shape = this;

    @Override
    public void write(Object value, ByteWriter out) {
      shape.write(value, out);
    }

    @Override
    public Object read(ByteReader in) {
      return shape.read(in);
    }
  }

  private Shape make(Type type) {
    return switch (type) {
      case ParameterizedType generic -> collection((Class<?>) generic.getRawType(), generic);
      case Class<?> c when c.isRecord() -> new RecordShape(c, this);
      case Class<?> c when c.isSealed() -> oneOf(c);
      case Class<?> c when c.isEnum() -> constant(c.getEnumConstants());
      case Class<?> c -> simple(c);
      default -> throw new IllegalArgumentException("no shape for " + type);
    };
  }

  private Shape simple(Class<?> type) {
    if (type == int.class || type == Integer.class) {
      return Shape.of((v, out) -> out.number((Integer) v), in -> Math.toIntExact(in.number()));
    } else if (type == long.class || type == Long.class) {
      return Shape.of((v, out) -> out.number((Long) v), ByteReader::number);
    } else if (type == boolean.class || type == Boolean.class) {
      return Shape.of((v, out) -> out.number((Boolean) v ? 1 : 0), in -> in.choice(2) == 1);
    } else if (type == String.class) {
      return Shape.of((v, out) -> out.text((String) v), ByteReader::text);
    } else if (type == Condition.class) {
      return Shape.of((v, out) -> out.text(text((Condition) v)), in -> condition(in.text()));
    } else if (type == OffsetDateTime.class) {
      return Shape.of((v, out) -> out.text(v.toString()), in -> OffsetDateTime.parse(in.text()));
    } else if (type == OptionalInt.class) {
      return Shape.of(
          (v, out) -> {
            OptionalInt number = (OptionalInt) v;
            out.number(number.isPresent() ? 1 : 0);
            number.ifPresent(out::number);
          },
          in ->
              in.choice(2) == 0
                  ? OptionalInt.empty()
                  : OptionalInt.of(Math.toIntExact(in.number())));
    }
    throw new IllegalArgumentException("no shape for " + type);
  }

  /** The text of a condition, if it means that condition. */
  private String text(Condition condition) {
    String known = texts.get(condition);
    if (known != null) {
      return known;
    }
    String text = condition.toString();
    try {
      if (condition(text).equals(condition)) {
        texts.put(condition, text);
        return text;
      }
    } catch (IllegalArgumentException notAnExpression) {
      // A formula that outgrew its bound is a name that nobody can write.
    }
    throw new Shape.NotKept();
  }

  private Condition condition(String text) {
    return conditions.computeIfAbsent(text, Condition::parse);
  }

  private static Shape constant(Object[] constants) {
    List<Object> all = List.of(constants);
    return Shape.of((v, out) -> out.number(all.indexOf(v)), in -> all.get(in.choice(all.size())));
  }

  private Shape oneOf(Class<?> sealed) {
    Class<?>[] kinds = sealed.getPermittedSubclasses();
    Map<Class<?>, Integer> numbers = new HashMap<>();
    List<Shape> shapes = new ArrayList<>();
    for (Class<?> kind : kinds) {
      numbers.put(kind, shapes.size());
      shapes.add(of(kind));
    }
    return Shape.of(
        (v, out) -> {
          int number = Objects.requireNonNull(numbers.get(v.getClass()));
          out.number(number);
          shapes.get(number).write(v, out);
        },
        in -> shapes.get(in.choice(kinds.length)).read(in));
  }

  private Shape collection(Class<?> raw, ParameterizedType generic) {
    Shape first = of(generic.getActualTypeArguments()[0]);
    if (raw == List.class) {
      return elements(first, ArrayList::new, list -> List.copyOf((Collection<?>) list));
    } else if (raw == SortedSet.class) {
      return elements(first, _ -> new TreeSet<>(), set -> set);
    } else if (raw == Set.class) {
      return elements(first, LinkedHashSet::new, set -> set);
    } else if (raw == Optional.class) {
      return Shape.of(
          (v, out) -> {
            Optional<?> value = (Optional<?>) v;
            out.number(value.isPresent() ? 1 : 0);
            value.ifPresent(present -> first.write(present, out));
          },
          in -> in.choice(2) == 0 ? Optional.empty() : Optional.of(first.read(in)));
    } else if (raw == Map.class) {
      return map(first, of(generic.getActualTypeArguments()[1]));
    }
    throw new IllegalArgumentException("no shape for " + generic);
  }

  private static Shape elements(
      Shape element,
      IntFunction<Collection<Object>> empty,
      java.util.function.UnaryOperator<Object> done) {
    return Shape.of(
        (v, out) -> {
          Collection<?> all = (Collection<?>) v;
          out.number(all.size());
          all.forEach(one -> element.write(one, out));
        },
        in -> {
          int size = in.size();
          Collection<Object> all = empty.apply(size);
          for (int i = 0; i < size; i++) {
            all.add(element.read(in));
          }
          return done.apply(all);
        });
  }

  private static Shape map(Shape key, Shape value) {
    return Shape.of(
        (v, out) -> {
          Map<?, ?> map = (Map<?, ?>) v;
          out.number(map.size());
          if (out.isCanonical()) {
            sorted(map, key, value).forEach(out::raw);
          } else {
            map.forEach((k, one) -> {
              key.write(k, out);
              value.write(one, out);
            });
          }
        },
        in -> {
          int size = in.size();
          Map<Object, Object> map = new LinkedHashMap<>();
          for (int i = 0; i < size; i++) {
            map.put(key.read(in), value.read(in));
          }
          return map;
        });
  }

  private static List<byte[]> sorted(Map<?, ?> map, Shape key, Shape value) {
    List<byte[]> entries = new ArrayList<>();
    map.forEach((k, one) -> {
      var entry = new ByteWriter(true);
      key.write(k, entry);
      value.write(one, entry);
      entries.add(entry.bytes());
    });
    entries.sort(Arrays::compare);
    return entries;
  }
}
