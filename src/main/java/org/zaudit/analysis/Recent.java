package org.zaudit.analysis;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.zaudit.source.ChunkText;
import org.zaudit.source.Configuration;

/**
 * What following one rule through one text gave of late. Functions that call each other are
 * analysed in rounds, in which most rules hear nothing new of most callees; and what lies in
 * several worlds means the same in most of them. Bounded; safe to share between threads.
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
   * @param expanded the same after conditionals and macros
   */
  record Key(ChunkText text, Configuration configuration, String expanded, String rule) {}

  private record Followed<T>(OneRule.Answers answers, T result) {}

  /**
   * What was found out before, when the answers are still the same; else what {@code follow} does.
   */
  T get(Key key, OneRule environment, Function<OneRule, T> follow) {
    Followed<T> known = read(key);
    if (known != null && environment.agrees(known.answers())) {
      return known.result();
    }
    T result = follow.apply(environment);
    write(key, new Followed<>(environment.answers(), result));
    return result;
  }

  private synchronized @org.jspecify.annotations.Nullable Followed<T> read(Key key) {
    return entries.get(key);
  }

  private synchronized void write(Key key, Followed<T> entry) {
    entries.put(key, entry);
  }
}
