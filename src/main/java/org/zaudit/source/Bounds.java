package org.zaudit.source;

/** How far this room goes before it gives up precision, and why that far. */
public final class Bounds {
  /**
   * Nodes of one condition. The richest of OpenZFS has some thirty; beyond this nobody can read it,
   * and hostile files could grow it without end.
   */
  public static final int CONDITION_NODES = 512;

  /**
   * Steps of one operation on conditions: two of the greatest readable size, were they independent,
   * take no more.
   */
  static final int CONDITION_STEPS = 16_384;

  /** Products of a printed condition: a sum of more than this tells a reader nothing. */
  static final int CONDITION_PRODUCTS = 64;

  /**
   * Definitions of one name in one file that a condition looks back at; more come from tables that
   * redefine a macro for each row.
   */
  static final int DEFINITIONS_OF_A_NAME = 16;

  /**
   * Different brace depths followed at one place. Real branches differ by one or two; what is
   * beyond is not followed, which may join a function with the next.
   */
  static final int NESTINGS = 8;

  /** Declarations of parameters between a head in the style of K&R and its body. */
  static final int OLD_STYLE_PARAMETERS = 64;

  /**
   * Configurations of one function. Of OpenZFS's functions hardly one has more that differ, save
   * those generated for SIMD; each costs a parse and an analysis.
   */
  public static final int CONFIGURATIONS = 32;

  /** Macros within macros. The deepest of the Linux kernel's are some twenty. */
  static final int EXPANSION_DEPTH = 64;

  /**
   * Tokens that the macros of one function may bring in: a hundred times an ordinary function.
   * Beyond, macros are left as they stand.
   */
  static final int EXPANDED_TOKENS = 100_000;

  /**
   * Calls of macros in one text whose parentheses are not closed; each costs a look at the rest of
   * it.
   */
  static final int OPEN_CALLS = 16;

  private Bounds() {}
}
