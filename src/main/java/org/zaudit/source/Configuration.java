package org.zaudit.source;

import java.util.Map;

/**
 * One way to compile a chunk.
 *
 * @param values each atom that matters to the chunk, and its value
 * @param condition the conjunction of the atoms that are open in the world, as a condition: where
 *     findings of this configuration hold
 */
public record Configuration(Map<String, Boolean> values, Condition condition) {}
