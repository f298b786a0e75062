package org.zaudit.audit;

/**
 * What the range holds, not what a run had to compute: the same with a cold and a warm cache.
 *
 * @param blobs distinct blobs of C and header files
 * @param functionVersions functions, counted in each blob
 * @param distinctFunctions those with a text of their own
 * @param irrelevant skipped unparsed, since nothing they mention is known to any rule
 * @param failed not analysed, in some configuration; each is a notice
 * @param bounded those in which a bound of the engine was hit; each is a notice
 */
public record CoverageCounts(
    long blobs,
    long functionVersions,
    long distinctFunctions,
    long irrelevant,
    long parsed,
    long analysed,
    long failed,
    long bounded) {}
