package org.zaudit.audit;

import java.util.List;
import java.util.Optional;
import org.zaudit.audit.store.Store;
import org.zaudit.history.RevisionQuery;
import org.zaudit.rules.RuleSet;

/**
 * What to audit.
 *
 * @param paths gitignore patterns of the files in which findings are reported; empty: those that
 *     each rule names
 * @param jobs threads to use, at least 1; the result does not depend on it
 * @param everything analyse also what no rule concerns
 * @param kept where results are kept between runs; empty: nowhere. The result does not depend on it
 * @param releases say which tags carry a finding
 */
public record AuditRequest(
    RevisionQuery query,
    RuleSet rules,
    List<String> paths,
    int jobs,
    boolean everything,
    Optional<Store.Folder> kept,
    boolean releases) {
  /** One that keeps nothing. */
  public AuditRequest(
      RevisionQuery query, RuleSet rules, List<String> paths, int jobs, boolean everything) {
    this(query, rules, paths, jobs, everything, Optional.empty());
  }

  /** One that asks for releases. */
  public AuditRequest(
      RevisionQuery query,
      RuleSet rules,
      List<String> paths,
      int jobs,
      boolean everything,
      Optional<Store.Folder> kept) {
    this(query, rules, paths, jobs, everything, kept, true);
  }

  /** The same of other commits, without the releases. */
  AuditRequest of(RevisionQuery other) {
    return new AuditRequest(other, rules, paths, jobs, everything, kept, false);
  }

  public AuditRequest {
    paths = List.copyOf(paths);
    jobs = Math.max(1, jobs);
  }
}
