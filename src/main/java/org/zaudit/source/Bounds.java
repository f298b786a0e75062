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

  private Bounds() {}
}
