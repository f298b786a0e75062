package org.zaudit.audit;

import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.zaudit.analysis.Confidence;
import org.zaudit.analysis.Finding;
import org.zaudit.history.Commit;
import org.zaudit.history.Selection;
import org.zaudit.history.Tag;
import org.zaudit.rules.Rule;

/** Writes down what an audit found. */
final class AuditResult {
  private final String name;
  private final AuditRequest request;
  private final List<Tag> tags;
  private final Map<String, PathPatterns> paths = new HashMap<>();

  AuditResult(String name, AuditRequest request, List<Tag> tags) {
    this.name = name;
    this.request = request;
    this.tags = tags;
    for (Rule rule : request.rules().rules()) {
      List<String> patterns = request.paths().isEmpty() ? rule.paths() : request.paths();
      paths.put(rule.id(), PathPatterns.of(patterns.isEmpty() ? List.of("*") : patterns));
    }
  }

  Audit of(Selection range, List<Lifeline> lives, CoverageCounts coverage, List<Notice> notices) {
    List<Commit> commits = range.commits();
    return new Audit(
        range.heads().stream().findFirst(),
        name,
        new Audit.Range(
            commits.size(),
            commits.stream().findFirst().map(Commit::id),
            commits.isEmpty() ? Optional.empty() : Optional.of(commits.getLast().id())),
        request.rules().rules().stream()
            .map(rule -> new Audit.AppliedRule(rule.id(), rule.digest()))
            .toList(),
        coverage,
        Fate.shared(lives).stream()
            .filter(shared -> isReported(shared.getFirst()))
            .map(this::life)
            .toList(),
        notices);
  }

  boolean isReported(Lifeline life) {
    Sighting last = life.last().sighting();
    PathPatterns patterns = paths.get(last.finding().rule());
    return patterns != null && patterns.matches(last.file());
  }

  /**
   * What is told of lives that share their fate.
   *
   * @param lives at least one
   */
  Life life(List<Lifeline> lives) {
    List<Sighting> sightings =
        lives.stream().map(l -> l.last().sighting()).sorted(Fate.SUREST_FIRST).toList();
    Lifeline life = lives.getFirst();
    Sighting last = sightings.getFirst();
    Finding finding = last.finding();
    String fingerprint = first(sightings).fingerprint();
    List<CommitInfo> fixed = ends(life, true);
    List<CommitInfo> vanished = ends(life, false);
    return new Life(
        fingerprint,
        lives.stream()
            .flatMap(l -> l.fingerprints().stream())
            .filter(f -> !f.equals(fingerprint))
            .distinct()
            .toList(),
        finding.rule(),
        finding.check(),
        finding.confidence(),
        life.isOpen() ? Life.State.OPEN : fixed.isEmpty() ? Life.State.VANISHED : Life.State.FIXED,
        finding.resource(),
        finding.subject(),
        finding.message(),
        last.condition(),
        new Place(life.last().commit(), last.file(), last.function(), last.line(), last.column()),
        life.introduced(),
        life.introductions(),
        fixed,
        vanished,
        tags.stream().map(Tag::name).filter(life.tags()::contains).toList(),
        last.events(),
        related(sightings),
        Optional.empty(),
        advice(finding, fixed));
  }

  /** The way out by which all are known. */
  private static Sighting first(List<Sighting> sightings) {
    return sightings.stream()
        .min(Comparator.comparing(Sighting::line).thenComparing(Sighting::column))
        .orElseThrow();
  }

  /** Those of the first, and the other ways out on which it shows. */
  private static List<RelatedLine> related(List<Sighting> sightings) {
    Sighting told = sightings.getFirst();
    Set<RelatedLine> related = new LinkedHashSet<>();
    sightings.stream()
        .skip(1)
        .filter(other ->
            other.line() != told.line() && other.finding().confidence() != Confidence.POSSIBLE)
        .sorted(Comparator.comparing(Sighting::line))
        .forEach(other ->
            related.add(
                new RelatedLine(
                    other.file(), other.function(), other.line(), "the same on this way out")));
    related.addAll(told.related());
    return List.copyOf(related);
  }

  private static List<CommitInfo> ends(Lifeline life, boolean fixed) {
    return life.ends().stream()
        .filter(end -> end.fixed() == fixed)
        .map(Lifeline.End::commit)
        .distinct()
        .toList();
  }

  private static String advice(Finding finding, List<CommitInfo> fixed) {
    if (fixed.isEmpty()) {
      return finding.advice();
    }
    CommitInfo fix = fixed.getFirst();
    return "cherry-pick " + fix.commit().substring(0, 12) + " (" + fix.subject() + ")";
  }
}
