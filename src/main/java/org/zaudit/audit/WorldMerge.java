package org.zaudit.audit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.zaudit.analysis.Check;
import org.zaudit.analysis.Finding;
import org.zaudit.rules.World;
import org.zaudit.source.Condition;

/**
 * Makes one of the findings of a function that agree in several worlds. When they do not hold in
 * all of them, or hold under different conditions, the condition says in which.
 */
final class WorldMerge {
  private static final Comparator<Finding> IN_SOURCE_ORDER =
      Comparator.comparing((Finding f) -> f.location().start())
          .thenComparing(f -> f.location().end())
          .thenComparing(Finding::message);

  private final Map<Integer, World> analysedIn;

  /** Of a function that is analysed in these worlds. */
  WorldMerge(SortedMap<Integer, World> analysedIn) {
    this.analysedIn = analysedIn;
  }

  private record Same(String rule, Check check, String identity, String callee, int ordinal) {}

  private record Seen(int world, Finding finding) {}

  List<TreeFinding> merge(String function, SortedMap<Integer, List<Finding>> byWorld) {
    Map<Same, List<Seen>> groups = new LinkedHashMap<>();
    byWorld.forEach((world, findings) -> {
      Map<Same, Integer> ordinals = new HashMap<>();
      findings.stream()
          .sorted(IN_SOURCE_ORDER)
          .forEach(finding -> {
            int ordinal = ordinals.merge(same(finding, 0), 1, Integer::sum) - 1;
            groups
                .computeIfAbsent(same(finding, ordinal), _ -> new ArrayList<>())
                .add(new Seen(world, finding));
          });
    });
    List<TreeFinding> merged = new ArrayList<>();
    groups.forEach((same, seen) -> merged.add(merged(function, same.ordinal(), seen)));
    merged.sort(Comparator.comparing(TreeFinding::finding, IN_SOURCE_ORDER));
    return List.copyOf(merged);
  }

  private static Same same(Finding f, int ordinal) {
    return new Same(f.rule(), f.check(), f.identity(), f.callee(), ordinal);
  }

  private TreeFinding merged(String function, int ordinal, List<Seen> seen) {
    Seen surest = seen.getFirst();
    for (Seen other : seen) {
      if (other.finding().confidence().compareTo(surest.finding().confidence()) > 0) {
        surest = other;
      }
    }
    String fingerprint = Fingerprint.of(surest.finding(), function, ordinal);
    return new TreeFinding(fingerprint, ordinal, surest.finding(), condition(seen), surest.world());
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
