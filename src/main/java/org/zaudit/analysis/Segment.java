package org.zaudit.analysis;

/**
 * What this function did to the references in a run of array elements {@code array[from .. to)}, as
 * one (after the segmentation functor of Cousot, Cousot, Logozzo, POPL 2011).
 *
 * @param array where the array begins
 * @param all every element in the run, else some
 * @param act the acquire, or the release in one element
 * @param element how the source names the element
 */
record Segment(
    Location array,
    Symbol from,
    Symbol to,
    String rule,
    String resource,
    String kind,
    Way way,
    boolean all,
    Holding.Act act,
    Symbol element) {
  enum Way {
    ACQUIRED,
    /** Given up, and the slot still points there. */
    RELEASED
  }

  Segment upTo(Symbol end) {
    return new Segment(array, from, end, rule, resource, kind, way, all, act, element);
  }

  Segment downTo(Symbol start) {
    return new Segment(array, start, to, rule, resource, kind, way, all, act, element);
  }

  Segment some() {
    return all
        ? new Segment(array, from, to, rule, resource, kind, way, false, act, element)
        : this;
  }

  /** What tells states apart: the array, what was done; not how far, nor where in the text. */
  record Shape(
      Location array, String rule, String resource, String kind, String way, boolean all) {}

  Shape shape() {
    return new Shape(array, rule, resource, kind, way.name(), all);
  }

  Segment rewrite(java.util.function.UnaryOperator<Symbol> change) {
    return new Segment(
        array.rewrite(change),
        from.rewrite(change),
        to.rewrite(change),
        rule,
        resource,
        kind,
        way,
        all,
        act,
        element.rewrite(change));
  }
}
