package org.zaudit.audit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import org.zaudit.analysis.Finding;
import org.zaudit.rules.RuleSet;

/**
 * What one version of some files holds, without a history.
 *
 * @param findings each on the way out where it is surest, by file, line, column and fingerprint
 * @param gaps functions that could not be analysed in full
 */
public record TreeAnalysis(List<Sighting> findings, List<Gap> gaps) {
  public TreeAnalysis {
    findings = List.copyOf(findings);
    gaps = List.copyOf(gaps);
  }

  /** Analyses all files together; those that end in {@code .h} are seen by the others. */
  public static TreeAnalysis of(Map<String, byte[]> files, RuleSet rules, Engine engine) {
    Workshop workshop = Workshop.of(rules, engine, false);
    SortedMap<String, Optional<FileFacts>> facts = new TreeMap<>();
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      workshop.corpus().scan(file.getKey(), file.getValue());
      facts.put(file.getKey(), Optional.of(workshop.corpus().facts(file.getKey())));
    }
    TreeState state = TreeState.empty(workshop).with(facts).state();
    return new TreeAnalysis(sightings(state), Gap.all(state));
  }

  private static List<Sighting> sightings(TreeState state) {
    Viewer viewer = new Viewer(state);
    List<Sighting> sightings = new ArrayList<>();
    state
        .findings()
        .forEach((id, found) -> {
          Map<Object, Sighting> once = new LinkedHashMap<>();
          for (TreeFinding one : found) {
            Finding f = one.finding();
            once.merge(
                List.of(f.rule(), f.check(), f.identity(), f.callee(), one.ordinal()),
                viewer.sight(id, one),
                BinaryOperator.minBy(Fate.SUREST_FIRST));
          }
          sightings.addAll(once.values());
        });
    sightings.sort(Sighting.ORDER);
    return sightings;
  }
}
