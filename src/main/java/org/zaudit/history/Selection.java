package org.zaudit.history;

import java.util.List;

/**
 * The commits to audit.
 *
 * @param commits parents before children; among those that may come next, the older one first, then
 *     by id
 * @param heads the revisions asked for that are among them, in the order asked for
 * @param starts parents of these commits that are not among them, sorted by id
 * @param damage commits that could not be read; what lies behind them is missing
 */
public record Selection(
    List<Commit> commits, List<String> heads, List<String> starts, List<Damage> damage) {
  public Selection {
    commits = List.copyOf(commits);
    heads = List.copyOf(heads);
    starts = List.copyOf(starts);
    damage = List.copyOf(damage);
  }
}
