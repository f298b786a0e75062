package org.zaudit.audit;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.zaudit.history.History;
import org.zaudit.history.Proposed;

/**
 * What a change would bring in, and whether a gate should let it pass.
 *
 * @param audit the findings that the change brings in ({@link Life.State#INTRODUCED}), those that a
 *     later part of it repairs ({@link Life.State#REPAIRED}), and, if asked for, what stood before
 * @param passes false when it brings something in, or silences what it brings in
 */
public record Check(Audit audit, boolean passes) {

  /** Checks a change. The result depends on the history, the change and the request alone. */
  public static Check run(
      History history, Proposed proposed, CheckRequest request, AuditListener listener) {
    return run(history, proposed, request, Engine.of(request.rules()), listener);
  }

  /** Checks a change, and leaves out what a baseline lists. */
  public static Check run(
      History history,
      Proposed proposed,
      CheckRequest request,
      Baseline baseline,
      AuditListener listener) {
    Check check = run(history, proposed, request, listener);
    Collection<Life> known = check.audit.findings();
    if (!request.everything() && baseline.guesses(known)) {
      // The entry may mean a finding that stood before: then it does not mean the new one.
      known = run(history, proposed, request.forEverything(), listener).audit.findings();
    }
    return check.without(baseline.listed(known));
  }

  private Check without(Set<Life> listed) {
    List<Life> left = audit.findings().stream().filter(life -> !listed.contains(life)).toList();
    boolean bringsIn = left.stream().anyMatch(life -> life.state() == Life.State.INTRODUCED);
    boolean silences =
        audit.notices().stream().anyMatch(n -> n.kind() == Notice.Kind.SUPPRESSION_ADDED);
    return new Check(audit.with(left), passes || !bringsIn && !silences);
  }

  static Check run(
      History history,
      Proposed proposed,
      CheckRequest request,
      Engine engine,
      AuditListener listener) {
    try (var run = new CheckRun(history, proposed, request, engine, listener)) {
      Check check = run.run();
      List<Suppressed> suppressed =
          check.audit.notices().stream().flatMap(n -> n.suppressed().stream()).toList();
      return new Check(check.audit.withSuppressed(suppressed), check.passes);
    }
  }
}
