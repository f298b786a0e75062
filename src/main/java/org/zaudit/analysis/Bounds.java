package org.zaudit.analysis;

/**
 * The bounds of the engine, in steps and states, never in time. What hits one is counted as
 * bounded.
 */
final class Bounds {
  private Bounds() {}

  /**
   * Deeper symbols become opaque: five dereferences cover the access paths of the kernel, and loops
   * cannot grow a symbol for ever.
   */
  static final int SYMBOL_DEPTH = 14;

  /** Values that an interval can leave out: a switch over more is a default. */
  static final int EXCLUDED_VALUES = 16;

  /**
   * States kept apart at one point. What needs more is as a rule a loop that is not understood:
   * three times as many took twice the time to bring a dozen more functions of OpenZFS to an end.
   */
  static final int STATES_PER_NODE = 16;

  /**
   * Steps (node, state) for one rule in one configuration of one function. Of those in OpenZFS that
   * come to an end hardly any needs more than 8,000.
   */
  static final int STEPS = 12_000;

  /** A step counts once more for each so many things known in its state: it costs as much. */
  static final int STATE_SIZE = 128;

  /**
   * Exits with different effects that a summary tells; of a function with more it tells nothing.
   */
  static final int CASES = 12;

  /** Facts about the entry that a case of a summary asks for, those about counted objects first. */
  static final int GUARDS = 24;

  /** Values left in memory that a case of a summary tells, those about references first. */
  static final int STORES = 24;

  /**
   * References in static storage that a case of a summary tells of. Who moves more sets up or tears
   * down a whole module: to carry each of these through the callers of callers was a third of the
   * work on memory, and nothing came of it.
   */
  static final int STATICS = 8;

  /** Outcomes of a call that a caller follows apart. */
  static final int CALL_OUTCOMES = 16;

  /** References on one object that are counted; more are "many". */
  static final int REFERENCES = 4;

  /**
   * Pointers followed from a parameter to an object that a summary speaks of; to an element of an
   * array it is one more.
   */
  static final int REACH = 3;

  /**
   * Pointers from an argument to an object that a caller has in sight: a member of what it handed
   * over, not what hangs on that.
   */
  static final int IN_SIGHT = 1;

  /** Copies of whole structures that a member is looked for through. */
  static final int COPIES = 4;

  /** Values of a list that are kept, each for its element of an array; a longer one is a table. */
  static final int ELEMENTS = 16;

  /** How deep the name of a bit may be: a constant, or its complement. */
  static final int FLAG_DEPTH = 2;

  /** Other ways to one point that are remembered. */
  static final int OTHER_TRAILS = 32;

  /** Steps back in search of a path that contradicts itself nowhere. */
  static final int WITNESS_STEPS = 16_384;

  /** Branches that a report shows of a path, the last ones. */
  static final int BRANCHES_SHOWN = 6;
}
