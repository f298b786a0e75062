package org.zaudit.analysis;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.zaudit.analysis.Holding.Act;
import org.zaudit.analysis.Holding.Key;
import org.zaudit.analysis.Symbol.Content;
import org.zaudit.analysis.Symbol.Made;
import org.zaudit.rules.Resource;
import org.zaudit.rules.RuleSet;
import org.zaudit.source.Span;

/**
 * The transfer functions of references: acquire, release, stores, uses. Reports what goes wrong on
 * the spot.
 */
final class References {
  private final RuleSet rules;
  private final Reports reports;
  private final Agreement agreement;
  private final Rounds rounds;
  private final ArrayReferences arrays;
  private final Contribution contribution;
  private final Sharing sharing;

  /** What new values are called: the first variable that held them. */
  private final Map<Symbol, String> names = new HashMap<>();

  private final List<Unwound> unwound = new ArrayList<>();

  References(
      RuleSet rules,
      Reports reports,
      Agreement agreement,
      Rounds rounds,
      Contribution contribution) {
    this.rules = rules;
    this.reports = reports;
    this.agreement = agreement;
    this.rounds = rounds;
    this.arrays = new ArrayReferences(rules, reports);
    this.contribution = contribution;
    this.sharing = new Sharing(rules, rounds, contribution);
  }

  /** A path that ends in the middle, and where: somebody who called before goes on. */
  record Unwound(State state, Span at) {}

  void unwinds(State state, Span at) {
    unwound.add(new Unwound(state, at));
  }

  List<Unwound> unwound() {
    return unwound;
  }

  /** Those of runs of array elements. */
  ArrayReferences arrays() {
    return arrays;
  }

  /** Who else may have an object. */
  Sharing sharing() {
    return sharing;
  }

  Resource resource(String id) {
    return rules
        .resource(id)
        .orElseThrow(() -> new IllegalStateException("unknown resource " + id));
  }

  Optional<String> nameOf(Symbol made) {
    return Optional.ofNullable(names.getOrDefault(made, names.get(Trail.young(made))));
  }

  /** The source names an element of an array so. */
  void calledInSource(Symbol element, String text) {
    if (element instanceof Content) {
      names.putIfAbsent(Trail.young(element), text);
    }
  }

  /** What an effect is about. */
  record Subject(String rule, String resource, String kind, Map<String, Symbol> match) {}

  void acquire(State state, Symbol object, Subject subject, Act act, boolean owned) {
    if (!isFollowed(subject) || liesNowhere(state, object)) {
      return;
    }
    Key key = key(state, object, subject);
    Holding before = state.holding(key);
    Resource resource = resource(subject.resource());
    if (resource.inPlace()) {
      contribution.setUp(state, key, subject.kind(), act);
    }
    if (!resource.counted() && before.net() > 0) {
      takenAgain(state, key, before, act);
      return;
    }
    boolean isSetUpHere = resource.inPlace() && isOurPlace(state, object);
    boolean isSetUpForOthers = resource.inPlace() && !isSetUpHere;
    if (isSetUpForOthers && !object.visibleToCaller()) {
      return;
    }
    if (!state.range(object).isExactly(0)) {
      state.assume(object, Range.NON_ZERO);
    }
    state.holdings.put(
        key,
        before.acquired(
            subject.kind(),
            subject.match(),
            act,
            owned && !isSetUpForOthers || isSetUpHere || before.owned()));
    state.event(
        key.object(),
        new Event(
            Event.Kind.ACQUIRE, act.at(), act.callee() + " takes " + article(resource.noun())));
  }

  /** What is set up while it is set up is lost; in another round it may be another thing. */
  private void takenAgain(State state, Key key, Holding before, Act act) {
    if (resource(key.resource()).inPlace()
        && before.acquire().node() != act.node()
        && !before.isShared()
        && !state.isSeveral(key.object())) {
      reports.setUpTwice(state, key, before, act);
    }
  }

  /** In a variable of this function, or in memory that it has allocated. */
  private boolean isOurPlace(State state, Symbol object) {
    return switch (object) {
      case Symbol.Address(Location l) -> isOurs(state, l);
      case Content(Location l) -> l.base() instanceof Location.Local && l.steps().isEmpty();
      default -> false;
    };
  }

  private boolean isOurs(State state, Location place) {
    return switch (place.base()) {
      case Location.Local _ -> true;
      case Location.Pointee(Symbol holder) ->
          isOwned(state, holder.object()) || state.allocations.isOursAlone(holder.object());
      // Who sets up something there is the one who tears it down when it fails.
      case Location.Global _ -> true;
    };
  }

  private static String article(String noun) {
    return ("aeiou".indexOf(noun.charAt(0)) >= 0 ? "an " : "a ") + noun;
  }

  /** The holding that a value means: its own, else that of the object it points into. */
  private static Key key(State state, Symbol object, Subject subject) {
    Key exact = new Key(object, subject.rule(), subject.resource());
    Key whole = exact.with(object.object());
    Holding held = state.holdings.get(whole);
    return !state.holdings.containsKey(exact)
            && held != null
            && held.net() > 0
            && object instanceof Symbol.Operation
        ? whole
        : exact;
  }

  /** Who frees a member frees what it is a member of: the first one begins where the whole does. */
  private static Key releasedKey(State state, Symbol object, Subject subject, Resource resource) {
    Key key = key(state, object, subject);
    Key whole = key.with(object.object());
    Holding held = state.holdings.get(whole);
    boolean isMember =
        object instanceof Symbol.Address
            && resource.mortal()
            && !resource.counted()
            && !resource.inPlace()
            && !state.holdings.containsKey(key);
    return isMember && held != null && held.net() > 0 ? whole : key;
  }

  /** What another rule counts, on which this one builds, is of no concern here. */
  private boolean isFollowed(Subject subject) {
    return rules.isSelected(subject.rule());
  }

  /** A member of what NULL points to: who deals in it knows that there is no such path. */
  private static boolean liesNowhere(State state, Symbol object) {
    return object instanceof Symbol.Address(Location(Location.Base base, _, _))
        && base instanceof Location.Pointee(Symbol pointer)
        && state.range(pointer).isExactly(0);
  }

  /** A release that expects something is given NULL, if the object is that. */
  void releaseOfNull(State state, Symbol object, String text, Subject subject, Act act) {
    if (isFollowed(subject)
        && !liesNowhere(state, object)
        && state.range(object).isExactly(0)
        && resource(subject.resource()).mortal()) {
      reports.nullRelease(
          state,
          object instanceof Symbol.Constant ? new Symbol.Named(text) : object,
          subject,
          act,
          state.facts.containsKey(used(object)) ? Confidence.POSSIBLE : Confidence.LIKELY);
    }
  }

  /** A reference, or {@code by} of them, given up; nothing where there is no object. */
  void release(State state, Symbol object, Subject subject, int by, Act act) {
    if (!isFollowed(subject)
        || liesNowhere(state, object)
        || state.range(object).isExactly(0)
        || object instanceof Symbol.Constant) {
      // A constant is a number that stands for nothing, such as a descriptor of -1.
      return;
    }
    Resource resource = resource(subject.resource());
    Key key = releasedKey(state, object, subject, resource);
    Holding held = state.holdings.get(key);
    contribution.given(state, key, held, resource, subject.kind(), act);
    if (resource.inPlace() && (held == null || !held.owned())) {
      // Who set it up looks after the place, and hears of it.
      Holding before = held != null && held.net() > 0 ? held : Holding.none();
      state.holdings.put(key, before.released(1, act));
      return;
    }
    if (held == null) {
      arrays.releaseElement(state, object, subject, act);
      held = Holding.none();
      if (hasNoValue(state, object) && !ArrayReferences.isArrayOfRun(state, object)) {
        reports.uninitialised(state, object, subject, act);
      } else if (object.isOnTheStack() && resource.heap()) {
        reports.variableFreed(state, object, subject, act);
      }
    } else if (held.net() > 0) {
      rounds.givesUp(held);
      Holding taken = held;
      agreement
          .difference(state, held, subject)
          .ifPresent(difference -> reports.mismatch(state, key, taken, difference, act));
    } else if (held.isHandedOver()) {
      Holding taken = held;
      agreement
          .difference(state, held, subject)
          .filter(difference -> !resource.counted() || isOfSameTag(taken.match(), subject.match()))
          .ifPresent(difference -> reports.mismatch(state, key, taken, difference, act));
    } else if (held.release().node() == act.node() && isRead(object)
        || state.isSeveral(key.object())) {
      // The same call in another round of a loop, or another object that has the same name.
      held = Holding.none();
    } else if (held.owned() && held.net() <= 0) {
      reports.doubleRelease(state, key, held, act);
    } else if (!resource.counted()
        && (held.net() < 0 || held.net() == 0 && held.done())
        && !held.isShared()) {
      reports.doubleRelease(state, key, held, act);
    }
    state.holdings.put(key, held.released(by, act));
    state.event(
        key.object(),
        new Event(
            Event.Kind.RELEASE,
            act.at(),
            act.callee() + " gives the " + resource.noun() + " back"));
  }

  /** A callee took it and gave it back, and a name for it is left. */
  void cameAndWent(State state, Symbol object, Subject subject, Act act) {
    if (isFollowed(subject)) {
      Holding gone = Holding.none().acquired(subject.kind(), subject.match(), act, true);
      state.holdings.put(key(state, object, subject), gone.released(1, act));
      state.event(
          object,
          new Event(
              Event.Kind.RELEASE, act.at(), act.callee() + " gives back what it leaves there"));
    }
  }

  /** One of several references, known by its tag. */
  private static boolean isOfSameTag(Map<String, Symbol> taken, Map<String, Symbol> given) {
    Symbol tag = taken.get("tag");
    return tag != null && tag.equals(given.get("tag"));
  }

  /**
   * A release whose tag is the name of this function, of something that the function was handed or
   * found: whoever took it did so under another name.
   */
  void releaseUnderOwnName(State state, Symbol object, Subject subject, Act act) {
    boolean isOthers =
        comesFromTheCaller(object)
            && !state.holdings.containsKey(key(state, object, subject))
            && !state.past.gaveOwnName();
    if (isOthers && isFollowed(subject) && !state.range(object).isExactly(0)) {
      reports.releasedUnderOwnName(state, object, subject, act);
    }
  }

  /** A parameter, or found by way of one; what a global names this function may have put there. */
  private static boolean comesFromTheCaller(Symbol object) {
    return switch (object) {
      case Symbol.Argument _ -> true;
      case Content(Location(Location.Base base, _, _)) ->
          base instanceof Location.Pointee(Symbol pointer) && comesFromTheCaller(pointer.object());
      default -> false;
    };
  }

  /** A variable to which nothing was stored, nor to any element when it is an array. */
  private static boolean hasNoValue(State state, Symbol object) {
    return object instanceof Content(Location l)
        && l.base() instanceof Location.Local(String name)
        && l.steps().isEmpty()
        && !name.startsWith("%")
        && state.memory.keySet().stream().noneMatch(known -> known.startsWith(l));
  }

  /** A store: what the location named before may be lost with it. */
  void assign(State state, Location location, Symbol value, Span span, String text) {
    assign(state, location, value, span, () -> text);
  }

  /** The same; {@code text}, what the source calls the place, is asked for when it is needed. */
  void assign(State state, Location location, Symbol value, Span span, Supplier<String> text) {
    Symbol before = state.memory.put(location, value);
    if (!value.equals(Symbol.Constant.ZERO)) {
      state.forgetZerosBeside(location);
    }
    contribution.stored(state, location, value, before, key -> resource(key.resource()).mortal());
    forgetBelow(state, location);
    arrays.filled(state, location);
    boolean temporary =
        location.base() instanceof Location.Local(String name) && name.startsWith("%");
    if (value instanceof Made && !temporary) {
      names.computeIfAbsent(value, _ -> text.get());
    }
    if (!temporary && interesting(value)) {
      boolean isVariable = location.base() instanceof Location.Local && location.steps().isEmpty();
      state.event(
          value,
          isVariable
              ? Event.alias(span, text.get())
              : new Event(Event.Kind.STORE, span, "stored in " + text.get()));
    }
    if (!(location.base() instanceof Location.Local)) {
      state.holdings.forEach((key, held) -> {
        if (held.net() > 0 && key.object().equals(value)) {
          rounds.givesUp(held);
        }
      });
    }
    State.Pending pending = state.pending.get(value);
    if (pending != null && endsIn(location, pending.storedIn())) {
      state.pending.remove(value);
      acquire(state, value, pending.subject(), pending.act(), true);
    }
    if (before != null && !before.equals(value)) {
      if (isReadFromHeld(state, value, before)) {
        sharing.share(state, before, "the object that " + text.get() + " is read from");
      }
      lostIfNameless(state, before, span, () -> "overwrites " + text.get());
    }
  }

  /**
   * Read from another object that is held: as a rule that one was found by way of the value before
   * and leads back to it.
   */
  private boolean isReadFromHeld(State state, Symbol value, Symbol before) {
    return value instanceof Content(Location l)
        && l.base() instanceof Location.Pointee(Symbol holder)
        && !holder.object().equals(before.object())
        && isOwned(state, holder.object());
  }

  private static boolean interesting(Symbol value) {
    return switch (value) {
      case Made _, Content _ -> true;
      case Symbol.Address _ -> true;
      default -> false;
    };
  }

  private static void forgetBelow(State state, Location location) {
    if (location.base() instanceof Location.Local) {
      state.memory.keySet().removeIf(l -> !l.equals(location) && l.startsWith(location));
    }
  }

  /** Reports the references on an object that nothing names any more. */
  void lostIfNameless(State state, Symbol value, Span span, Supplier<String> how) {
    Symbol object = value.object();
    for (Key key : List.copyOf(state.holdings.keySet())) {
      if (!key.object().equals(object)) {
        continue;
      }
      Holding held = state.holdings.get(key);
      if (held != null
          && held.owned()
          && held.net() > 0
          && state.namesOf(object).isEmpty()
          && !mentionedByHolders(state, object)) {
        if (!held.isShared()) {
          state.past = state.past.loses(reports.lost(state, key, held, span, how.get()));
        }
        state.holdings.remove(key);
      }
    }
  }

  /** What was lost so far is lost for good. */
  void goesOn(State state) {
    reports.confirm(state.past.lost());
  }

  /**
   * An object whose address is part of what is stored elsewhere (a lock inside it, a run of its
   * elements) is not lost.
   */
  private static boolean mentionedByHolders(State state, Symbol object) {
    return state.memory.values().stream()
        .anyMatch(s -> s.mentions(object) && !(s instanceof Content));
  }

  /**
   * Read through a pointer or from a global variable, or different from round to round: when a loop
   * comes back to the same place, it is as a rule another object that has the same name.
   */
  private boolean isRead(Symbol object) {
    return switch (object) {
      case Content(Location l) -> !(l.base() instanceof Location.Local);
      case Symbol.Merged(int meeting, _) -> meeting < 0 || rounds.meetAnew(meeting);
      case Symbol.Aged _ -> true;
      default -> false;
    };
  }

  /** The value is dereferenced. */
  void use(State state, Symbol value, Span span) {
    use(state, value, span, Confidence.CERTAIN, "used here");
  }

  /** The value is handed to a callee, which as a rule looks into it. */
  void passOn(State state, Symbol value, Span span) {
    // What was worked out from a pointer may be no pointer, and a variable can be set up anew.
    boolean isVariable =
        value instanceof Symbol.Address(Location(Location.Base base, _, _))
            && base instanceof Location.Local;
    if (!isVariable && !(value instanceof Symbol.Operation)) {
      use(state, value, span, Confidence.LIKELY, "passed on here");
    }
  }

  private void use(State state, Symbol value, Span span, Confidence most, String how) {
    Symbol object = value.object();
    for (Map.Entry<Key, Holding> e : state.holdings.entrySet()) {
      Holding held = e.getValue();
      boolean laterRound =
          span.start() <= held.release().at().start() && isRead(object) || state.isSeveral(object);
      if (!laterRound
          && e.getKey().object().equals(object)
          && held.net() <= 0
          && held.release().happened()) {
        Resource resource = resource(e.getKey().resource());
        if (resource.mortal()
            && (held.owned() && held.net() == 0 || !resource.counted() && !held.owned())) {
          reports.useAfterRelease(state, e.getKey(), held, span, most, how);
          return;
        }
      }
    }
  }

  /** True unless the rule asks for a member that the object is kept in, and it is not. */
  boolean concerns(State state, Symbol object, List<List<String>> storedIn) {
    if (storedIn.isEmpty()) {
      return true;
    }
    if (object instanceof Content(Location l) && endsIn(l, storedIn)) {
      return true;
    }
    return state.namesOf(object).stream().anyMatch(l -> endsIn(l, storedIn));
  }

  static boolean endsIn(Location location, List<List<String>> paths) {
    List<String> fields =
        location.steps().stream()
            .filter(Location.Field.class::isInstance)
            .map(s -> ((Location.Field) s).name())
            .toList();
    return paths.stream()
        .anyMatch(p ->
            fields.size() >= p.size()
                && fields.subList(fields.size() - p.size(), fields.size()).equals(p));
  }

  /** An acquire that counts once the object is stored into one of the members. */
  void acquireWhenStored(
      State state, Symbol object, Subject subject, Act act, List<List<String>> storedIn) {
    state.pending.put(object, new State.Pending(subject, act, storedIn));
  }

  /** A new object that the callee puts into the caller's memory. */
  void acquireInto(
      State state, Location target, Symbol made, Subject subject, Act act, String text) {
    acquire(state, made, subject, act, true);
    assign(state, target, made, act.at(), text);
  }

  /** The object goes from one named state to another. */
  void move(State state, Symbol object, Subject subject, String from, Act act) {
    Key key = key(state, object, subject);
    Holding held = state.holdings.get(key);
    if (held != null && held.net() > 0) {
      if (!from.isEmpty() && !held.kind().isEmpty() && !held.kind().equals(from)) {
        var difference =
            new Agreement.Difference(
                "state", new Symbol.Text(held.kind()), new Symbol.Text(from), Confidence.CERTAIN);
        reports.mismatch(state, key, held, difference, act);
      }
      state.holdings.put(
          key,
          new Holding(
              held.net(),
              held.owned(),
              subject.kind(),
              held.match(),
              held.acquire(),
              held.release(),
              held.done(),
              held.shared()));
    }
  }

  /** When the object is an array whose elements are followed, it is gone with what it holds. */
  void ended(State state, Symbol object) {
    endedAt(state, Location.pointee(object));
  }

  void endedAt(State state, Location array) {
    if (state.segments.stream()
        .anyMatch(s -> s.array().equals(array) && s.way() == Segment.Way.RELEASED)) {
      state.ended.add(array);
    }
  }

  boolean isHeld(State state, Symbol value) {
    return state.holdings.entrySet().stream()
        .anyMatch(e -> e.getKey().object().equals(value) && e.getValue().net() > 0);
  }

  /** True when all references on the object are known and this path holds one. */
  boolean isOwned(State state, Symbol object) {
    return state.holdings.entrySet().stream()
        .anyMatch(e ->
            e.getKey().object().equals(object) && e.getValue().owned() && e.getValue().net() > 0);
  }

  String text(Location location) {
    return reports.people(location);
  }

  /** After a call, new objects are called by the place that the callee left them in. */
  void nameAfterCall(State state, Summary.Change change) {
    if (change instanceof Summary.Change.Count c && c.object() instanceof Made made) {
      state.namesOf(made).stream()
          .min(java.util.Comparator.comparing(l -> !(l.base() instanceof Location.Local)))
          .ifPresent(l -> names.put(made, text(l)));
    }
  }

  /** NULL was given to code that is not known and that will not have taken it. */
  void given(State state, Symbol argument) {
    if (argument instanceof Made && state.range(argument).isExactly(0)) {
      state.facts.put(used(argument), Range.exactly(1));
    }
  }

  private static Symbol used(Symbol argument) {
    return new Symbol.Operation("used", argument, Symbol.Constant.ZERO);
  }
}
