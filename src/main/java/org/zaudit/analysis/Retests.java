package org.zaudit.analysis;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
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
  private final Loops loops;
  private @Nullable Changes changes;

  Retests(ControlFlowGraph graph, Loops loops) {
    this.graph = graph;
    this.loops = loops;
  }

  /**
   * What becomes of variables that others have the address of; of the others the trail tells.
   *
   * @param known variables that others have the address of
   * @param others nodes where something else is done: there these may change
   */
  private record Changes(
      ControlFlowGraph graph, Loops loops, Set<String> known, Set<Integer> others) {
    static Changes in(ControlFlowGraph graph, Loops loops) {
      var changes = new Changes(graph, loops, new HashSet<>(), new HashSet<>());
      for (Node node : graph.nodes()) {
        switch (node) {
          case Node.Evaluate(int id, _, Expression expression) -> {
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

    private void read(Expression expression) {
      if (expression instanceof Expression.Assignment assignment) {
        read(assignment.value());
      }
      ADDRESS.matcher(ExpressionText.of(expression)).results().forEach(m -> known.add(m.group(1)));
    }

    boolean isKnown(String name) {
      return known.contains(name);
    }

    /**
     * On some way from a test of that outcome to the other.
     *
     * @param round a loop comes round on the way
     */
    boolean mayChange(String name, int earlier, boolean taken, int later, boolean round) {
      return isKnown(name) && isReached(others, earlier, taken, later, round);
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
    return new Search(act).from(trail);
  }

  /**
   * Goes back along a trail, and along another where that one contradicts itself. What was found to
   * contradict a test is not tried again as long as that test stands (nogoods: Stallman, Sussman,
   * Artificial Intelligence 9, 1977).
   */
  private final class Search {
    private final Act act;

    /** The way that is tried, newest first. */
    private final List<Trail> path = new ArrayList<>();

    private final Map<Point, Set<Tested>> nogoods = new HashMap<>();
    private int steps;
    private boolean contrary;

    /**
     * @param rounds how often a loop came round later
     */
    private record Tested(Claim claim, int place, int rounds) {}

    /**
     * @param before the act
     */
    private record Point(Trail trail, boolean before, int rounds) {
      Point earlier(Trail trail, boolean before) {
        return new Point(trail, before, rounds + (this.trail.comesRound() ? 1 : 0));
      }
    }

    Search(Act act) {
      this.act = act;
    }

    Optional<Trail> from(Trail trail) {
      if (failure(new Point(trail, false, 0), List.of()).isEmpty()) {
        return Optional.of(Trail.of(path));
      }
      return contrary ? Optional.empty() : Optional.of(trail);
    }

    /**
     * Empty when a way back to the beginning was found; else the tests that stand against all.
     *
     * @param later tests of values that were not changed since
     */
    private Optional<Set<Tested>> failure(Point point, List<Tested> later) {
      if (++steps > Bounds.WITNESS_STEPS) {
        return Optional.of(Set.of());
      }
      Set<Tested> known = nogoods.get(point);
      if (known != null && later.containsAll(known)) {
        return Optional.of(known);
      }
      Set<Tested> against = new HashSet<>();
      List<Trail> ways = new ArrayList<>(List.of(point.trail()));
      ways.addAll(point.trail().others());
      for (Trail way : ways) {
        int passed = path.size();
        Point here = new Point(way, point.before(), point.rounds());
        Optional<Set<Tested>> failure =
            way.equals(point.trail()) ? failureAlone(here, later) : failure(here, later);
        if (failure.isEmpty()) {
          return failure;
        }
        path.subList(passed, path.size()).clear();
        against.addAll(failure.get());
      }
      nogoods.put(point, against);
      return Optional.of(against);
    }

    /** The same, whatever else may stand in the place of the trail. */
    private Optional<Set<Tested>> failureAlone(Point start, List<Tested> since) {
      Map<Point, Optional<Tested>> passed = new LinkedHashMap<>();
      List<Tested> later = since;
      Point here = start;
      Optional<Set<Tested>> failure = Optional.empty();
      for (Trail t = start.trail(); t != null && failure.isEmpty(); t = t.earlier()) {
        boolean isBegin = t.equals(start.trail());
        if (!isBegin) {
          here = here.earlier(t, here.before() || isAct(here.trail().event()));
        }
        if (!isBegin && (nogoods.containsKey(here) || !t.others().isEmpty())) {
          failure = failure(here, later);
          if (failure.isEmpty()) {
            return failure;
          }
        } else {
          path.add(t);
          Optional<Tested> test = test(here);
          failure = test.flatMap(contrary(here, later)).map(Set::of);
          passed.put(here, test);
          later = before(t, test, later);
        }
      }
      boolean isThere = here.before() || isAct(here.trail().event()) || !act.happened();
      if (failure.isEmpty() && isThere) {
        return failure;
      }
      Set<Tested> against = new HashSet<>(failure.orElse(Set.of()));
      List.copyOf(passed.entrySet())
          .reversed()
          .forEach(e -> {
            e.getValue().ifPresent(against::remove);
            if (!e.getKey().trail().equals(start.trail())) {
              nogoods.put(e.getKey(), Set.copyOf(against));
            }
          });
      return Optional.of(against);
    }

    private boolean isAct(Event event) {
      return (event.kind() == Event.Kind.ACQUIRE || event.kind() == Event.Kind.RELEASE)
          && event.at().equals(act.at());
    }

    /** What a branch says, or the value that a variable gets, if it is one that says anything. */
    private Optional<Tested> test(Point here) {
      Trail trail = here.trail();
      Event event = trail.event();
      int place = event.at().start();
      Optional<String> variable = trail.assigned();
      if (variable.isPresent()) {
        return trail
            .isSet()
            .filter(_ -> !changes().isKnown(variable.get()))
            .map(is -> new Tested(new Claim(variable.get(), is), place, here.rounds()));
      }
      Claim claim = conditions.get(place);
      boolean taken = event.isBranch(true);
      return claim == null || claim.text().contains("…") || !taken && !event.isBranch(false)
          ? Optional.empty()
          : Optional.of(
              new Tested(new Claim(claim.text(), claim.holds() == taken), place, here.rounds()));
    }

    /** Finds the later test that says the contrary of one here. */
    private Function<Tested, Optional<Tested>> contrary(Point here, List<Tested> later) {
      return test -> {
        Claim opposite = new Claim(test.claim().text(), !test.claim().holds());
        boolean taken = here.trail().event().isBranch(true);
        Optional<Tested> found =
            later.stream()
                .filter(other -> other.claim().equals(opposite) && isTheSame(test, taken, other))
                .findFirst();
        contrary |= found.isPresent();
        return found;
      };
    }

    /** What tests of later still stand before an event. */
    private List<Tested> before(Trail event, Optional<Tested> test, List<Tested> later) {
      if (event.assigned().isEmpty() && test.isEmpty()) {
        return later;
      }
      List<Tested> standing = new ArrayList<>(later);
      test.ifPresent(standing::add);
      event
          .assigned()
          .ifPresent(name -> standing.removeIf(other -> isOf(name, other.claim().text())));
      return standing;
    }

    /** True when the condition, at two places, is taken to say the same. */
    private boolean isTheSame(Tested earlier, boolean taken, Tested later) {
      String condition = earlier.claim().text();
      boolean round = earlier.rounds() > later.rounds();
      return earlier.place() != later.place()
          && (isOfMemory(condition)
              || NAME.matcher(condition)
                  .results()
                  .noneMatch(name ->
                      changes()
                          .mayChange(name.group(), earlier.place(), taken, later.place(), round)));
    }
  }

  /** A condition on variables alone, this among them. */
  private static boolean isOf(String variable, String condition) {
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
