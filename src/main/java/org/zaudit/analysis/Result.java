package org.zaudit.analysis;

import java.util.List;
import org.zaudit.source.Condition;
import org.zaudit.source.Span;

/**
 * What the analysis of one unit gave.
 *
 * @param findings candidates; those with {@link Finding#needs} count only when the ledger of the
 *     tree has the container ({@link Analysis#confirm})
 * @param ledger what this function contributes to its world's ledger
 * @param sites where in this function an effect of its summary happens
 * @param configurations conditions of the configurations of which all was analysed
 * @param skipped configurations that gave no function, or of which statements could not be read,
 *     with place and reason
 * @param bounded true when a bound of the engine was hit: silence then proves nothing
 */
public record Result(
    Summary summary,
    List<Finding> findings,
    List<Ledger.Entry> ledger,
    List<Site> sites,
    List<Condition> configurations,
    List<Skip> skipped,
    boolean bounded) {
  public record Site(String effect, Span at) {}

  public record Skip(Condition condition, Span at, String token, String reason) {}
}
