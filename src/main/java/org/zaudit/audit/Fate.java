package org.zaudit.audit;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.zaudit.analysis.Check;
import org.zaudit.analysis.Finding;
import org.zaudit.source.Span;

/**
 * What the lives of one fault must have in common to be told as one finding: one for each way out
 * on which it shows would tell nobody more, as long as whoever brought in or mended one of them did
 * so for all.
 */
record Fate(
    String commit,
    String file,
    String function,
    String rule,
    Check check,
    String identity,
    String callee,
    Span origin,
    boolean isOpen,
    Optional<String> introduced,
    List<String> introductions,
    List<Lifeline.End> ends,
    Set<String> tags) {

  private static Fate of(Lifeline life) {
    Lifeline.Seen last = life.last();
    Sighting sighting = last.sighting();
    Finding finding = sighting.finding();
    return new Fate(
        last.commit(),
        sighting.file(),
        sighting.function(),
        finding.rule(),
        finding.check(),
        finding.identity(),
        finding.callee(),
        finding.origin(),
        life.isOpen(),
        life.introduced().map(i -> i.commit().commit()),
        life.introductions().stream().map(i -> i.commit().commit()).toList(),
        List.copyOf(life.ends()),
        Set.copyOf(life.tags()));
  }

  /** These lives, those together that share a fate, in the order of the first of each. */
  static List<List<Lifeline>> shared(Collection<Lifeline> lives) {
    Map<Fate, List<Lifeline>> shared = new LinkedHashMap<>();
    lives.forEach(life -> shared.computeIfAbsent(of(life), _ -> new ArrayList<>()).add(life));
    return List.copyOf(shared.values());
  }

  /** The one of several sightings of a fault that is to be believed most, and then the first. */
  static final Comparator<Sighting> SUREST_FIRST =
      Comparator.comparing((Sighting s) -> s.finding().confidence())
          .reversed()
          .thenComparing(Sighting::line)
          .thenComparing(Sighting::column);
}
