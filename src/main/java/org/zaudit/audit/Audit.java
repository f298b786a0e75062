package org.zaudit.audit;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.zaudit.history.History;

/**
 * What a history holds: the findings with their lives, sorted by {@link Life#ORDER}, and what was
 * looked at to say so. Mirrors the JSON form {@code zaudit/1} member by member.
 *
 * @param head what the audited revision resolves to; empty for a repository without commits
 * @param name the repository's name, as people call it
 * @param rules the rules that were applied, in the order given
 * @param suppressed findings that comments silence; none of {@code findings} is among them
 */
public record Audit(
    Optional<String> head,
    String name,
    Range range,
    List<AppliedRule> rules,
    CoverageCounts coverage,
    List<Life> findings,
    List<Notice> notices,
    List<Suppressed> suppressed) {

  /** One in which no finding is silenced. */
  public Audit(
      Optional<String> head,
      String name,
      Range range,
      List<AppliedRule> rules,
      CoverageCounts coverage,
      List<Life> findings,
      List<Notice> notices) {
    this(head, name, range, rules, coverage, findings, notices, List.of());
  }

  public Audit {
    rules = List.copyOf(rules);
    findings = findings.stream().sorted(Life.ORDER).toList();
    notices = List.copyOf(notices);
    suppressed =
        suppressed.stream().sorted(Comparator.comparing(Suppressed::life, Life.ORDER)).toList();
  }

  /**
   * Audits a history. The result depends on the history and the request alone.
   *
   * @throws org.zaudit.rules.UserError for a revision that is not there
   */
  public static Audit run(History history, AuditRequest request, AuditListener listener) {
    return run(history, request, Engine.of(request.rules()), listener);
  }

  static Audit run(History history, AuditRequest request, Engine engine, AuditListener listener) {
    return run(history, request, engine, listener, new Interval(Duration.ofMinutes(5)));
  }

  /**
   * @param isDue asked after each commit: whether how far the audit got is to be kept by then
   */
  static Audit run(
      History history,
      AuditRequest request,
      Engine engine,
      AuditListener listener,
      BooleanSupplier isDue) {
    try (var run = new AuditRun(history, request, engine, listener, isDue)) {
      return Suppressed.setApart(history, run.run());
    }
  }

  /** The same audit, showing only these findings. What it looked at stays. */
  public Audit only(Predicate<Life> shown) {
    return with(findings.stream().filter(shown).toList())
        .withSuppressed(suppressed.stream().filter(s -> shown.test(s.life())).toList());
  }

  /** The same audit with other findings. */
  Audit with(List<Life> others) {
    return new Audit(head, name, range, rules, coverage, others, notices, suppressed);
  }

  /** The same audit with other findings that are silenced. */
  Audit withSuppressed(List<Suppressed> others) {
    return new Audit(head, name, range, rules, coverage, findings, notices, others);
  }

  /**
   * How many commits were audited, and the oldest and newest of them; both empty when there is
   * none.
   */
  public record Range(int commits, Optional<String> first, Optional<String> last) {}

  /** A rule file that took part, with {@code sha256:} and 64 hex digits. */
  public record AppliedRule(String id, String digest) {}
}
