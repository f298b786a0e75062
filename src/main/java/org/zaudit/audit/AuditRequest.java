package org.zaudit.audit;

import java.util.List;
import org.zaudit.history.RevisionQuery;
import org.zaudit.rules.RuleSet;

/**
 * What to audit.
 *
 * @param paths gitignore patterns of the files in which findings are reported; empty: those that
 *     each rule names
 * @param jobs threads to use, at least 1; the result does not depend on it
 * @param everything analyse also what no rule concerns
 */
public record AuditRequest(
    RevisionQuery query, RuleSet rules, List<String> paths, int jobs, boolean everything) {
  public AuditRequest {
    paths = List.copyOf(paths);
    jobs = Math.max(1, jobs);
  }
}
