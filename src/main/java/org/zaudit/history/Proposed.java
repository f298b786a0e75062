package org.zaudit.history;

import java.util.List;

/**
 * A proposal as commits, of which some may exist in memory only.
 *
 * @param selection the commits, with the ones on which they stand as starts
 * @param base where settings are read from: what the change cannot have touched
 * @param skipped paths of which binary patches would change the content; they were left as they are
 */
public record Proposed(Selection selection, String base, List<String> skipped) {
  public Proposed {
    skipped = List.copyOf(skipped);
  }
}
