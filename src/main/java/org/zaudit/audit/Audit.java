package org.zaudit.audit;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.zaudit.history.History;

/**
 * What a history holds: the findings with their lives, sorted by {@link Life#ORDER}, and what was
 * looked at to say so. Mirrors the JSON form {@code zaudit/1} member by member.
 *
 * @param head what the audited revision resolves to; empty for a repository without commits
 * @param name the repository's name, as people call it
 * @param rules the rules that were applied, in the order given
 */
public record Audit(
    Optional<String> head,
    String name,
    Range range,
    List<AppliedRule> rules,
    CoverageCounts coverage,
    List<Life> findings,
    List<Notice> notices) {

  public Audit {
    rules = List.copyOf(rules);
    findings = findings.stream().sorted(Life.ORDER).toList();
    notices = List.copyOf(notices);
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
    try (var run = new AuditRun(history, request, engine, listener)) {
      return run.run();
    }
  }

  /** The same audit, showing only these findings. What it looked at stays. */
  public Audit only(Predicate<Life> shown) {
    return new Audit(
        head, name, range, rules, coverage, findings.stream().filter(shown).toList(), notices);
  }

  /** The same audit with other findings. */
  Audit with(List<Life> others) {
    return new Audit(head, name, range, rules, coverage, others, notices);
  }

  /**
   * How many commits were audited, and the oldest and newest of them; both empty when there is
   * none.
   */
  public record Range(int commits, Optional<String> first, Optional<String> last) {}

  /** A rule file that took part, with {@code sha256:} and 64 hex digits. */
  public record AppliedRule(String id, String digest) {}
}
