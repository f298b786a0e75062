package org.zaudit.analysis;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.zaudit.analysis.Holding.Act;
import org.zaudit.analysis.Holding.Key;
import org.zaudit.analysis.Symbol.Content;
import org.zaudit.analysis.Symbol.Made;
import org.zaudit.rules.RuleSet;

/**
 * Who else may have an object, or keep it, or have seen to it: what that makes of the references on
 * it.
 */
final class Sharing {
  /** Who, as a contract says, looks after what it got. */
  static final String NEW_OWNER = "its new owner";

  private final RuleSet rules;
  private final Rounds rounds;
  private final Contribution contribution;

  Sharing(RuleSet rules, Rounds rounds, Contribution contribution) {
    this.rules = rules;
    this.rounds = rounds;
    this.contribution = contribution;
  }

  /** The references on the object are somebody else's from here on. */
  void handOver(State state, Symbol object, Optional<References.Subject> subject) {
    boolean isWhole = state.holdings.keySet().stream().anyMatch(k -> k.object().equals(object));
    // Who keeps a member keeps what it is a member of.
    Symbol kept = isWhole ? object : object.object();
    contribution.handedOver(state, kept);
    state.allocations.isKnownToOthers(kept);
    if (!isWhole && isToldOfCapture(kept)) {
      state.past = state.past.captures(kept);
    }
    for (Key key : List.copyOf(state.holdings.keySet())) {
      if (key.object().equals(kept)
          && (subject.isEmpty()
              || subject.get().resource().equals(key.resource())
                  && subject.get().rule().equals(key.rule()))) {
        Holding held = state.holdings.get(key);
        if (held != null && held.net() > 0) {
          rounds.givesUp(held);
          state.holdings.put(
              key,
              new Holding(
                  0,
                  false,
                  held.kind(),
                  held.match(),
                  held.acquire(),
                  Act.NONE,
                  false,
                  held.sharedWith(List.of(subject.isPresent() ? NEW_OWNER : "a callee's"))
                      .shared()));
        }
      }
    }
  }

  /**
   * A child that goes into a list of its parent, which is an argument of this function, points back
   * to the parent and does not keep it.
   *
   * @param given to one callee
   */
  void pointBack(State state, List<Symbol> given) {
    for (Symbol list : given) {
      if (list instanceof Symbol.Address && list.object() instanceof Symbol.Argument parent) {
        state
            .memory
            .entrySet()
            .removeIf(e ->
                e.getValue().equals(parent)
                    && e.getKey().base() instanceof Location.Pointee(Made child)
                    && given.contains(child));
      }
    }
  }

  /** An argument, or what one points to: what lies deeper callers look after as they find it. */
  private static boolean isToldOfCapture(Symbol object) {
    return object instanceof Symbol.Argument argument && !argument.borrowed()
        || object instanceof Content(Location(Location.Base base, List<Location.Step> steps, _))
            && steps.isEmpty()
            && base instanceof Location.Pointee(Symbol.Argument _);
  }

  /**
   * Code that is not known got the value, and with it what lies in the memory that it points to.
   */
  void share(State state, Symbol value, String callee) {
    share(state, value, callee, Escapes.Reach.ITSELF);
  }

  /**
   * @param reach how much of it the callee may keep
   */
  void share(State state, Symbol value, String callee, Escapes.Reach reach) {
    Symbol object = value.object();
    if (isShareable(object) && reach != Escapes.Reach.NOTHING) {
      Set<Symbol> reached = isAnyToShare(state) ? liesIn(state, object) : new HashSet<>();
      if (reach == Escapes.Reach.ITSELF) {
        reached.add(object);
      }
      share(state, object, reached, callee);
    }
  }

  /** Whether anything is at hand of which it matters who else may have it. */
  boolean isAnyToShare(State state) {
    return state.allocations.isAnyOursAlone()
        || state.holdings.values().stream().anyMatch(h -> h.owned() && h.net() > 0);
  }

  /** The same of code that keeps such a value, perhaps. */
  void shareToKeep(State state, Symbol value, String callee) {
    share(state, value, callee);
    share(state, value, Calls.PERHAPS);
  }

  /** A callee gave the object to somebody who keeps it, perhaps; what lies in it stays. */
  void handOn(State state, Symbol value, String callee) {
    Symbol object = value.object();
    if (isShareable(object) && !object.isOnTheStack()) {
      share(state, object, Set.of(object), callee);
      share(state, object, Set.of(object), Calls.PERHAPS);
    }
  }

  /** A callee may have given what lies in the object to somebody, or back. */
  void shareContents(State state, Symbol object, String callee) {
    Set<Symbol> contents = liesIn(state, object);
    if (!contents.isEmpty()) {
      share(state, object, contents, callee);
      share(state, object, contents, Calls.PERHAPS);
    }
  }

  private static boolean isShareable(Symbol object) {
    return !(object instanceof Symbol.Constant || object instanceof Symbol.Text);
  }

  private static void share(State state, Symbol object, Set<Symbol> reached, String callee) {
    boolean isKept = callee.equals(Calls.PERHAPS) || callee.equals(Calls.BY_POINTER);
    if (object instanceof Symbol.Argument argument && isKept) {
      state.past = state.past.handsOn(Set.of(argument));
    }
    reached.forEach(state.allocations::isKnownToOthers);
    state.holdings.replaceAll((key, held) ->
        held.owned()
                && held.net() > 0
                && !held.shared().contains(callee)
                && reached.contains(key.object())
            ? held.sharedWith(List.of(callee))
            : held);
  }

  /**
   * Who calls somebody who gives back what a global variable stands for, as one of many things,
   * does so after it was set up: that it was given back before is no fault of theirs.
   *
   * @param callee who gives it back
   */
  boolean isTornDownAgain(State state, Symbol object, References.Subject subject, String callee) {
    Holding held = state.holdings.get(new Key(object, subject.rule(), subject.resource()));
    return isOfGlobal(object) && held != null && held.net() < 0 && !rules.knows(callee);
  }

  /** The same of the elements of an array. */
  boolean isTornDownAgain(State state, Location array, String callee) {
    return array.base() instanceof Location.Pointee(Symbol pointer)
        && isOfGlobal(pointer)
        && !rules.knows(callee)
        && state.segments.stream()
            .anyMatch(s -> s.way() == Segment.Way.RELEASED && s.array().equals(array.array()));
  }

  /**
   * What a global variable stands for and was given back before, a callee of whom not all is known
   * may have set up again: who undoes everything comes with somebody who does.
   *
   * @param call node of the call
   */
  void setUpAgain(State state, int call, String callee) {
    state.holdings.replaceAll((key, held) ->
        held.net() <= 0
                && isOfGlobal(key.object())
                && held.release().happened()
                && held.release().node() != call
            ? held.sharedWith(List.of(callee))
            : held);
  }

  private static boolean isOfGlobal(Symbol object) {
    return object instanceof Content(Location(Location.Global _, _, _));
  }

  /** What is stored in the memory that it points to. */
  static Set<Symbol> liesIn(State state, Symbol holder) {
    Set<Symbol> found = new HashSet<>();
    state.memory.forEach((name, value) -> {
      boolean inside =
          holder instanceof Symbol.Address(Location whole)
              ? name.base().equals(whole.base())
              : name.base() instanceof Location.Pointee(Symbol pointer)
                  && pointer.object().equals(holder);
      if (inside && !State.isTemporary(name)) {
        found.add(value);
        found.add(value.object());
      }
    });
    return found;
  }
}
