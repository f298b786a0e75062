package org.zaudit.audit;

import java.util.List;
import java.util.Optional;
import org.zaudit.analysis.Crew;
import org.zaudit.rules.RuleSet;

/** What all trees of one run share. Safe to share between threads. */
record Workshop(
    Corpus corpus, Engine engine, Memo memo, Vocabulary vocabulary, Layout layout, Crew crew) {
  /** Without anything from earlier runs. */
  static Workshop of(RuleSet rules, Engine engine, boolean everything) {
    return of(rules, engine, everything, Optional.empty(), Crew.alone());
  }

  /**
   * @param earlier what earlier runs found by these rules, if that is kept
   */
  static Workshop of(
      RuleSet rules, Engine engine, boolean everything, Optional<Results> earlier, Crew crew) {
    Vocabulary vocabulary = new Vocabulary(rules, everything);
    return new Workshop(
        new Corpus(vocabulary),
        engine,
        new Memo(engine, earlier, crew),
        vocabulary,
        new Layout(List.copyOf(rules.worlds())),
        crew);
  }
}
