package org.zaudit.rules;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One of the programs that a tree holds (the Linux module, the FreeBSD module, userland): which
 * files belong to it and what is defined there.
 *
 * @param name unique; {@code default} for a tree that declares none
 * @param defined macros that are defined throughout, with their text
 * @param undefined macros that never are
 * @param files gitignore patterns of the files that belong to it (a later {@code !pattern} takes
 *     out)
 * @param includes directories searched for headers, in order
 * @param matches C or header files that show the layout: the world is one of a tree's if the tree
 *     has all of them
 */
public record World(
    String name,
    Map<String, String> defined,
    Set<String> undefined,
    List<String> files,
    List<String> includes,
    List<String> matches) {
  /** The single world of a tree whose layout no declared world matches. */
  public static World byDefault() {
    return new World("default", Map.of(), Set.of(), List.of(), List.of(), List.of());
  }
}
