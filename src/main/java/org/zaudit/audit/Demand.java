package org.zaudit.audit;

import java.util.Collection;
import java.util.Set;

/** Which functions of a tree somebody wants to know of. */
sealed interface Demand {
  /** The whole tree, as an audit wants it. */
  record Everything() implements Demand {
    @Override
    public boolean wants(FunctionId id) {
      return true;
    }
  }

  /**
   * These functions. What they may call, directly or not, is settled for their sake; of the rest
   * nothing is known.
   */
  record Some(Set<FunctionId> functions) implements Demand {
    public Some {
      functions = Set.copyOf(functions);
    }

    @Override
    public boolean wants(FunctionId id) {
      return functions.contains(id);
    }
  }

  boolean wants(FunctionId id);

  static Demand of(Collection<FunctionId> functions) {
    return new Some(Set.copyOf(functions));
  }
}
