package org.zaudit.audit;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.zaudit.analysis.Finding;

/**
 * A finding with its places, as one tree shows it.
 *
 * @param condition where it holds; empty: in every configuration
 */
public record Sighting(
    String fingerprint,
    Finding finding,
    Optional<String> condition,
    String file,
    String function,
    int line,
    int column,
    List<EventLine> events,
    List<RelatedLine> related) {
  static final Comparator<Sighting> ORDER =
      Comparator.comparing(Sighting::file)
          .thenComparing(Sighting::line)
          .thenComparing(Sighting::column)
          .thenComparing(Sighting::fingerprint);
}
