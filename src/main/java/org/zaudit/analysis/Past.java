package org.zaudit.analysis;

import java.util.Set;
import org.pcollections.HashTreePSet;
import org.pcollections.PSet;

/**
 * What happened on the paths to a point, beside what it did to memory and references. Immutable.
 *
 * @param captured of the arguments and what they point to, what somebody was given who keeps it, on
 *     every path
 * @param handedOn what somebody was given who keeps it, perhaps, or on some path
 * @param lost reports of references that were lost, in a program that has not gone on since
 * @param endedLoops heads of loops whose conditions ended them
 * @param gaveOwnName somebody who may take references was told the name of this function as a tag
 * @param metUnknown somebody was called who may have done anything
 */
record Past(
    PSet<Symbol> captured,
    PSet<Symbol> handedOn,
    PSet<Object> lost,
    PSet<Integer> endedLoops,
    boolean gaveOwnName,
    boolean metUnknown) {
  static final Past NOTHING =
      new Past(
          HashTreePSet.empty(),
          HashTreePSet.empty(),
          HashTreePSet.empty(),
          HashTreePSet.empty(),
          false,
          false);

  Past captures(Symbol object) {
    return new Past(captured.plus(object), handedOn, lost, endedLoops, gaveOwnName, metUnknown);
  }

  Past handsOn(Set<Symbol> objects) {
    return handedOn.containsAll(objects)
        ? this
        : new Past(captured, handedOn.plusAll(objects), lost, endedLoops, gaveOwnName, metUnknown);
  }

  Past loses(Object report) {
    return new Past(captured, handedOn, lost.plus(report), endedLoops, gaveOwnName, metUnknown);
  }

  Past endsLoop(int head) {
    return new Past(captured, handedOn, lost, endedLoops.plus(head), gaveOwnName, metUnknown);
  }

  Past givesOwnName() {
    return new Past(captured, handedOn, lost, endedLoops, true, metUnknown);
  }

  Past meetsUnknown() {
    return metUnknown ? this : new Past(captured, handedOn, lost, endedLoops, gaveOwnName, true);
  }

  /** What is so on one path or the other; captured for sure is what both captured. */
  Past or(Past other) {
    return equals(other)
        ? this
        : new Past(
            captured.minusAll(captured.minusAll(other.captured)),
            handedOn.plusAll(other.handedOn).plusAll(captured).plusAll(other.captured),
            lost.plusAll(other.lost),
            endedLoops.plusAll(other.endedLoops),
            gaveOwnName || other.gaveOwnName,
            metUnknown || other.metUnknown);
  }
}
