package org.zaudit.rules;

import java.util.List;

/**
 * One rule file.
 *
 * @param id file name without {@code .yaml}
 * @param digest {@code sha256:} and 64 hex digits, of the file's bytes and of those it builds on
 * @param paths gitignore patterns: files in which findings are reported; empty: all
 */
public record Rule(
    String id,
    String title,
    String digest,
    List<String> paths,
    List<Resource> resources,
    List<Contract> contracts,
    List<Container> containers) {}
