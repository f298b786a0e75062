package org.zaudit.audit;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.zaudit.source.ChunkText;

/**
 * One distinct text of a function, and what can be said of it wherever it stands. A corpus has each
 * only once, so that they are compared by identity.
 */
final class Body {
  private final ChunkText text;
  private final String name;
  private final List<String> mentions;
  private final boolean local;
  private volatile boolean ofInterest;

  // Worked out when first asked for. Several threads may do so at once and find the same.
  private volatile @Nullable List<String> calls;

  private Body(ChunkText text, String name, List<String> mentions, boolean local) {
    this.text = text;
    this.name = name;
    this.mentions = mentions;
    this.local = local;
  }

  static Body of(ChunkText text, String name, UnaryOperator<String> interned) {
    Map<String, Integer> counts = new LinkedHashMap<>();
    Identifiers.forEach(text.text(), word -> counts.merge(word, 1, Integer::sum));
    if (counts.getOrDefault(name, 0) == 1) {
      // Only where it is defined.
      counts.remove(name);
    }
    List<String> mentions = counts.keySet().stream().map(interned).toList();
    return new Body(text, interned.apply(name), mentions, isLocal(text.text()));
  }

  /** The word {@code static} before the first parenthesis. */
  private static boolean isLocal(String text) {
    int end = text.indexOf('(');
    String head = end < 0 ? "" : text.substring(0, end);
    for (int at = head.indexOf("static"); at >= 0; at = head.indexOf("static", at + 1)) {
      boolean starts = at == 0 || !Character.isJavaIdentifierPart(head.charAt(at - 1));
      int after = at + "static".length();
      boolean ends = after == head.length() || !Character.isJavaIdentifierPart(head.charAt(after));
      if (starts && ends) {
        return true;
      }
    }
    return false;
  }

  ChunkText text() {
    return text;
  }

  /** The name of the function. */
  String name() {
    return name;
  }

  /**
   * The identifiers in it, each once, as they occur; its own name only when it mentions itself
   * beyond its definition.
   */
  List<String> mentions() {
    return mentions;
  }

  /** Those of its mentions that it may call. */
  List<String> calls() {
    List<String> known = calls;
    if (known == null) {
      Set<String> called = new HashSet<>();
      Identifiers.forEachCalled(text.text(), called::add);
      known = mentions.stream().filter(called::contains).toList();
      calls = known;
    }
    return known;
  }

  /**
   * Whether it mentions, itself or through a macro, a name that some rule or some summary of any
   * version gives a meaning. False for sure; true perhaps, and then for good.
   */
  boolean isOfInterest() {
    return ofInterest;
  }

  void becomesOfInterest() {
    ofInterest = true;
  }

  /** Seen in its own file only. */
  boolean isLocal() {
    return local;
  }
}
