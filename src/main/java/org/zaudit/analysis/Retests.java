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
  private static final Pattern ADDRESS = Pattern.compile("([(,]\\s*)?&\\s*([A-Za-z_]\\w*)");

  /** What a condition says, by where it stands. */
  private final Map<Integer, Claim> conditions = new HashMap<>();

  private final ControlFlowGraph graph;
  private final Loops loops;
  private @Nullable Changes changes;

  Retests(ControlFlowGraph graph, Loops loops) {
    this.graph = graph;
    this.loops = loops;
  }

  /**
   * What becomes of variables that others have the address of; of the others the trail tells.
   *
   * @param lent by variable that others are given the address of, the nodes where they are: there
   *     it may change
   * @param kept variables whose address lies somewhere
   * @param all nodes where something is done: there these may change
   */
  private record Changes(
      ControlFlowGraph graph,
      Loops loops,
      Map<String, Set<Integer>> lent,
      Set<String> kept,
      Set<Integer> all) {
    static Changes in(ControlFlowGraph graph, Loops loops) {
      var changes = new Changes(graph, loops, new HashMap<>(), new HashSet<>(), new HashSet<>());
      for (Node node : graph.nodes()) {
        switch (node) {
          case Node.Evaluate(int id, _, Expression expression) -> {
            changes.all.add(id);
            changes.read(id, expression);
          }
          case Node.Branch branch -> changes.read(branch.id(), branch.condition());
          case Node.Return(int id, _, var value) ->
              value.ifPresent(result -> changes.read(id, result));
          default -> {}
        }
      }
      return changes;
    }

    private void read(int node, Expression expression) {
      if (expression instanceof Expression.Assignment assignment) {
        read(node, assignment.value());
      }
      ADDRESS
          .matcher(ExpressionText.of(expression))
          .results()
          .forEach(m -> {
            lent.computeIfAbsent(m.group(2), _ -> new HashSet<>()).add(node);
            if (m.group(1) == null) {
              kept.add(m.group(2));
            }
          });
    }

    boolean isKnown(String name) {
      return lent.containsKey(name);
    }

    /**
     * On some way from a test of that outcome to the other.
     *
     * @param round a loop comes round on the way
     */
    boolean mayChange(String name, int earlier, boolean taken, int later, boolean round) {
      Set<Integer> changing = kept.contains(name) ? all : lent.getOrDefault(name, Set.of());
      return !changing.isEmpty() && isReached(changing, earlier, taken, later, round);
    }

    private boolean isReached(
        Set<Integer> nodes, int earlier, boolean taken, int later, boolean round) {
      var open = new ArrayDeque<Integer>();
      var seen = new BitSet();
      tests(earlier)
          .forEach(test ->
              graph.successors().get(test).stream()
                  .filter(edge -> edge.guard().equals(new Edge.Guard.Taken(taken)))
                  .forEach(edge -> open.push(edge.to())));
      if (!round) {
        tests(later).forEach(seen::set);
      }
      while (!open.isEmpty()) {
        int node = open.pop();
        if (nodes.contains(node)) {
          return true;
        }
        if (!seen.get(node)) {
          seen.set(node);
          graph.successors().get(node).stream()
              .filter(edge -> round || !loops.isBack(edge))
              .forEach(edge -> open.push(edge.to()));
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

  /**
   * A path among those that the trail stands for that comes by this act and tests no condition
   * twice to the contrary; empty when none was found.
   */
  Optional<Trail> witness(Trail trail, Act act) {
    return new WitnessSearch(this, act).from(trail);
  }

  /** What the branch at a place says, when it goes that way; empty when it says nothing. */
  Optional<Claim> claim(int place, boolean taken) {
    return Optional.ofNullable(conditions.get(place))
        .filter(claim -> !claim.text().contains("…"))
        .map(claim -> claim.where(taken));
  }

  /** Whether others have the address of the variable: its assignments do not tell all. */
  boolean isKnown(String variable) {
    return changes().isKnown(variable);
  }

  /**
   * Whether a condition on variables may have changed, by what others do, between two places.
   *
   * @param taken the way that was gone at the earlier place
   * @param round a loop comes round in between
   */
  boolean mayChange(String condition, int earlier, boolean taken, int later, boolean round) {
    return !isOfMemory(condition)
        && NAME.matcher(condition)
            .results()
            .anyMatch(name -> changes().mayChange(name.group(), earlier, taken, later, round));
  }

  /** A condition on variables alone, this among them. */
  static boolean isOf(String variable, String condition) {
    return !isOfMemory(condition)
        && NAME.matcher(condition).results().anyMatch(name -> name.group().equals(variable));
  }

  private static boolean isOfMemory(String condition) {
    return MEMORY.matcher(condition).find();
  }

  /** Worked out when first asked for: most functions test nothing twice. */
  private Changes changes() {
    Changes known = changes;
    if (known == null) {
      known = Changes.in(graph, loops);
      changes = known;
    }
    return known;
  }
}
