package org.zaudit.history;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;

/**
 * Parents before children (Kahn, CACM 1962); among those that may come next the older first, then
 * by id. The order depends on the commits alone, not on how they were found, and keeps branches
 * that grew together together.
 */
final class TopologicalOrder {
  private TopologicalOrder() {}

  static List<Commit> of(Map<String, Commit> commits) {
    Map<String, Integer> missing = new HashMap<>();
    Map<String, List<Commit>> children = new HashMap<>();
    var ready =
        new PriorityQueue<Commit>(
            Comparator.comparing((Commit commit) -> commit.date().toInstant())
                .thenComparing(Commit::id));
    for (Commit commit : commits.values()) {
      int parents = 0;
      for (String parent : commit.parents()) {
        if (commits.containsKey(parent)) {
          children.computeIfAbsent(parent, _ -> new ArrayList<>()).add(commit);
          parents++;
        }
      }
      missing.put(commit.id(), parents);
      if (parents == 0) {
        ready.add(commit);
      }
    }
    List<Commit> order = new ArrayList<>(commits.size());
    while (!ready.isEmpty()) {
      Commit commit = ready.remove();
      order.add(commit);
      for (Commit child : children.getOrDefault(commit.id(), List.of())) {
        if (missing.merge(child.id(), -1, Integer::sum) == 0) {
          ready.add(child);
        }
      }
    }
    return order;
  }
}
