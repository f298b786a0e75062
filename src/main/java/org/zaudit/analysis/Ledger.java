package org.zaudit.analysis;

import java.util.List;

/** Per world: which functions release whole containers. Joined over all functions of a tree. */
public record Ledger(List<Entry> entries) {
  /**
   * {@code function} releases every element of the array at {@code field} below the count at {@code
   * count}, and its array.
   */
  public record Entry(
      String field, String count, String resource, String function, String effect) {}
}
