package org.zaudit.audit;

import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/** Finds out who mentions a name in a tree. */
final class Mentions {
  private final Corpus corpus;
  private final Vocabulary vocabulary;
  private final Tree tree;
  private final boolean all;

  private Mentions(Corpus corpus, Vocabulary vocabulary, Tree tree, boolean all) {
    this.corpus = corpus;
    this.vocabulary = vocabulary;
    this.tree = tree;
    this.all = all;
  }

  /** By functions that are of interest, or tell something to callers that are. */
  static Mentions ofInterest(Corpus corpus, Vocabulary vocabulary, Tree tree) {
    return new Mentions(corpus, vocabulary, tree, false);
  }

  /**
   * By whatever function: where not the whole tree is settled, nobody has found out which names are
   * of interest.
   */
  static Mentions all(Corpus corpus, Vocabulary vocabulary, Tree tree) {
    return new Mentions(corpus, vocabulary, tree, true);
  }

  /** The functions whose text mentions one of these names, or a macro that leads to one. */
  Set<FunctionId> of(Set<String> names) {
    return mentioning(closed(names, List.of(corpus::macrosMentioning)), Body::isOfInterest);
  }

  /** The functions that may mean this one, by its name. */
  Set<FunctionId> ofFunction(Definition function) {
    FunctionId id = function.id();
    Set<FunctionId> found = of(Set.of(id.name()));
    if (function.body().isLocal() && !FileEntry.isHeader(id.file())) {
      found.removeIf(other -> !other.file().equals(id.file()));
    }
    return found;
  }

  /**
   * The functions whose own text may mean something else when these macros do: also where the
   * condition of another macro asks for one of them.
   */
  Set<FunctionId> ofMacros(Set<String> macros) {
    return mentioning(
        closed(macros, List.of(corpus::macrosMentioning, corpus::macrosAsking)),
        body -> body.isOfInterest() || vocabulary.tells(body));
  }

  private Set<FunctionId> mentioning(Set<String> names, Predicate<Body> counts) {
    Set<FunctionId> found = new HashSet<>();
    for (String name : names) {
      for (Body body : corpus.bodiesMentioning(name)) {
        if (all || counts.test(body)) {
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

  /** These names, and those of all macros that lead to one of them directly or through others. */
  private static Set<String> closed(
      Set<String> names, List<Function<String, Set<String>>> macrosLeadingTo) {
    Set<String> reached = new HashSet<>(names);
    var open = new ArrayDeque<String>(names);
    while (!open.isEmpty()) {
      String name = open.pop();
      for (Function<String, Set<String>> leading : macrosLeadingTo) {
        for (String macro : leading.apply(name)) {
          if (reached.add(macro)) {
            open.push(macro);
          }
        }
      }
    }
    return reached;
  }
}
