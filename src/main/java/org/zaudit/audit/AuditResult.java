package org.zaudit.audit;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
        lives.stream().filter(this::isReported).map(this::life).toList(),
        notices);
  }

  boolean isReported(Lifeline life) {
    Sighting last = life.last().sighting();
    PathPatterns patterns = paths.get(last.finding().rule());
    return patterns != null && patterns.matches(last.file());
  }

  Life life(Lifeline life) {
    Sighting last = life.last().sighting();
    Finding finding = last.finding();
    List<CommitInfo> fixed = ends(life, true);
    List<CommitInfo> vanished = ends(life, false);
    return new Life(
        last.fingerprint(),
        life.previousFingerprints(),
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
        last.related(),
        Optional.empty(),
        advice(finding, fixed));
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
