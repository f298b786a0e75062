package org.zaudit.audit;

import org.zaudit.source.Condition;

/** A function as one tree defines it. */
record Definition(FunctionId id, Body body, Condition condition) {
  /** Whether a caller that resolves the name finds the same thing behind it. */
  boolean resolvesLike(Definition other) {
    return id.equals(other.id)
        && body.isLocal() == other.body.isLocal()
        && condition.equals(other.condition);
  }
}
