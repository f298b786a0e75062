package org.zaudit.audit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.zaudit.analysis.Check;
import org.zaudit.analysis.Finding;
import org.zaudit.rules.World;
import org.zaudit.source.Condition;
import org.zaudit.source.Span;

/**
 * Makes one of the findings of a function that agree in several worlds. When they do not hold in
 * all of them, or hold under different conditions, the condition says in which.
 */
final class WorldMerge {
  private static final Comparator<Span> SPANS =
      Comparator.comparing(Span::start).thenComparing(Span::end);

  private static final Comparator<Finding> BY_PLACE =
      Comparator.comparing(Finding::location, SPANS).thenComparing(Finding::message);

  /** Of what is wrong in one place, one way out after the other. */
  private static final Comparator<Same> IN_SOURCE_ORDER =
      Comparator.comparing(Same::origin, SPANS)
          .thenComparing(Same::nth)
          .thenComparing(Same::location, SPANS)
          .thenComparing(same -> same.fault().rule())
          .thenComparing(same -> same.fault().check())
          .thenComparing(same -> same.fault().identity())
          .thenComparing(same -> same.fault().callee());

  private final Map<Integer, World> analysedIn;

  /** Of a function that is analysed in these worlds. */
  WorldMerge(SortedMap<Integer, World> analysedIn) {
    this.analysedIn = analysedIn;
  }

  /** What is wrong, whatever the way out on which it shows. */
  private record Fault(String rule, Check check, String identity, String callee) {
    static Fault of(Finding f) {
      return new Fault(f.rule(), f.check(), f.identity(), f.callee());
    }
  }

  /**
   * @param nth of those that agree in all else
   */
  private record Same(Fault fault, Span origin, Span location, int nth) {
    static Same of(Finding f, int nth) {
      return new Same(Fault.of(f), f.origin(), f.location(), nth);
    }
  }

  private record Seen(int world, Finding finding) {}

  List<TreeFinding> merge(String function, SortedMap<Integer, List<Finding>> byWorld) {
    Map<Same, List<Seen>> groups = new TreeMap<>(IN_SOURCE_ORDER);
    byWorld.forEach((world, findings) -> {
      Map<Same, Integer> alike = new HashMap<>();
      findings.stream()
          .sorted(Comparator.comparing(Finding::message))
          .forEach(finding -> {
            int nth = alike.merge(Same.of(finding, 0), 1, Integer::sum) - 1;
            groups
                .computeIfAbsent(Same.of(finding, nth), _ -> new ArrayList<>())
                .add(new Seen(world, finding));
          });
    });
    List<TreeFinding> merged = new ArrayList<>();
    Map<Fault, Integer> ordinals = new HashMap<>();
    Map<Same, Integer> exits = new HashMap<>();
    groups.forEach((same, seen) -> {
      var everywhere = new Same(same.fault(), same.origin(), same.origin(), same.nth());
      int exit = exits.merge(everywhere, 1, Integer::sum) - 1;
      int ordinal = ordinals.merge(same.fault(), exit == 0 ? 1 : 0, Integer::sum) - 1;
      merged.add(merged(function, ordinal, exit, seen));
    });
    merged.sort(Comparator.comparing(TreeFinding::finding, BY_PLACE));
    return List.copyOf(merged);
  }

  private TreeFinding merged(String function, int ordinal, int exit, List<Seen> seen) {
    Seen surest = seen.getFirst();
    for (Seen other : seen) {
      if (other.finding().confidence().compareTo(surest.finding().confidence()) > 0) {
        surest = other;
      }
    }
    return new TreeFinding(
        Fingerprint.of(surest.finding(), function, ordinal, exit),
        ordinal,
        exit,
        surest.finding(),
        condition(seen),
        surest.world());
  }

  private Condition condition(List<Seen> seen) {
    Condition first = seen.getFirst().finding().condition();
    boolean everywhere = seen.size() == analysedIn.size();
    boolean alike = seen.stream().allMatch(s -> s.finding().condition().equals(first));
    if (everywhere && alike) {
      return first;
    }
    Condition all = Condition.never();
    for (Seen one : seen) {
      all = all.or(naming(one.world()).and(one.finding().condition()));
    }
    return all;
  }

  /** As few macros as possible that tell this world from the others. */
  private Condition naming(int world) {
    World self = Objects.requireNonNull(analysedIn.get(world));
    List<World> others = new ArrayList<>();
    analysedIn.forEach((index, other) -> {
      if (index != world) {
        others.add(other);
      }
    });
    Condition naming = Condition.always();
    while (!others.isEmpty()) {
      var best =
          excluding(self, others).entrySet().stream()
              .max(Comparator.comparingInt(excluded -> excluded.getValue().size()));
      if (best.isEmpty()) {
        // Nothing that is defined tells them apart.
        return naming;
      }
      naming = naming.and(literal(best.get().getKey()));
      others.removeAll(best.get().getValue());
    }
    return naming;
  }

  /**
   * The worlds that each macro defined here, or (with a {@code !}) defined only there, tells from
   * this.
   */
  private static Map<String, List<World>> excluding(World self, List<World> others) {
    Map<String, List<World>> excluded =
        new TreeMap<>(Comparator.comparing((String l) -> l.startsWith("!")).thenComparing(l -> l));
    for (World other : others) {
      for (String macro : self.defined().keySet()) {
        if (!other.defined().containsKey(macro)) {
          excluded.computeIfAbsent(macro, _ -> new ArrayList<>()).add(other);
        }
      }
      for (String macro : other.defined().keySet()) {
        if (!self.defined().containsKey(macro)) {
          excluded.computeIfAbsent("!" + macro, _ -> new ArrayList<>()).add(other);
        }
      }
    }
    return excluded;
  }

  private static Condition literal(String literal) {
    return literal.startsWith("!")
        ? Condition.atom("defined(" + literal.substring(1) + ")").not()
        : Condition.atom("defined(" + literal + ")");
  }
}
