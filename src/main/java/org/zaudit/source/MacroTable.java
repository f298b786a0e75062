package org.zaudit.source;

import java.util.List;

/** The macro definitions that a file sees. */
@FunctionalInterface
public interface MacroTable {
  /**
   * All definitions of the name, with disjoint conditions, later ones in the file first; empty when
   * it is no macro.
   */
  List<MacroDefinition> definitions(String name);
}
