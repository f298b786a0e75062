package org.zaudit.audit;

import java.util.List;
import org.zaudit.analysis.Analysis;
import org.zaudit.analysis.Crew;
import org.zaudit.analysis.Environment;
import org.zaudit.analysis.Escapes;
import org.zaudit.analysis.Finding;
import org.zaudit.analysis.Ledger;
import org.zaudit.analysis.Result;
import org.zaudit.analysis.Unit;
import org.zaudit.rules.RuleSet;

/**
 * What analyses one function. All its methods are pure: equal arguments give equal results, on any
 * thread.
 */
public interface Engine {
  /**
   * Depends on the unit and on the answers of the environment, on nothing else.
   *
   * @param environment safe to be asked by all of the crew
   */
  Result analyse(Unit unit, Environment environment, Crew crew);

  /** Where the parameters of a function may go. Depends on the unit alone. */
  Escapes escapes(Unit unit);

  /** The findings of a result that hold in a tree with this ledger. */
  List<Finding> confirm(Result result, Ledger ledger);

  /** The engine that reports what these rules say. */
  static Engine of(RuleSet rules) {
    Analysis analysis = new Analysis(rules);
    return new Engine() {
      @Override
      public Result analyse(Unit unit, Environment environment, Crew crew) {
        return analysis.analyse(unit, environment, crew);
      }

      @Override
      public Escapes escapes(Unit unit) {
        return analysis.escapes(unit);
      }

      @Override
      public List<Finding> confirm(Result result, Ledger ledger) {
        return analysis.confirm(result, ledger);
      }
    };
  }
}
