package org.zaudit.analysis;

import java.util.List;
import org.zaudit.source.Condition;
import org.zaudit.source.MacroTable;

/**
 * What the identifiers of a unit resolve to. The result of an analysis depends on the unit, the
 * rules and the answers given here, on nothing else.
 */
public interface Environment extends MacroTable {
  /**
   * Definitions of the function that a call in this file means, with disjoint conditions; empty
   * when the tree defines none or all are trivial.
   */
  List<Callee> callees(String name);

  record Callee(Condition condition, Summary summary) {}
}
