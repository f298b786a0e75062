package org.zaudit.audit;

import org.zaudit.analysis.Finding;
import org.zaudit.source.Condition;

/**
 * A finding that holds in a tree, in at least one of its worlds.
 *
 * @param finding as the first of these worlds has it
 * @param condition where it holds, all worlds taken together
 * @param world the first of these worlds
 */
record TreeFinding(String fingerprint, Finding finding, Condition condition, int world) {}
