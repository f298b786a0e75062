package org.zaudit.audit;

import java.util.List;
import org.zaudit.analysis.Result;
import org.zaudit.analysis.Summary;

/**
 * What is known of a relevant function in one world of one tree.
 *
 * @param summary what its callers are told: that of the result, or the trivial one when recursion
 *     did not come to rest
 * @param callees every function that it may call, relevant or not
 * @param recursion the functions that were solved together with it, itself included; empty when it
 *     was solved alone
 * @param settled false when recursion did not come to rest
 * @param remembered what was learnt on the way to the result, so that as long as it stands nothing
 *     of that is forgotten
 */
record Outcome(
    Summary summary,
    Result result,
    List<FunctionId> callees,
    List<FunctionId> recursion,
    boolean settled,
    Memo.Remembered remembered) {
  /** Whether those that mention it must be looked at. */
  boolean isLoud() {
    // Else a recursion would fall apart by being given up, come together again, and so on.
    return summary.movesReferences() || !settled;
  }
}
