package org.zaudit.analysis;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.zaudit.source.Configuration;

/**
 * What following one rule through one text gave of late. Functions that call each other are
 * analysed in rounds, in which most rules hear nothing new of most callees. Bounded; safe to share
 * between threads.
 */
final class Recent<T> {
  private static final int KEPT = 8_192;

  private final Map<Key, Followed<T>> entries =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Followed<T>> eldest) {
          return size() > KEPT;
        }
      };

  /**
   * @param text after conditionals and macros
   */
  record Key(Unit unit, Configuration configuration, String text, String rule) {}

  private record Followed<T>(Map<String, List<Environment.Callee>> answers, T result) {}

  /**
   * What was found out before, when the callees still say the same; else what {@code follow} does.
   */
  T get(Key key, OneRule environment, Function<OneRule, T> follow) {
    Followed<T> known = read(key);
    if (known != null && environment.agrees(known.answers())) {
      return known.result();
    }
    T result = follow.apply(environment);
    write(key, new Followed<>(Map.copyOf(environment.answers()), result));
    return result;
  }

  private synchronized @org.jspecify.annotations.Nullable Followed<T> read(Key key) {
    return entries.get(key);
  }

  private synchronized void write(Key key, Followed<T> entry) {
    entries.put(key, entry);
  }
}
