package org.zaudit.audit;

import java.util.List;
import org.zaudit.rules.RuleSet;

/** What all trees of one run share. Belongs to one thread, but for the corpus. */
record Workshop(Corpus corpus, Engine engine, Memo memo, Vocabulary vocabulary, Layout layout) {
  static Workshop of(RuleSet rules, Engine engine, boolean everything) {
    Vocabulary vocabulary = new Vocabulary(rules, everything);
    return new Workshop(
        new Corpus(vocabulary::knows),
        engine,
        new Memo(engine),
        vocabulary,
        new Layout(List.copyOf(rules.worlds())));
  }
}
