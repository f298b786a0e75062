package org.zaudit.analysis;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NavigableSet;
import java.util.SortedSet;
import java.util.TreeSet;
import org.zaudit.source.Span;

/**
 * What this function has done to one object's references so far.
 *
 * @param net references taken less references given up; at least {@code -Bounds.REFERENCES}
 * @param owned true when the object's references are all known: it came to be here, by an acquire
 * @param acquire the last acquire, or none
 * @param release the last release, or none
 * @param kind kind of the references held
 * @param match what a release must agree on, by key
 * @param done this function took the last reference itself, and gave it back since
 * @param shared the functions of which nothing is known that were given the object: they may keep
 *     it
 */
record Holding(
    int net,
    boolean owned,
    String kind,
    Map<String, Symbol> match,
    Act acquire,
    Act release,
    boolean done,
    SortedSet<String> shared) {
  /**
   * One acquire or release.
   *
   * @param node -1 for none
   * @param callee the function called
   * @param inherited true when the callee did it to an array it was given: the fault, if it is one,
   *     lies there
   * @param lodged true when the callee left what it took inside an object, not in a variable of
   *     this function: whether that object's owner gives it back cannot be seen from here; or when
   *     it gave back what lies deep inside one: whether it is the same the next time cannot either
   */
  record Act(int node, String callee, Span at, boolean inherited, boolean lodged) {
    static final Act NONE = new Act(-1, "", new Span(0, 0), false, false);

    Act inside() {
      return new Act(node, callee, at, inherited, true);
    }

    boolean happened() {
      return node >= 0;
    }
  }

  /** What a holding belongs to: an object may carry several resources (a hold and a lock). */
  record Key(Symbol object, String rule, String resource) {
    @Override
    public int hashCode() {
      return 31 * object.hashCode() + resource.hashCode();
    }

    @Override
    public boolean equals(Object other) {
      return this == other
          || other instanceof Key(Symbol otherObject, String otherRule, String otherResource)
              && resource.equals(otherResource)
              && rule.equals(otherRule)
              && object.equals(otherObject);
    }

    Key with(Symbol other) {
      return new Key(other, rule, resource);
    }
  }

  static Holding none() {
    return new Holding(0, false, "", Map.of(), Act.NONE, Act.NONE, false, new TreeSet<>());
  }

  Holding acquired(String kind, Map<String, Symbol> match, Act act, boolean owned) {
    // Of several references any may be given back first.
    Map<String, Symbol> common = new LinkedHashMap<>(match);
    if (net > 0) {
      common.entrySet().retainAll(this.match.entrySet());
    }
    return new Holding(
        Math.min(net + 1, Bounds.REFERENCES),
        this.owned || owned,
        net <= 0 || kind.equals(this.kind) ? kind : "",
        common,
        act,
        release,
        false,
        shared);
  }

  Holding released(int by, Act act) {
    return new Holding(
        Math.max(net - by, -Bounds.REFERENCES),
        owned,
        kind,
        match,
        acquire,
        act,
        net > 0 && net <= by,
        shared);
  }

  /** Somebody else looks after it by now, as far as this function knows. */
  boolean isHandedOver() {
    return net == 0 && !owned && acquire.happened() && !release.happened();
  }

  /** The confidence of a finding about it, when the facts themselves allow {@code most}. */
  Confidence atMost(Confidence most) {
    return acquire.lodged() || release.lodged() ? Confidence.POSSIBLE : most;
  }

  /** Held under the name of this function, as a tag. */
  boolean isUnder(String function) {
    return new Symbol.Text(function).equals(match.get("tag"));
  }

  boolean isShared() {
    return !shared.isEmpty();
  }

  Holding sharedWith(Iterable<String> callees) {
    NavigableSet<String> more = new TreeSet<>(shared);
    callees.forEach(more::add);
    return new Holding(net, owned, kind, match, acquire, release, done, more);
  }

  /** On another path, others may have a reference still. */
  Holding notDone() {
    return new Holding(net, owned, kind, match, acquire, release, false, shared);
  }

  Holding withNet(int net) {
    return new Holding(net, owned, kind, match, acquire, release, done, shared);
  }

  /** What tells states apart: not where things happened last, but what is held. */
  record Shape(int net, boolean owned, String kind, boolean released) {}

  Shape shape() {
    return new Shape(net, owned, kind, release.happened());
  }

  /**
   * What lies inside an object that others look after: it keeps no states apart, since each of many
   * such objects would do so on its own.
   */
  boolean isLodged() {
    return net > 0 ? acquire.lodged() : release.lodged();
  }
}
