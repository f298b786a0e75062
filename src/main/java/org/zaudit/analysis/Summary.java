package org.zaudit.analysis;

import java.util.List;

/** What a caller may know of a function: values only, no positions. Equal summaries mean equal behaviour to every caller. */
public record Summary(List<String> cases) {
  /** True when a caller learns nothing from it that the default (borrow) does not say. */
  public boolean isTrivial() {
    return cases.isEmpty();
  }
}
