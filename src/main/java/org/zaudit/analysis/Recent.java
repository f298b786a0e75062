package org.zaudit.analysis;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.zaudit.source.ChunkText;
import org.zaudit.source.Configuration;

/**
 * What following one rule through one text gave of late. Functions that call each other are
 * analysed in rounds, in which most rules hear nothing new of most callees; and what lies in
 * several worlds means the same in most of them. Bounded; safe to share between threads.
 */
final class Recent<T> {
  /** About twice as many as the worlds of one tree of OpenZFS need. */
  private static final int KEPT = 131_072;

  /** Of one text: as many as a recursion has rounds, in each of some worlds. */
  private static final int KEPT_OF_ONE = 16;

  /** Those first that were not asked for in a while. */
  private final LinkedHashMap<Key, List<Followed<T>>> entries =
      new LinkedHashMap<>(16, 0.75f, true);

  /** Of all texts together. */
  private int kept;

  /**
   * @param expanded digest of the same after conditionals and macros
   */
  record Key(ChunkText text, Configuration configuration, ChunkText.Digest expanded, String rule) {}

  private record Followed<T>(OneRule.Answers answers, T result) {}

  /**
   * What was found out before, when the answers are still the same; else what {@code follow} does.
   */
  T get(Key key, OneRule environment, Function<OneRule, T> follow) {
    for (Followed<T> known : read(key)) {
      if (environment.agrees(known.answers())) {
        return known.result();
      }
    }
    T result = follow.apply(environment);
    write(key, new Followed<>(environment.answers(), result));
    return result;
  }

  private synchronized List<Followed<T>> read(Key key) {
    return entries.getOrDefault(key, List.of());
  }

  private synchronized void write(Key key, Followed<T> entry) {
    List<Followed<T>> known = entries.getOrDefault(key, List.of());
    List<Followed<T>> more = new ArrayList<>(Math.min(known.size() + 1, KEPT_OF_ONE));
    more.add(entry);
    more.addAll(known.subList(0, Math.min(known.size(), KEPT_OF_ONE - 1)));
    entries.put(key, more);
    kept += more.size() - known.size();
    while (kept > KEPT) {
      kept -= Objects.requireNonNull(entries.pollFirstEntry()).getValue().size();
    }
  }
}
