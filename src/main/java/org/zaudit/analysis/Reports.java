package org.zaudit.analysis;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.zaudit.analysis.Diagnostics.Fault;
import org.zaudit.analysis.Diagnostics.Words;
import org.zaudit.analysis.Finding.ContainerNeed;
import org.zaudit.analysis.Finding.Related;
import org.zaudit.analysis.Holding.Act;
import org.zaudit.analysis.Holding.Key;
import org.zaudit.rules.Resource;
import org.zaudit.source.Span;

/** Says what is wrong, so that a maintainer understands, and how to mend it. */
final class Reports {
  private final Diagnostics diagnostics;

  Reports(Diagnostics diagnostics) {
    this.diagnostics = diagnostics;
  }

  Resource resource(Key key) {
    return diagnostics.resource(key);
  }

  String people(Symbol symbol) {
    return diagnostics.people(symbol);
  }

  String people(Location location) {
    return diagnostics.people(location);
  }

  private String subject(Symbol object) {
    return diagnostics.subject(object);
  }

  private String subject(Symbol object, State state) {
    return diagnostics.subject(object, state);
  }

  void leak(State state, Key key, Holding held, Span exit, Confidence confidence, String where) {
    String name = subject(key.object(), state);
    Resource r = resource(key);
    diagnostics.add(
        Fault.of(Check.LEAK, key, held.acquire(), exit, confidence),
        state,
        new Words(
            "The %s is not %s on this path%s."
                .formatted(isTaken(key, name, held), r.released(), where),
            "On this path, %s %s must be %s before the function returns."
                .formatted(r.noun(), name, r.released()),
            new Event(Event.Kind.EXIT, exit, "still holds " + name)));
  }

  void setUpTwice(State state, Key key, Holding held, Act act) {
    String name = subject(key.object());
    Resource r = resource(key);
    diagnostics.add(
        Fault.of(
            Check.LOST_REFERENCE, key, held.acquire(), act.at(), held.atMost(Confidence.LIKELY)),
        state,
        new Words(
            "The %s is %s again by %s() and was not %s before."
                .formatted(isTaken(key, name, held), r.acquired(), act.callee(), r.released()),
            "Leave one of the two out.",
            new Event(Event.Kind.OVERWRITE, act.at(), r.acquired() + " again")));
  }

  /**
   * A loss, which is none if the program ends before it comes to a way out or to another round.
   *
   * @return what {@link #confirm} must be told when it does
   */
  Object lost(State state, Key key, Holding held, Span at, String how) {
    String name = subject(key.object());
    boolean isOne = held.net() <= 1;
    Object id =
        diagnostics.add(
            Fault.of(
                Check.LOST_REFERENCE,
                key,
                held.acquire(),
                at,
                held.atMost(held.isShared() ? Confidence.LIKELY : Confidence.CERTAIN)),
            state,
            new Words(
                "%s %s %s lost: its only name goes away here."
                    .formatted(
                        isOne ? "The" : held.net() + " references on the",
                        isTaken(key, name, held),
                        isOne ? "is" : "are"),
                "Store %s where its owner finds it, or have it %s before its name goes away."
                    .formatted(name, resource(key).released()),
                new Event(
                    how.startsWith("overwrites") ? Event.Kind.OVERWRITE : Event.Kind.EXIT,
                    at,
                    how)));
    diagnostics.isLoss(id);
    return id;
  }

  /** The program goes on after these losses. */
  void confirm(Set<Object> losses) {
    diagnostics.confirm(losses);
  }

  void doubleRelease(State state, Key key, Holding held, Act act) {
    boolean never = !held.release().happened();
    // What one callee finds in a tree, another may take out of it, and with it the tree's
    // reference.
    boolean isOfAnother =
        resource(key).counted()
            && !never
            && !isContract(held.acquire().callee())
            && !isContract(held.release().callee());
    // Which of two values a variable has may go with what the paths there differ in otherwise.
    boolean isEither = key.object() instanceof Symbol.Merged && !held.owned();
    Confidence most =
        held.isShared() || isOfAnother || isEither ? Confidence.LIKELY : Confidence.CERTAIN;
    // Who is given a lock that is not held takes it, as a rule, before dropping it.
    boolean isTakenBefore = !resource(key).mortal() && !isContract(act.callee());
    boolean isDoubtful = !held.owned() && (isOneOfTwo(key.object()) || isTakenBefore);
    diagnostics.add(
        Fault.of(
                never ? Check.UNACQUIRED_RELEASE : Check.DOUBLE_RELEASE,
                key,
                act,
                held.atMost(isDoubtful ? Confidence.POSSIBLE : most))
            .since(never ? held.acquire() : held.release()),
        state,
        new Words(
            isReleased(key, act) + " although this path holds no reference on it any more.",
            "One release too many on this path: drop this one, or the one by %s()."
                .formatted(held.release().callee()),
            new Event(Event.Kind.RELEASE, act.at(), "given back again")));
  }

  /** What a variable had where paths met, in the round of a loop before: one value or another. */
  private static boolean isOneOfTwo(Symbol object) {
    return object instanceof Symbol.Aged(Symbol.Merged _);
  }

  void nullRelease(
      State state, Symbol object, References.Subject subject, Act act, Confidence confidence) {
    diagnostics.add(
        Fault.of(Check.UNACQUIRED_RELEASE, key(object, subject), act, confidence),
        state,
        new Words(
            act.callee() + "() is given NULL on this path and does not accept it.",
            "Call %s() only when there is something to give back.".formatted(act.callee()),
            new Event(Event.Kind.RELEASE, act.at(), "the argument is NULL here")));
  }

  /** True when contracts say what that function does. */
  boolean isContract(String callee) {
    return diagnostics.knows(callee);
  }

  void notTaken(State state, Key key, Act act, Confidence confidence) {
    String acquired = resource(key).acquired();
    diagnostics.add(
        Fault.of(Check.UNACQUIRED_RELEASE, key, act, confidence),
        state,
        new Words(
            "%s on this path before it was %s; on another path this function does both."
                .formatted(isReleased(key, act), acquired),
            "Leave out %s() where nothing was %s yet.".formatted(act.callee(), acquired),
            List.of(),
            List.of(),
            Optional.empty()));
  }

  void uninitialised(State state, Symbol object, References.Subject subject, Act act) {
    String name = people(object);
    diagnostics.add(
        Fault.of(Check.UNACQUIRED_RELEASE, key(object, subject), act, Confidence.LIKELY),
        state,
        new Words(
            "%s() is given %s, which has no value on this path.".formatted(act.callee(), name),
            "Set %s on every path that leads here.".formatted(name),
            new Event(Event.Kind.RELEASE, act.at(), name + " has no value here")));
  }

  /** Memory that no allocation gave is freed. */
  void variableFreed(State state, Symbol object, References.Subject subject, Act act) {
    Key key = key(object, subject);
    String name = subject(object);
    diagnostics.add(
        Fault.of(Check.UNACQUIRED_RELEASE, key, act, Confidence.LIKELY),
        state,
        new Words(
            "%s() is given %s, a variable of this function, which was never %s."
                .formatted(act.callee(), name, resource(key).acquired()),
            "Leave out %s() for what lies in a variable.".formatted(act.callee()),
            new Event(Event.Kind.RELEASE, act.at(), name + " is a variable of this function")));
  }

  void releasedUnderOwnName(State state, Symbol object, References.Subject subject, Act act) {
    Key key = key(object, subject);
    diagnostics.add(
        Fault.of(Check.MISMATCHED_RELEASE, key, act, Confidence.LIKELY),
        state,
        new Words(
            isReleased(key, act) + " under the name of this function, which did not take it.",
            "Pass the tag under which %s was %s."
                .formatted(subject(object), resource(key).acquired()),
            new Event(Event.Kind.RELEASE, act.at(), "the tag is the name of this function")));
  }

  void keptUnderOwnName(State state, Key key, Holding held, Span exit) {
    diagnostics.add(
        Fault.of(Check.MISMATCHED_RELEASE, key, held.acquire(), held.atMost(Confidence.LIKELY)),
        state,
        new Words(
            wasTaken(key, held)
                + " under the name of this function, and outlives it: no other function can give it"
                + " back under that name.",
            "Take %s under a tag that whoever gives it back knows."
                .formatted(subject(key.object())),
            new Event(Event.Kind.EXIT, exit, "still held under the name of this function")));
  }

  void mismatch(State state, Key key, Holding held, Agreement.Difference difference, Act act) {
    String what = difference.what();
    Resource r = resource(key);
    diagnostics.add(
        Fault.of(
            Check.MISMATCHED_RELEASE,
            key,
            act,
            held.isHandedOver() ? Confidence.LIKELY : difference.confidence()),
        state,
        new Words(
            "%s with %s %s and is %s by %s() with %s %s."
                .formatted(
                    wasTaken(key, held),
                    what,
                    people(difference.taken()),
                    r.released(),
                    act.callee(),
                    what,
                    people(difference.given())),
            "Give it back with the same %s as it was %s.".formatted(what, r.acquired()),
            new Event(Event.Kind.RELEASE, act.at(), "the " + what + " differs")));
  }

  /**
   * @param most how sure it is when all references are known
   * @param how it is used
   */
  void useAfterRelease(State state, Key key, Holding held, Span at, Confidence most, String how) {
    String name = subject(key.object());
    Resource r = resource(key);
    diagnostics.add(
        Fault.of(
            Check.USE_AFTER_RELEASE,
            key,
            held.release(),
            at,
            held.atMost(r.counted() || held.isShared() ? Confidence.LIKELY : most)),
        state,
        new Words(
            "The %s %s is used after its last known reference was %s by %s()."
                .formatted(r.noun(), name, r.released(), held.release().callee()),
            "Use %s before it is %s, or take a reference that lasts until here."
                .formatted(name, r.released()),
            new Event(Event.Kind.USE, at, how)));
  }

  void runReleasedTwice(State state, Segment earlier, Symbol element, Act act) {
    Act first = earlier.act();
    List<Related> related =
        first.inherited()
            ? List.of(
                new Related(
                    first.callee(),
                    "release " + earlier.resource(),
                    "gives an element back and leaves it in its slot"))
            : List.of();
    diagnostics.add(
        Fault.of(
            Check.DOUBLE_RELEASE,
            new Key(element, earlier.rule(), earlier.resource()),
            act,
            Confidence.LIKELY),
        state,
        new Words(
            "An element of %s that %s() gave back is given back again by %s()."
                .formatted(
                    people(earlier.array()).replaceFirst("^\\*", ""), first.callee(), act.callee()),
            "Take the element out of its slot where it is given back, or skip it here.",
            List.of(
                new Event(Event.Kind.RELEASE, first.at(), "gives an element back"),
                new Event(Event.Kind.RELEASE, act.at(), "gives every element back")),
            related,
            Optional.empty()));
  }

  void runMismatch(State state, Segment taken, Segment given) {
    diagnostics.add(
        Fault.of(
            Check.MISMATCHED_RELEASE,
            new Key(taken.element(), taken.rule(), taken.resource()),
            given.act(),
            Confidence.CERTAIN),
        state,
        new Words(
            "The elements of %s were taken by %s() as %s and are given back by %s() as %s."
                .formatted(
                    people(taken.array()),
                    taken.act().callee(),
                    taken.kind(),
                    given.act().callee(),
                    given.kind()),
            "Give each kind of reference back by its own function.",
            List.of(
                new Event(Event.Kind.ACQUIRE, taken.act().at(), "taken as " + taken.kind()),
                new Event(Event.Kind.RELEASE, given.act().at(), "given back as " + given.kind())),
            List.of(),
            Optional.empty()));
  }

  void staleAlias(State state, Key key, Act release, Span exit, Optional<ContainerNeed> needs) {
    String slot = subject(key.object());
    Resource r = resource(key);
    Event end =
        new Event(
            Event.Kind.EXIT,
            exit,
            "%s still points to a %s it has no reference on".formatted(slot, r.noun()));
    diagnostics.add(
        Fault.of(Check.STALE_ALIAS, key, release, Confidence.CERTAIN),
        state,
        new Words(
            ("The %s in %s is %s by %s() and the slot still points to it:"
                    + " its owner gives it back a second time.")
                .formatted(r.noun(), slot, r.released(), release.callee()),
            "Store in %s what takes the place of the %s, or take the slot out of the count."
                .formatted(slot, r.noun()),
            List.of(end),
            List.of(),
            needs));
  }

  /** What a failure gave back is still named where the caller finds it. */
  void leftPointing(State state, Key key, Act release, Span exit) {
    String name = subject(key.object());
    Resource r = resource(key);
    diagnostics.add(
        Fault.of(Check.STALE_ALIAS, key, release, exit, Confidence.LIKELY),
        state,
        new Words(
            "The %s %s is %s by %s(), and on this path it keeps pointing to it, though another path puts something else there."
                .formatted(r.noun(), name, r.released(), release.callee()),
            "Set %s to NULL before failing, or give it back only when what takes its place is there."
                .formatted(name),
            new Event(Event.Kind.EXIT, exit, "%s still points to it".formatted(name))));
  }

  void partial(State state, Segment run, Span exit) {
    diagnostics.add(
        Fault.of(
            Check.PARTIAL_ACQUIRE,
            new Key(run.element(), run.rule(), run.resource()),
            run.act(),
            exit,
            Confidence.CERTAIN),
        state,
        new Words(
            ("On this path %s() has taken references into %s and how many is kept nowhere:"
                    + " nobody can give them back.")
                .formatted(run.act().callee(), subject(run.element())),
            "Give back what was taken, or let the owner's count know of it, before returning here.",
            new Event(Event.Kind.EXIT, exit, "the number of references taken is forgotten")));
  }

  /**
   * @param release of the caller's reference, on another way out
   */
  void notGivenUp(State state, Key key, Act release, Span exit) {
    String name = subject(key.object());
    Resource r = resource(key);
    diagnostics.add(
        Fault.of(Check.INCONSISTENT_PATHS, key, release, exit, Confidence.LIKELY),
        state,
        new Words(
            ("The %s %s of the caller is %s by %s() on other paths, whether they fail or not,"
                    + " and not on this one: the caller cannot tell whether it still has it.")
                .formatted(r.noun(), name, r.released(), release.callee()),
            "On this path, %s %s must be %s as well.".formatted(r.noun(), name, r.released()),
            new Event(Event.Kind.EXIT, exit, "the caller still has " + name)));
  }

  void notFreedToo(State state, Key key, Act release, Span exit) {
    String name = subject(key.object());
    Resource r = resource(key);
    diagnostics.add(
        Fault.of(Check.LEAK, key, release, exit, Confidence.LIKELY),
        state,
        new Words(
            "The %s %s, which this function was handed, is %s by %s() at its end, and not on this path."
                .formatted(r.noun(), name, r.released(), release.callee()),
            "On this path, %s %s must be %s as well.".formatted(r.noun(), name, r.released()),
            new Event(Event.Kind.EXIT, exit, "nobody looks after %s any more".formatted(name))));
  }

  private static Key key(Symbol object, References.Subject subject) {
    return new Key(object, subject.rule(), subject.resource());
  }

  private String isTaken(Key key, String name, Holding held) {
    Resource r = resource(key);
    return "%s %s, %s by %s(),".formatted(r.noun(), name, r.acquired(), held.acquire().callee());
  }

  private String wasTaken(Key key, Holding held) {
    Resource r = resource(key);
    return "The %s %s was %s by %s()"
        .formatted(r.noun(), subject(key.object()), r.acquired(), held.acquire().callee());
  }

  private String isReleased(Key key, Act act) {
    Resource r = resource(key);
    return "The %s %s is %s by %s()"
        .formatted(r.noun(), subject(key.object()), r.released(), act.callee());
  }
}
