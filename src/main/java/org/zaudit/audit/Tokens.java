package org.zaudit.audit;

import java.util.HashMap;
import java.util.Map;

/** How much two texts have in common, token by token, wherever the tokens stand. */
final class Tokens {
  private final Map<String, Integer> counts = new HashMap<>();
  private int total;

  private Tokens(String text) {
    int at = 0;
    while (at < text.length()) {
      int start = at;
      char c = text.charAt(at++);
      if (isWord(c)) {
        while (at < text.length() && isWord(text.charAt(at))) {
          at++;
        }
      } else if (Character.isWhitespace(c)) {
        continue;
      } else if (text.startsWith("/*", start)) {
        int end = text.indexOf("*/", start + 2);
        at = end < 0 ? text.length() : end + 2;
        continue;
      }
      counts.merge(text.substring(start, at), 1, Integer::sum);
      total++;
    }
  }

  static Tokens of(Body body) {
    return new Tokens(body.text().text());
  }

  /**
   * From 0 (nothing in common) to 1 (the same tokens): twice what they share over what they have
   * together (Dice, Ecology 1945).
   */
  double similarity(Tokens other) {
    int shared = 0;
    for (Map.Entry<String, Integer> entry : counts.entrySet()) {
      shared += Math.min(entry.getValue(), other.counts.getOrDefault(entry.getKey(), 0));
    }
    int both = total + other.total;
    return both == 0 ? 1 : 2.0 * shared / both;
  }

  /** No more than this can come out of {@link #similarity}. */
  double mostSimilarity(Tokens other) {
    int both = total + other.total;
    return both == 0 ? 1 : 2.0 * Math.min(total, other.total) / both;
  }

  private static boolean isWord(char c) {
    return c == '_' || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }
}
