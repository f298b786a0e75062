package org.zaudit.analysis;

import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.zaudit.analysis.Holding.Act;
import org.zaudit.flow.ControlFlowGraph;
import org.zaudit.flow.Edge;
import org.zaudit.flow.Node;
import org.zaudit.syntax.Expression;

/**
 * Conditions that a function writes down more than once. What is read from memory may have changed
 * in between for all that the engine knows; who takes something under a condition and gives it back
 * under the same one knows that it has not. Of variables that have not changed the engine may have
 * forgotten what they were, where paths met.
 */
final class Retests {
  /** A member, an element or a call, not a variable alone. */
  private static final Pattern MEMORY = Pattern.compile("->|[.(\\[]");

  private static final Pattern NAME = Pattern.compile("[A-Za-z_]\\w*");
  private static final Pattern ADDRESS = Pattern.compile("&\\s*([A-Za-z_]\\w*)");

  /** What a condition says, by where it stands. */
  private final Map<Integer, Claim> conditions = new HashMap<>();

  private final ControlFlowGraph graph;
  private @Nullable Changes changes;

  Retests(ControlFlowGraph graph) {
    this.graph = graph;
  }

  /**
   * What becomes of variables.
   *
   * @param assignments by variable, the nodes where it gets another value
   * @param known variables that others have the address of
   * @param others nodes where something else is done: there these may change
   */
  private record Changes(
      ControlFlowGraph graph,
      Map<String, Set<Integer>> assignments,
      Set<String> known,
      Set<Integer> others) {
    static Changes in(ControlFlowGraph graph) {
      var changes = new Changes(graph, new HashMap<>(), new HashSet<>(), new HashSet<>());
      for (Node node : graph.nodes()) {
        switch (node) {
          case Node.Evaluate(int id, _, Expression expression) -> {
            assigned(expression).ifPresent(name -> changes.add(name, id));
            changes.others.add(id);
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

    private void add(String name, int node) {
      assignments.computeIfAbsent(name, _ -> new HashSet<>()).add(node);
    }

    private void read(Expression expression) {
      if (expression instanceof Expression.Assignment assignment) {
        read(assignment.value());
      }
      ADDRESS.matcher(ExpressionText.of(expression)).results().forEach(m -> known.add(m.group(1)));
    }

    /** On some way from a test of that outcome to the other. */
    boolean mayChange(String name, int earlier, boolean taken, int later) {
      Set<Integer> changing =
          known.contains(name) ? others : assignments.getOrDefault(name, Set.of());
      return !changing.isEmpty() && isReached(changing, earlier, taken, later);
    }

    private boolean isReached(Set<Integer> nodes, int earlier, boolean taken, int later) {
      var open = new ArrayDeque<Integer>();
      var seen = new BitSet();
      tests(earlier)
          .forEach(test ->
              graph.successors().get(test).stream()
                  .filter(edge -> edge.guard().equals(new Edge.Guard.Taken(taken)))
                  .forEach(edge -> open.push(edge.to())));
      tests(later).forEach(seen::set);
      while (!open.isEmpty()) {
        int node = open.pop();
        if (nodes.contains(node)) {
          return true;
        }
        if (!seen.get(node)) {
          seen.set(node);
          graph.successors().get(node).forEach(edge -> open.push(edge.to()));
        }
      }
      return false;
    }

    private List<Integer> tests(int place) {
      return graph.nodes().stream()
          .filter(node -> node instanceof Node.Branch branch && branch.span().start() == place)
          .map(Node::id)
          .toList();
    }
  }

  /** A condition stands there. */
  void tested(int place, Expression condition) {
    conditions.computeIfAbsent(place, _ -> Claim.of(condition));
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
    Map<Claim, Set<Integer>> later = new HashMap<>();
    boolean before = false;
    for (Trail t = trail; t != null; t = t.earlier()) {
      Event event = t.event();
      int place = event.at().start();
      Claim claim = conditions.get(place);
      boolean taken = event.isBranch(true);
      if ((taken || event.isBranch(false)) && claim != null && !claim.text().contains("…")) {
        boolean holds = claim.holds() == taken;
        if ((before || anywhere)
            && later.getOrDefault(new Claim(claim.text(), !holds), Set.of()).stream()
                .anyMatch(other -> isTheSame(claim.text(), place, taken, other))) {
          return true;
        }
        if (!before) {
          later.computeIfAbsent(new Claim(claim.text(), holds), _ -> new HashSet<>()).add(place);
        }
      }
      before |= event.kind() == Event.Kind.ACQUIRE && event.at().equals(acquire.at());
    }
    return false;
  }

  /** True when the condition, at two places, is taken to say the same. */
  private boolean isTheSame(String condition, int earlier, boolean taken, int later) {
    return earlier != later
        && (isOfMemory(condition)
            || NAME.matcher(condition)
                .results()
                .noneMatch(name -> changes().mayChange(name.group(), earlier, taken, later)));
  }

  private static boolean isOfMemory(String condition) {
    return MEMORY.matcher(condition).find();
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
