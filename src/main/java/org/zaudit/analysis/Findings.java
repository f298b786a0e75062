package org.zaudit.analysis;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What is found in one configuration of one function, once each: of several paths that show the
 * same, the one to be believed most. Some findings hold only in the light of others, or of what a
 * path does later.
 */
final class Findings {
  private final Map<Object, Finding> found = new LinkedHashMap<>();

  /** Acquires of which the leak of the very object that came to be there is reported. */
  private final Set<Object> bornAndLeaked = new HashSet<>();

  /** Leaks of what was there before an acquire that may mean a new object as well. */
  private final Map<Object, Object> leakedAgain = new LinkedHashMap<>();

  private final Set<Object> losses = new HashSet<>();

  /** Losses after which a path goes on. */
  private final Set<Object> confirmed = new HashSet<>();

  /**
   * Adds one.
   *
   * @param id what tells it from others
   */
  void add(Object id, Finding finding) {
    found.merge(id, finding, Findings::better);
  }

  /**
   * It is a leak.
   *
   * @param acquire by which the object came to be, or was found
   * @param isNew the object is the one that came to be there
   */
  void isLeakOf(Object id, Object acquire, boolean isNew) {
    if (isNew) {
      bornAndLeaked.add(acquire);
    } else {
      leakedAgain.put(id, acquire);
    }
  }

  /** It is a loss, which counts once it is confirmed. */
  void isLoss(Object id) {
    losses.add(id);
  }

  void confirm(Set<Object> some) {
    confirmed.addAll(some);
  }

  /** All that hold. Where one call acquires this or that object, it is one leak, of the new one. */
  List<Finding> all() {
    Map<Object, Finding> holding = new LinkedHashMap<>(found);
    leakedAgain.forEach((id, acquire) -> {
      if (bornAndLeaked.contains(acquire)) {
        holding.remove(id);
      }
    });
    holding.keySet().removeIf(id -> losses.contains(id) && !confirmed.contains(id));
    return List.copyOf(holding.values());
  }

  private static Finding better(Finding a, Finding b) {
    if (a.confidence() != b.confidence()) {
      return a.confidence().compareTo(b.confidence()) >= 0 ? a : b;
    }
    return a.location().start() != b.location().start()
        ? (a.location().start() < b.location().start() ? a : b)
        : a.events().size() <= b.events().size() ? a : b;
  }
}
