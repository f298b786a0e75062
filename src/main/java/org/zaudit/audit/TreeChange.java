package org.zaudit.audit;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * What differs between two trees, as far as it can matter to an analysis.
 *
 * @param put functions that are new or have another text or condition
 * @param gone functions that are no longer there
 * @param resolved functions, as they were or as they are, that calls of their names may find where
 *     they did not before, or no longer find
 * @param headerMacros names of macros that headers define otherwise than before
 * @param fileMacros names of macros that a file defines otherwise than before, by file
 * @param worlds whether the tree has other worlds than before
 */
record TreeChange(
    Set<FunctionId> put,
    Set<FunctionId> gone,
    Set<Definition> resolved,
    Set<String> headerMacros,
    Map<String, Set<String>> fileMacros,
    boolean worlds) {
  static TreeChange none() {
    return new TreeChange(
        new LinkedHashSet<>(),
        new LinkedHashSet<>(),
        new LinkedHashSet<>(),
        new LinkedHashSet<>(),
        new LinkedHashMap<>(),
        false);
  }
}
