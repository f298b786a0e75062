package org.zaudit.rules;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Finds the word that somebody meant who wrote another. */
public final class Nearest {
  private Nearest() {}

  /** "did you mean 'x'?" when one of the words is near enough, else the choice of all. */
  static String hint(String written, Collection<String> words) {
    return of(written, words)
        .map(word -> "did you mean '" + word + "'?")
        .orElseGet(() ->
            words.isEmpty()
                ? "there is none to choose from"
                : "use one of: " + String.join(", ", words));
  }

  /** The word that is nearest, if it is near enough to have been meant; among equals the first. */
  public static Optional<String> of(String written, Collection<String> words) {
    int bound = Math.max(1, written.length() / 3);
    return words.stream()
        .filter(word -> Math.abs(word.length() - written.length()) <= bound)
        .filter(word -> distance(written, word) <= bound)
        .min(
            Comparator.comparingInt((String word) -> distance(written, word))
                .thenComparing(word -> word));
  }

  /**
   * Insertions, deletions, replacements and swaps of neighbours that turn one word into the other
   * (Damerau, CACM 1964).
   */
  private static int distance(String from, String to) {
    int[][] cost = new int[from.length() + 1][to.length() + 1];
    for (int i = 0; i <= from.length(); i++) {
      for (int j = 0; j <= to.length(); j++) {
        cost[i][j] = i == 0 || j == 0 ? i + j : step(cost, from, to, i, j);
      }
    }
    return cost[from.length()][to.length()];
  }

  private static int step(int[][] cost, String from, String to, int i, int j) {
    int same = from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1;
    int least = Math.min(cost[i - 1][j - 1] + same, 1 + Math.min(cost[i - 1][j], cost[i][j - 1]));
    boolean swapped =
        i > 1
            && j > 1
            && from.charAt(i - 1) == to.charAt(j - 2)
            && from.charAt(i - 2) == to.charAt(j - 1);
    return swapped ? Math.min(least, cost[i - 2][j - 2] + 1) : least;
  }
}
