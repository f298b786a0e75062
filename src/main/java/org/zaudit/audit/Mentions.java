package org.zaudit.audit;

import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Finds out who mentions a name in a tree. */
final class Mentions {
  private final Corpus corpus;
  private final Tree tree;

  Mentions(Corpus corpus, Tree tree) {
    this.corpus = corpus;
    this.tree = tree;
  }

  /**
   * The functions whose text mentions one of these names, or a macro that leads to one; as far as
   * they are of interest.
   */
  Set<FunctionId> of(Set<String> names) {
    Set<FunctionId> found = new HashSet<>();
    for (String name : leadingTo(names)) {
      for (Body body : corpus.bodiesMentioning(name)) {
        if (body.isOfInterest()) {
          for (Definition definition : tree.functions().getOrDefault(body.name(), List.of())) {
            if (definition.body() == body) {
              found.add(definition.id());
            }
          }
        }
      }
    }
    return found;
  }

  /** These names, and those of all macros that mention one of them directly or through others. */
  private Set<String> leadingTo(Set<String> names) {
    Set<String> reached = new HashSet<>(names);
    var open = new ArrayDeque<String>(names);
    while (!open.isEmpty()) {
      for (String macro : corpus.macrosMentioning(open.pop())) {
        if (reached.add(macro)) {
          open.push(macro);
        }
      }
    }
    return reached;
  }
}
