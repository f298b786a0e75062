package org.zaudit.audit;

import java.util.List;
import org.zaudit.analysis.Confidence;
import org.zaudit.history.RevisionQuery;
import org.zaudit.rules.RuleSet;

/**
 * How to check a change.
 *
 * @param paths gitignore patterns of the files in which findings are reported; empty: those that
 *     each rule names
 * @param confidence the lowest that counts
 * @param everything report also what stood before
 * @param jobs threads to use, at least 1; the result does not depend on it
 */
public record CheckRequest(
    RuleSet rules, List<String> paths, Confidence confidence, boolean everything, int jobs) {
  public CheckRequest {
    paths = List.copyOf(paths);
    jobs = Math.max(1, jobs);
  }

  AuditRequest audit() {
    return new AuditRequest(RevisionQuery.of(), rules, paths, jobs, false);
  }
}
