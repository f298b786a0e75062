package org.zaudit.source;

import java.util.List;
import java.util.function.Predicate;
import org.zaudit.rules.World;

/** Resolves conditionals and expands those macros that ANALYSIS needs to see through. */
public final class Preprocessor {
  private Preprocessor() {}

  /**
   * The satisfiable configurations of the atoms that the chunk and the macros it would expand
   * mention, in the world, under the surroundings; at least one unless the surroundings exclude the
   * world. Past the bound: a covering set that takes every branch at least once.
   *
   * @param interesting names that a contract or a non-trivial summary knows: macros that mention
   *     them are expanded
   */
  public static List<Configuration> configurations(
      ChunkText text,
      Condition surroundings,
      World world,
      MacroTable macros,
      Predicate<String> interesting) {
    throw new UnsupportedOperationException();
  }

  /**
   * The text of the chunk in one configuration. Linear in the size of the result, which is bounded.
   */
  public static Expanded expand(
      ChunkText text,
      Configuration configuration,
      World world,
      MacroTable macros,
      Predicate<String> interesting) {
    throw new UnsupportedOperationException();
  }
}
