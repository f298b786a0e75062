package org.zaudit.rules;

import java.util.List;
import java.util.Set;

/**
 * One rule file.
 *
 * @param id file name without {@code .yaml}
 * @param digest {@code sha256:} and 64 hex digits, of the file's bytes and of those it builds on
 * @param paths gitignore patterns: files in which findings are reported; empty: all
 * @param flags names of constants that are told apart by name, whatever they are worth on one
 *     platform or another
 */
public record Rule(
    String id,
    String title,
    String digest,
    List<String> paths,
    Set<String> flags,
    List<Resource> resources,
    List<Contract> contracts,
    List<Container> containers) {}
