package org.zaudit.audit;

import java.util.List;
import org.zaudit.source.Condition;
import org.zaudit.source.MacroDefinition;

/**
 * What the audit keeps of one blob.
 *
 * @param functions in the order of the file
 * @param macros by name, later ones of the same name first
 */
record FileFacts(List<Piece> functions, List<MacroDefinition> macros) {
  static final FileFacts EMPTY = new FileFacts(List.of(), List.of());

  /**
   * A function in the file.
   *
   * @param line of its first byte, counted from 1
   * @param ordinal which of those with this name, counted from 0
   */
  record Piece(Body body, Condition condition, int line, int ordinal) {}

  /** The definitions of a macro, later ones first. */
  List<MacroDefinition> macros(String name) {
    int low = 0;
    int high = macros.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (macros.get(middle).name().compareTo(name) < 0) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    int end = low;
    while (end < macros.size() && macros.get(end).name().equals(name)) {
      end++;
    }
    return low == end ? List.of() : macros.subList(low, end);
  }
}
