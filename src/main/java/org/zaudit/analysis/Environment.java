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

  /**
   * How much of an argument may be found again after the call, wherever the callee puts it.
   *
   * @param name of a function or a macro; of one that the tree does not define nothing is known
   * @param position of the argument, from 0
   * @param isPlace for the address of a variable of the caller, which nobody can keep: what lies
   *     within it may be kept, and code that is not known may do anything with it
   */
  Escapes.Reach escape(String name, int position, boolean isPlace);

  record Callee(Condition condition, Summary summary) {}
}
