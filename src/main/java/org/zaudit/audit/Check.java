package org.zaudit.audit;

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

  static Check run(
      History history,
      Proposed proposed,
      CheckRequest request,
      Engine engine,
      AuditListener listener) {
    try (var run = new CheckRun(history, proposed, request, engine, listener)) {
      return run.run();
    }
  }
}
