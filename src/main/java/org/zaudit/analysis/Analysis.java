package org.zaudit.analysis;

import java.util.List;
import org.zaudit.rules.RuleSet;

/** The front door of the engine: a pure function of its arguments, safe to call from several threads. */
public final class Analysis {
  private Analysis() {}

  /** Analyses one function in every configuration. */
  public static Result analyse(Unit unit, Environment environment, RuleSet rules) {
    throw new UnsupportedOperationException();
  }

  /** The findings of a result that hold in a tree with this ledger, containers and related functions filled in. */
  public static List<Finding> confirm(Result result, Ledger ledger, RuleSet rules) {
    throw new UnsupportedOperationException();
  }
}
