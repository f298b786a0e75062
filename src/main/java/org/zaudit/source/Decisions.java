package org.zaudit.source;

import java.util.Map;

/** Answers what a conditional asks. */
interface Decisions {
  /** Whether the branch behind this condition is taken. */
  boolean holds(Condition condition);

  /** Whether the condition is certain by what is decided already; takes no new decision. */
  boolean follows(Condition condition);

  /**
   * Those of a configuration. Atoms that it does not mention are false, as a name that nothing
   * defines.
   */
  static Decisions of(Map<String, Boolean> values) {
    return new Decisions() {
      @Override
      public boolean holds(Condition condition) {
        return condition.assume(values).holdsByDefault();
      }

      @Override
      public boolean follows(Condition condition) {
        return condition.assume(values).isAlways();
      }
    };
  }
}
