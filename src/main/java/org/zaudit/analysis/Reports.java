package org.zaudit.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.zaudit.analysis.Finding.ContainerNeed;
import org.zaudit.analysis.Finding.Related;
import org.zaudit.analysis.Holding.Act;
import org.zaudit.analysis.Holding.Key;
import org.zaudit.analysis.Symbol.Made;
import org.zaudit.rules.Resource;
import org.zaudit.rules.RuleSet;
import org.zaudit.source.Condition;
import org.zaudit.source.Span;

/** Says what is wrong in one configuration of one function, and how to mend it. */
final class Reports {
  private final RuleSet rules;
  private final Condition configuration;
  private final Sites sites;
  private final Retests retests;
  private final Findings findings = new Findings();
  private Naming people = Naming.forPeople(_ -> "");
  private Naming identity = Naming.forFingerprints(_ -> "");
  private java.util.function.Function<Symbol, Optional<String>> names = _ -> Optional.empty();

  Reports(RuleSet rules, Condition configuration, Sites sites, Retests retests) {
    this.rules = rules;
    this.configuration = configuration;
    this.sites = sites;
    this.retests = retests;
  }

  void nameBy(java.util.function.Function<Symbol, Optional<String>> names) {
    this.names = names;
    this.people = Naming.forPeople(m -> names.apply(m).orElseGet(() -> made(m)));
    this.identity = Naming.forFingerprints(this::made);
  }

  private String made(Made m) {
    String callee = sites.callee(m.node());
    return callee.isEmpty() ? "value" : callee + "()";
  }

  String people(Symbol symbol) {
    return people.of(Trail.young(symbol));
  }

  String people(Location location) {
    return people.of(location);
  }

  /** All findings. */
  List<Finding> all() {
    return findings.all();
  }

  /** What all reports share. */
  private record Draft(
      Check check,
      Key key,
      Symbol subject,
      String callee,
      Span at,
      Confidence confidence,
      Act site) {}

  /** Adds a report. Returns what tells it from others. */
  private Object add(
      Draft d,
      State state,
      String message,
      String advice,
      List<Event> last,
      List<Related> related,
      Optional<ContainerNeed> needs) {
    List<Event> events =
        new ArrayList<>(
            shorten(
                state.trail.about(
                    List.of(d.subject(), d.subject().object(), d.key().object()),
                    d.check() == Check.STALE_ALIAS)));
    last.stream().filter(e -> !events.contains(e)).forEach(events::add);
    Finding finding =
        new Finding(
            d.key().rule(),
            d.check(),
            isOutOfOrder(d.check()) && retests.isContrary(state.trail)
                ? Confidence.POSSIBLE
                : d.confidence(),
            resource(d.key()).noun(),
            subject(d.subject()),
            identity.of(Trail.young(d.subject())),
            d.callee(),
            message,
            configuration.and(state.condition),
            d.at(),
            List.copyOf(events),
            related,
            advice,
            needs);
    Object id =
        List.of(
            d.check(),
            d.key().rule(),
            d.key().resource(),
            d.site().node(),
            finding.identity(),
            d.site().happened() ? 0 : d.at().start());
    if (rules.isSelected(d.key().rule())) {
      findings.add(id, finding);
      if (d.check() == Check.LEAK) {
        boolean isNew =
            Trail.young(d.subject()) instanceof Made m && sites.node(m.node()) == d.site().node();
        findings.isLeakOf(id, List.of(d.key().rule(), d.key().resource(), d.site().node()), isNew);
      }
    }
    return id;
  }

  /** Of these it matters that the path exists at all, not only how it ends. */
  private static boolean isOutOfOrder(Check check) {
    return switch (check) {
      case DOUBLE_RELEASE, UNACQUIRED_RELEASE, USE_AFTER_RELEASE -> true;
      default -> false;
    };
  }

  /** Long paths keep their acquires and releases and the branches next to the end. */
  private static List<Event> shorten(List<Event> events) {
    long branches = events.stream().filter(e -> e.kind() == Event.Kind.BRANCH).count();
    List<Event> kept = new ArrayList<>();
    for (Event e : events) {
      if (e.kind() != Event.Kind.BRANCH || branches-- <= 6) {
        kept.add(e);
      }
    }
    return kept;
  }

  Resource resource(Key key) {
    return rules.resource(key.resource()).orElseThrow();
  }

  private String noun(Key key) {
    return resource(key).noun();
  }

  void leak(State state, Key key, Holding held, Span exit, Confidence confidence, String where) {
    String name = subject(key.object());
    Resource r = resource(key);
    add(
        new Draft(
            Check.LEAK,
            key,
            key.object(),
            held.acquire().callee(),
            exit,
            confidence,
            held.acquire()),
        state,
        "The "
            + isTaken(key, name, held)
            + "is not "
            + r.released()
            + " on this path"
            + where
            + ".",
        "On this path, "
            + r.noun()
            + " "
            + name
            + " must be "
            + r.released()
            + " before the function returns.",
        List.of(new Event(Event.Kind.EXIT, exit, "still holds " + name)),
        List.of(),
        Optional.empty());
  }

  /**
   * A loss, which is none if the program ends before it comes to a way out or to another round.
   *
   * @return what {@link #confirm} must be told when it does
   */
  Object lost(State state, Key key, Holding held, Span at, String how) {
    String name = subject(key.object());
    Resource r = resource(key);
    String many = held.net() > 1 ? held.net() + " references on the " : "The ";
    Object id =
        add(
            new Draft(
                Check.LOST_REFERENCE,
                key,
                key.object(),
                held.acquire().callee(),
                at,
                held.atMost(held.isShared() ? Confidence.LIKELY : Confidence.CERTAIN),
                held.acquire()),
            state,
            many
                + isTaken(key, name, held)
                + (held.net() > 1 ? "are" : "is")
                + " lost: its only name goes away here.",
            "Store "
                + name
                + " where its owner finds it, or have it "
                + r.released()
                + " before its name goes away.",
            List.of(
                new Event(
                    how.startsWith("overwrites") ? Event.Kind.OVERWRITE : Event.Kind.EXIT,
                    at,
                    how)),
            List.of(),
            Optional.empty());
    findings.isLoss(id);
    return id;
  }

  /** The program goes on after these losses. */
  void confirm(Set<Object> losses) {
    findings.confirm(losses);
  }

  void doubleRelease(State state, Key key, Holding held, Act act) {
    String name = subject(key.object());
    boolean never = !held.release().happened();
    // What one callee finds in a tree, another may take out of it, and with it the tree's
    // reference.
    boolean isOfAnother =
        resource(key).counted()
            && !never
            && !rules.knows(held.acquire().callee())
            && !rules.knows(held.release().callee());
    Confidence most = held.isShared() || isOfAnother ? Confidence.LIKELY : Confidence.CERTAIN;
    Confidence confidence =
        held.atMost(isOneOfTwo(key.object()) && !held.owned() ? Confidence.POSSIBLE : most);
    add(
        new Draft(
            never ? Check.UNACQUIRED_RELEASE : Check.DOUBLE_RELEASE,
            key,
            key.object(),
            act.callee(),
            act.at(),
            confidence,
            act),
        state,
        isReleased(key, name, act) + " although this path holds no reference on it any more.",
        "One release too many on this path: drop this one, or the one by "
            + held.release().callee()
            + "().",
        List.of(new Event(Event.Kind.RELEASE, act.at(), "given back again")),
        List.of(),
        Optional.empty());
  }

  /** What a variable had where paths met, in the round of a loop before: one value or another. */
  private static boolean isOneOfTwo(Symbol object) {
    return object instanceof Symbol.Aged(Symbol.Merged _);
  }

  private String isTaken(Key key, String name, Holding held) {
    Resource r = resource(key);
    return r.noun() + " " + name + ", " + r.acquired() + " by " + held.acquire().callee() + "(), ";
  }

  private String isReleased(Key key, String name, Act act) {
    return "The "
        + noun(key)
        + " "
        + name
        + " is "
        + resource(key).released()
        + " by "
        + act.callee()
        + "()";
  }

  void nullRelease(
      State state, Symbol object, References.Subject subject, Act act, Confidence confidence) {
    Key key = new Key(object, subject.rule(), subject.resource());
    add(
        new Draft(Check.UNACQUIRED_RELEASE, key, object, act.callee(), act.at(), confidence, act),
        state,
        act.callee() + "() is given NULL on this path and does not accept it.",
        "Call " + act.callee() + "() only when there is something to give back.",
        List.of(new Event(Event.Kind.RELEASE, act.at(), "the argument is NULL here")),
        List.of(),
        Optional.empty());
  }

  void notTaken(State state, Key key, Act act, Confidence confidence) {
    String name = subject(key.object());
    add(
        new Draft(
            Check.UNACQUIRED_RELEASE, key, key.object(), act.callee(), act.at(), confidence, act),
        state,
        isReleased(key, name, act)
            + " on this path before it was "
            + resource(key).acquired()
            + "; on another path this function does both.",
        "Leave out " + act.callee() + "() where nothing was " + resource(key).acquired() + " yet.",
        List.of(),
        List.of(),
        Optional.empty());
  }

  void uninitialised(State state, Symbol object, References.Subject subject, Act act) {
    Key key = new Key(object, subject.rule(), subject.resource());
    add(
        new Draft(
            Check.UNACQUIRED_RELEASE, key, object, act.callee(), act.at(), Confidence.LIKELY, act),
        state,
        act.callee() + "() is given " + people(object) + ", which has no value on this path.",
        "Set " + people(object) + " on every path that leads here.",
        List.of(new Event(Event.Kind.RELEASE, act.at(), people(object) + " has no value here")),
        List.of(),
        Optional.empty());
  }

  void releasedUnderOwnName(State state, Symbol object, References.Subject subject, Act act) {
    Key key = new Key(object, subject.rule(), subject.resource());
    String name = subject(object);
    add(
        new Draft(
            Check.MISMATCHED_RELEASE, key, object, act.callee(), act.at(), Confidence.LIKELY, act),
        state,
        isReleased(key, name, act) + " under the name of this function, which did not take it.",
        "Pass the tag under which " + name + " was " + resource(key).acquired() + ".",
        List.of(new Event(Event.Kind.RELEASE, act.at(), "the tag is the name of this function")),
        List.of(),
        Optional.empty());
  }

  void keptUnderOwnName(State state, Key key, Holding held, Span exit) {
    String name = subject(key.object());
    add(
        new Draft(
            Check.MISMATCHED_RELEASE,
            key,
            key.object(),
            held.acquire().callee(),
            held.acquire().at(),
            held.atMost(Confidence.LIKELY),
            held.acquire()),
        state,
        taken(key, held)
            + " under the name of this function, and outlives it: no other function can give it back"
            + " under that name.",
        "Take " + name + " under a tag that whoever gives it back knows.",
        List.of(new Event(Event.Kind.EXIT, exit, "still held under the name of this function")),
        List.of(),
        Optional.empty());
  }

  void mismatch(State state, Key key, Holding held, Agreement.Difference difference, Act act) {
    String what = difference.what();
    add(
        new Draft(
            Check.MISMATCHED_RELEASE,
            key,
            key.object(),
            act.callee(),
            act.at(),
            difference.confidence(),
            act),
        state,
        taken(key, held)
            + " with "
            + what
            + " "
            + people(difference.taken())
            + " and is "
            + resource(key).released()
            + " by "
            + act.callee()
            + "() with "
            + what
            + " "
            + people(difference.given())
            + ".",
        "Give it back with the same " + what + " as it was " + resource(key).acquired() + ".",
        List.of(new Event(Event.Kind.RELEASE, act.at(), "the " + what + " differs")),
        List.of(),
        Optional.empty());
  }

  private String taken(Key key, Holding held) {
    return "The "
        + noun(key)
        + " "
        + subject(key.object())
        + " was "
        + resource(key).acquired()
        + " by "
        + held.acquire().callee()
        + "()";
  }

  /**
   * @param most how sure it is when all references are known
   * @param how it is used
   */
  void useAfterRelease(State state, Key key, Holding held, Span at, Confidence most, String how) {
    String name = subject(key.object());
    Resource r = resource(key);
    add(
        new Draft(
            Check.USE_AFTER_RELEASE,
            key,
            key.object(),
            held.release().callee(),
            at,
            held.atMost(r.counted() || held.isShared() ? Confidence.LIKELY : most),
            held.release()),
        state,
        "The "
            + r.noun()
            + " "
            + name
            + " is used after its last known reference was "
            + r.released()
            + " by "
            + held.release().callee()
            + "().",
        "Use "
            + name
            + " before it is "
            + r.released()
            + ", or take a reference that lasts until here.",
        List.of(new Event(Event.Kind.USE, at, how)),
        List.of(),
        Optional.empty());
  }

  void runReleasedTwice(State state, Segment earlier, Symbol element, Act act) {
    Key key = new Key(element, earlier.rule(), earlier.resource());
    String array = people(earlier.array()).replaceFirst("^\\*", "");
    List<Related> related =
        earlier.act().inherited()
            ? List.of(
                new Related(
                    earlier.act().callee(),
                    "release " + earlier.resource(),
                    "gives an element back and leaves it in its slot"))
            : List.of();
    add(
        new Draft(
            Check.DOUBLE_RELEASE, key, element, act.callee(), act.at(), Confidence.LIKELY, act),
        state,
        "An element of "
            + array
            + " that "
            + earlier.act().callee()
            + "() gave back is given back again by "
            + act.callee()
            + "().",
        "Take the element out of its slot where it is given back, or skip it here.",
        List.of(
            new Event(Event.Kind.RELEASE, earlier.act().at(), "gives an element back"),
            new Event(Event.Kind.RELEASE, act.at(), "gives every element back")),
        related,
        Optional.empty());
  }

  void runMismatch(State state, Segment taken, Segment given) {
    Key key = new Key(taken.element(), taken.rule(), taken.resource());
    add(
        new Draft(
            Check.MISMATCHED_RELEASE,
            key,
            taken.element(),
            given.act().callee(),
            given.act().at(),
            Confidence.CERTAIN,
            given.act()),
        state,
        "The elements of "
            + people(taken.array())
            + " were taken by "
            + taken.act().callee()
            + "() as "
            + taken.kind()
            + " and are given back by "
            + given.act().callee()
            + "() as "
            + given.kind()
            + ".",
        "Give each kind of reference back by its own function.",
        List.of(
            new Event(Event.Kind.ACQUIRE, taken.act().at(), "taken as " + taken.kind()),
            new Event(Event.Kind.RELEASE, given.act().at(), "given back as " + given.kind())),
        List.of(),
        Optional.empty());
  }

  void staleAlias(State state, Key key, Act release, Span exit, Optional<ContainerNeed> needs) {
    String slot = subject(key.object());
    add(
        new Draft(
            Check.STALE_ALIAS,
            key,
            key.object(),
            release.callee(),
            release.at(),
            Confidence.CERTAIN,
            release),
        state,
        "The "
            + noun(key)
            + " in "
            + slot
            + " is "
            + resource(key).released()
            + " by "
            + release.callee()
            + "() and the slot still points to it: its owner gives it back a second time.",
        "Store in "
            + slot
            + " what takes the place of the "
            + noun(key)
            + ", or take the slot out of the count.",
        List.of(
            new Event(
                Event.Kind.EXIT,
                exit,
                slot + " still points to a " + noun(key) + " it has no reference on")),
        List.of(),
        needs);
  }

  void partial(State state, Segment run, Span exit) {
    Key key = new Key(run.element(), run.rule(), run.resource());
    String array = subject(run.element());
    add(
        new Draft(
            Check.PARTIAL_ACQUIRE,
            key,
            run.element(),
            run.act().callee(),
            exit,
            Confidence.CERTAIN,
            run.act()),
        state,
        "On this path "
            + run.act().callee()
            + "() has taken references into "
            + array
            + " and how many is kept nowhere: nobody can give them back.",
        "Give back what was taken, or let the owner's count know of it, before returning here.",
        List.of(new Event(Event.Kind.EXIT, exit, "the number of references taken is forgotten")),
        List.of(),
        Optional.empty());
  }

  /**
   * @param release of the caller's reference, on another way out
   */
  void notGivenUp(State state, Key key, Act release, Span exit) {
    String name = subject(key.object());
    Resource r = resource(key);
    add(
        new Draft(
            Check.INCONSISTENT_PATHS,
            key,
            key.object(),
            release.callee(),
            exit,
            Confidence.LIKELY,
            release),
        state,
        "The "
            + noun(key)
            + " "
            + name
            + " of the caller is "
            + r.released()
            + " by "
            + release.callee()
            + "() on other paths, whether they fail or not, and not on this one:"
            + " the caller cannot tell whether it still has it.",
        "On this path, " + r.noun() + " " + name + " must be " + r.released() + " as well.",
        List.of(new Event(Event.Kind.EXIT, exit, "the caller still has " + name)),
        List.of(),
        Optional.empty());
  }

  private String subject(Symbol object) {
    return names.apply(object).orElseGet(() -> people(object));
  }
}
