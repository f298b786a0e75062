package org.zaudit.audit;

import java.util.Comparator;

/**
 * A function of a tree, whatever its text.
 *
 * @param ordinal which of those with this name in this file, counted from 0
 */
record FunctionId(String file, String name, int ordinal) {
  static final Comparator<FunctionId> ORDER =
      Comparator.comparing(FunctionId::file)
          .thenComparing(FunctionId::name)
          .thenComparing(FunctionId::ordinal);
}
