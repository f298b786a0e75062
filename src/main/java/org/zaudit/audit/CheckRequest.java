package org.zaudit.audit;

import java.util.List;
import java.util.Optional;
import org.zaudit.analysis.Confidence;
import org.zaudit.audit.store.Store;
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
 * @param kept where results are kept between runs; empty: nowhere. The result does not depend on it
 */
public record CheckRequest(
    RuleSet rules,
    List<String> paths,
    Confidence confidence,
    boolean everything,
    int jobs,
    Optional<Store.Folder> kept) {
  /** One that keeps nothing. */
  public CheckRequest(
      RuleSet rules, List<String> paths, Confidence confidence, boolean everything, int jobs) {
    this(rules, paths, confidence, everything, jobs, Optional.empty());
  }

  public CheckRequest {
    paths = List.copyOf(paths);
    jobs = Math.max(1, jobs);
  }

  /** The same, for what stood before too. */
  public CheckRequest forEverything() {
    return new CheckRequest(rules, paths, confidence, true, jobs, kept);
  }

  AuditRequest audit() {
    return new AuditRequest(RevisionQuery.of(), rules, paths, jobs, false, kept);
  }
}
