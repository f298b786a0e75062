package org.zaudit.analysis;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.zaudit.analysis.Holding.Act;
import org.zaudit.flow.ControlFlowGraph;
import org.zaudit.flow.Node;
import org.zaudit.syntax.Expression;

/**
 * Conditions that a function writes down more than once. What is read from memory may have changed
 * in between for all that the engine knows; who takes something under a condition and gives it back
 * under the same one knows that it has not. Of variables that have not changed the engine may have
 * forgotten what they were, where paths met.
 */
final class Retests {
  private record Test(String condition, boolean holds) {}

  /** A member, an element or a call, not a variable alone. */
  private static final Pattern MEMORY = Pattern.compile("->|[.(\\[]");

  private static final Pattern NAME = Pattern.compile("[A-Za-z_]\\w*");
  private static final Pattern ADDRESS = Pattern.compile("&\\s*([A-Za-z_]\\w*)");

  /** By where the condition stands. */
  private final Map<Integer, String> conditions = new HashMap<>();

  private final ControlFlowGraph graph;
  private @Nullable Changes changes;

  Retests(ControlFlowGraph graph) {
    this.graph = graph;
  }

  /**
   * What becomes of variables.
   *
   * @param assignments by variable, where it gets another value
   * @param known variables that others may change
   */
  private record Changes(Map<String, NavigableSet<Integer>> assignments, Set<String> known) {
    static Changes in(ControlFlowGraph graph) {
      var changes = new Changes(new HashMap<>(), new HashSet<>());
      for (Node node : graph.nodes()) {
        switch (node) {
          case Node.Evaluate(_, var span, Expression expression) -> {
            assigned(expression).ifPresent(name -> changes.add(name, span.start()));
            changes.read(expression);
          }
          case Node.Branch branch -> changes.read(branch.condition());
          case Node.Return(_, _, var value) -> value.ifPresent(changes::read);
          default -> {}
        }
      }
      return changes;
    }

    private static Optional<String> assigned(Expression expression) {
      Expression target =
          switch (expression) {
            case Expression.Assignment assignment -> assignment.target();
            case Expression.Unary(_, var _, Expression operand) -> operand;
            default -> expression;
          };
      return target instanceof Expression.Name(_, String name)
          ? Optional.of(name)
          : Optional.empty();
    }

    private void add(String name, int place) {
      assignments.computeIfAbsent(name, _ -> new TreeSet<>()).add(place);
    }

    private void read(Expression expression) {
      if (expression instanceof Expression.Assignment assignment) {
        read(assignment.value());
      }
      ADDRESS.matcher(ExpressionText.of(expression)).results().forEach(m -> known.add(m.group(1)));
    }

    /** In the text between two places: what is written before the first is done before both. */
    boolean mayChange(String name, int earlier, int later) {
      return earlier > later
          || known.contains(name)
          || !assignments.getOrDefault(name, new TreeSet<>()).subSet(earlier, later).isEmpty();
    }
  }

  /** A condition stands there. */
  void tested(int place, Expression condition) {
    conditions.computeIfAbsent(place, _ -> ExpressionText.of(condition));
  }

  /** True when the path tests a condition again, elsewhere, and to the contrary. */
  boolean isContrary(Trail trail) {
    return isContrary(trail, true, Act.NONE);
  }

  /** The same of a condition that was tested before this act, and is after it. */
  boolean isContrary(Trail trail, Act acquire) {
    return isContrary(trail, false, acquire);
  }

  private boolean isContrary(Trail trail, boolean anywhere, Act acquire) {
    Map<Test, Set<Integer>> later = new HashMap<>();
    boolean before = false;
    for (Trail t = trail; t != null; t = t.earlier()) {
      Event event = t.event();
      int place = event.at().start();
      String condition = conditions.get(place);
      boolean holds = event.isBranch(true);
      if ((holds || event.isBranch(false)) && condition != null && !condition.contains("…")) {
        if ((before || anywhere)
            && later.getOrDefault(new Test(condition, !holds), Set.of()).stream()
                .anyMatch(other -> isTheSame(condition, place, other))) {
          return true;
        }
        if (!before) {
          later.computeIfAbsent(new Test(condition, holds), _ -> new HashSet<>()).add(place);
        }
      }
      before |= event.kind() == Event.Kind.ACQUIRE && event.at().equals(acquire.at());
    }
    return false;
  }

  /** True when the condition, at two places, is taken to say the same. */
  private boolean isTheSame(String condition, int earlier, int later) {
    return earlier != later
        && (MEMORY.matcher(condition).find()
            || NAME.matcher(condition)
                .results()
                .noneMatch(name -> changes().mayChange(name.group(), earlier, later)));
  }

  /** Worked out when first asked for: most functions test nothing twice. */
  private Changes changes() {
    Changes known = changes;
    if (known == null) {
      known = Changes.in(graph);
      changes = known;
    }
    return known;
  }
}
