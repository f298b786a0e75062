package org.zaudit.analysis;

import java.util.ArrayList;
import java.util.List;
import org.zaudit.analysis.Holding.Act;
import org.zaudit.analysis.References.Subject;
import org.zaudit.analysis.Symbol.Content;
import org.zaudit.rules.RuleSet;

/** The transfer functions of references that stand in array elements side by side. */
final class ArrayReferences {
  private final RuleSet rules;
  private final Reports reports;

  ArrayReferences(RuleSet rules, Reports reports) {
    this.rules = rules;
    this.reports = reports;
  }

  /** So many elements, from this one on, have a reference more each. */
  void acquire(State state, Location first, Symbol count, Subject subject, Act act) {
    if (!rules.isSelected(subject.rule())) {
      return;
    }
    Segment run = run(first, count, subject, Segment.Way.ACQUIRED, true, act);
    state.segments.add(run);
    state.event(
        run.element(),
        new Event(
            Event.Kind.ACQUIRE,
            act.at(),
            act.callee()
                + " takes "
                + reports.people(count)
                + " references of kind "
                + subject.kind()));
  }

  /**
   * So many elements, from this one on, have a reference less each.
   *
   * @param all false when it is some of them
   */
  void release(State state, Location first, Symbol count, Subject subject, boolean all, Act act) {
    if (!rules.isSelected(subject.rule())) {
      return;
    }
    Segment run = run(first, count, subject, Segment.Way.RELEASED, all, act);
    List<Segment> kept = new ArrayList<>();
    boolean settled = false;
    for (Segment s : state.segments) {
      if (!s.array().equals(run.array()) || !s.resource().equals(run.resource())) {
        kept.add(s);
      } else if (s.way() == Segment.Way.ACQUIRED) {
        if (!s.kind().equals(run.kind()) && !run.kind().isEmpty()) {
          reports.runMismatch(state, s, run);
        }
        if (all && isSame(state, s.from(), run.from()) && isSame(state, s.to(), run.to())) {
          settled = true;
        } else {
          kept.add(s);
        }
      } else if (all) {
        reports.runReleasedTwice(state, s, run.element(), act);
      } else {
        kept.add(s);
      }
    }
    if (!settled) {
      kept.removeIf(s -> s.shape().equals(run.shape()));
      kept.add(run);
    }
    state.segments.clear();
    state.segments.addAll(kept);
    state.event(
        run.element(),
        new Event(
            Event.Kind.RELEASE,
            act.at(),
            act.callee() + " gives " + (all ? "all" : "some") + " elements of the array back"));
  }

  private static Segment run(
      Location first, Symbol count, Subject subject, Segment.Way way, boolean all, Act act) {
    Symbol from = first.lastIndex();
    return new Segment(
        first.array(),
        from,
        Arithmetic.apply("+", from, count),
        subject.rule(),
        subject.resource(),
        subject.kind(),
        way,
        all,
        act,
        new Content(first));
  }

  /**
   * An element gets another value. Where the index is a variable, others do too: what was given
   * back out of the array is no longer what stands in it.
   */
  void filled(State state, Location slot) {
    if (!state.segments.isEmpty() && !(slot.lastIndex() instanceof Symbol.Constant)) {
      state.segments.removeIf(s ->
          s.way() == Segment.Way.RELEASED
              && !s.act().inherited()
              && s.array().equals(slot.array()));
    }
  }

  /** It stands at the beginning of an array of which a run was taken or given back. */
  static boolean isArrayOfRun(State state, Symbol object) {
    return object instanceof Content(Location place)
        && state.segments.stream().anyMatch(s -> s.array().equals(place));
  }

  /** A single element is given up: its run may have been already. */
  void releaseElement(State state, Symbol object, Subject subject, Act act) {
    if (object instanceof Content(Location l)) {
      for (Segment s : state.segments) {
        boolean again =
            s.way() == Segment.Way.RELEASED
                && s.resource().equals(subject.resource())
                && s.array().equals(l.array());
        if (again && (s.act().inherited() || s.all() && within(state, l.lastIndex(), s))) {
          reports.runReleasedTwice(state, s, object, act);
        }
      }
    }
  }

  private static boolean isSame(State state, Symbol one, Symbol other) {
    return one.equals(other) || state.range(Arithmetic.apply("-", one, other)).isExactly(0);
  }

  private static boolean within(State state, Symbol index, Segment s) {
    return state.range(Arithmetic.apply("-", index, s.from())).low() >= 0
        && state.range(Arithmetic.apply("-", index, s.to())).high() < 0;
  }
}
