package org.zaudit.analysis;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.zaudit.analysis.Holding.Act;
import org.zaudit.syntax.Expression;

/**
 * Conditions on calls and memory that a function writes down more than once. What is read may have
 * changed in between for all that the engine knows; who takes something under a condition and gives
 * it back under the same one knows that it has not.
 */
final class Retests {
  private record Test(String condition, boolean holds) {}

  /** A member, an element or a call, not a variable alone. */
  private static final Pattern MEMORY = Pattern.compile("->|[.(\\[]");

  /** By where the condition stands. */
  private final Map<Integer, String> conditions = new HashMap<>();

  /** A condition stands there. */
  void tested(int place, Expression condition) {
    conditions.computeIfAbsent(place, _ -> ExpressionText.of(condition));
  }

  /** Of variables it is known whether they have changed; of what cannot be told, nothing is. */
  private static boolean counts(String condition) {
    return !condition.contains("…") && MEMORY.matcher(condition).find();
  }

  /** True when the path tests a condition again after this, elsewhere, and to the contrary. */
  boolean isContrary(Trail trail, Act acquire) {
    Map<Test, Set<Integer>> later = new HashMap<>();
    boolean before = false;
    for (Trail t = trail; t != null; t = t.earlier()) {
      Event event = t.event();
      int place = event.at().start();
      String condition = conditions.get(place);
      boolean holds = event.isBranch(true);
      if ((holds || event.isBranch(false)) && condition != null && counts(condition)) {
        if (!before) {
          later.computeIfAbsent(new Test(condition, holds), _ -> new HashSet<>()).add(place);
        } else if (later.getOrDefault(new Test(condition, !holds), Set.of()).stream()
            .anyMatch(other -> other != place)) {
          return true;
        }
      }
      before |= event.kind() == Event.Kind.ACQUIRE && event.at().equals(acquire.at());
    }
    return false;
  }
}
