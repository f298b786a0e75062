package org.zaudit.audit;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Finds what functions became that were renamed or moved to another file: pairs of one that went
 * and one that came. Those of the same name are asked first, and a pair shares most of its tokens.
 */
final class Partners {
  /** Below, most pairs of short functions have as much in common by chance. */
  private static final double SIMILAR = 0.6;

  private final Tree before;
  private final Tree after;
  private final Map<FunctionId, Tokens> tokensBefore = new HashMap<>();
  private final Map<FunctionId, Tokens> tokensAfter = new HashMap<>();
  private final Map<FunctionId, FunctionId> partners = new LinkedHashMap<>();

  private Partners(Tree before, Tree after) {
    this.before = before;
    this.after = after;
  }

  /**
   * What these of the functions that went became, and what these of the functions that came were:
   * new by old.
   */
  static Map<FunctionId, FunctionId> between(
      Tree before, Tree after, Collection<FunctionId> went, Collection<FunctionId> came) {
    if (went.isEmpty() && came.isEmpty()) {
      return Map.of();
    }
    var search = new Partners(before, after);
    Set<FunctionId> allWent = missing(before, after);
    Set<FunctionId> allCame = missing(after, before);
    search.pair(went, came, allWent, allCame, true);
    search.pair(went, came, allWent, allCame, false);
    return search.partners;
  }

  /** Whether two texts may be two versions of one function. */
  static boolean areAlike(Body one, Body other) {
    return one == other || Tokens.of(one).similarity(Tokens.of(other)) >= SIMILAR;
  }

  /** The functions of one tree that another does not have. */
  // Trees share the entries of files that are the same in both.
  @SuppressWarnings("ReferenceEquality")
  private static Set<FunctionId> missing(Tree from, Tree in) {
    Set<FunctionId> missing = new TreeSet<>(FunctionId.ORDER);
    from.files()
        .forEach((path, entry) -> {
          if (in.files().get(path) != entry) {
            for (Definition definition : entry.definitions()) {
              if (in.definition(definition.id()).isEmpty()) {
                missing.add(definition.id());
              }
            }
          }
        });
    return missing;
  }

  private record Pair(FunctionId old, FunctionId now, double similarity) {}

  private void pair(
      Collection<FunctionId> went,
      Collection<FunctionId> came,
      Set<FunctionId> allWent,
      Set<FunctionId> allCame,
      boolean sameName) {
    List<Pair> pairs = new ArrayList<>();
    Set<FunctionId> wanted = new HashSet<>(went);
    for (FunctionId old : went) {
      allCame.forEach(now -> consider(old, now, sameName, pairs));
    }
    for (FunctionId now : came) {
      for (FunctionId old : allWent) {
        if (!wanted.contains(old)) {
          consider(old, now, sameName, pairs);
        }
      }
    }
    pairs.sort(
        Comparator.comparing((Pair p) -> -p.similarity())
            .thenComparing(Pair::old, FunctionId.ORDER)
            .thenComparing(Pair::now, FunctionId.ORDER));
    for (Pair pair : pairs) {
      if (!partners.containsKey(pair.old()) && !partners.containsValue(pair.now())) {
        partners.put(pair.old(), pair.now());
      }
    }
  }

  private void consider(FunctionId old, FunctionId now, boolean sameName, List<Pair> pairs) {
    if (old.name().equals(now.name()) != sameName
        || partners.containsKey(old)
        || partners.containsValue(now)) {
      return;
    }
    Tokens one = tokensBefore.computeIfAbsent(old, id -> tokens(before, id));
    Tokens other = tokensAfter.computeIfAbsent(now, id -> tokens(after, id));
    if (one.mostSimilarity(other) >= SIMILAR) {
      double similarity = one.similarity(other);
      if (similarity >= SIMILAR) {
        pairs.add(new Pair(old, now, similarity));
      }
    }
  }

  private static Tokens tokens(Tree tree, FunctionId id) {
    return Tokens.of(tree.definition(id).orElseThrow().body());
  }
}
