package org.zaudit.audit;

/**
 * A place in one version of a function.
 *
 * @param commit 40 hex digits
 * @param line counted from 1
 * @param column counted from 1 in UTF-16 units of the source line; a tab counts one
 */
public record Place(String commit, String file, String function, int line, int column) {}
