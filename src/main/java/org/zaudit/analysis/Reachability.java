package org.zaudit.analysis;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.zaudit.analysis.Holding.Key;
import org.zaudit.rules.Resource;
import org.zaudit.rules.RuleSet;
import org.zaudit.syntax.TypeName;

/** Who can find what when a function has returned. */
final class Reachability {
  private final RuleSet rules;
  private final boolean returnsNumber;

  /**
   * @param result of the function
   */
  Reachability(RuleSet rules, TypeName result) {
    this.rules = rules;
    this.returnsNumber = result.isNumber();
  }

  /** True when the caller finds the object, or the owner of memory that names it does. */
  boolean isFound(State state, Symbol object) {
    return isFound(state, object, new HashSet<>());
  }

  /** True when memory that this object is made of is found, so that what lies in it is. */
  boolean isHolderFound(State state, Symbol holder) {
    return isHolderFound(state, holder, state.allocations.isOursAlone(holder), new HashSet<>());
  }

  private boolean isFound(State state, Symbol object, Set<Symbol> seen) {
    if (!seen.add(object)) {
      return false;
    }
    if (state.returned.filter(r -> leadsTo(r, object)).isPresent()) {
      return true;
    }
    if (object.visibleToCaller() || state.leadingTo(object).anyMatch(s -> isGivenOut(state, s))) {
      return true;
    }
    if (object instanceof Symbol.Address(Location place)
        && place.base() instanceof Location.Pointee(Symbol holder)) {
      // It goes the way of the memory that it lies in.
      return !(isMember(place) && isGone(state, holder.object()));
    }
    if (object.isOnTheStack()) {
      return false;
    }
    for (Location name : state.namesOf(object)) {
      if (name.outlives()) {
        return true;
      }
      if (name.base() instanceof Location.Pointee(Symbol holder)
          && !holder.object().equals(object)
          && !(isMember(name) && isGone(state, holder.object()))
          && isHolderFound(
              state,
              holder.object(),
              isMember(name) && state.allocations.isOursAlone(holder.object()),
              seen)) {
        return true;
      }
    }
    return false;
  }

  /**
   * Whether who has the value has the object by it. What was read from the object, and is no
   * pointer, or what it was compared with, is none.
   */
  private boolean leadsTo(Symbol value, Symbol object) {
    return value.object().equals(object)
        || switch (value) {
          case Symbol.Operation(String op, Symbol a, Symbol b) ->
              !Reasoning.isComparison(op) && (leadsTo(a, object) || leadsTo(b, object));
          case Symbol.Content _ -> !returnsNumber && value.mentions(object);
          default -> value.mentions(object);
        };
  }

  private boolean isGivenOut(State state, Symbol value) {
    return !returnsNumber && state.returned.filter(value::equals).isPresent()
        || state.namesOf(value).stream().anyMatch(Location::outlives);
  }

  /** No element of an array: which of these were given back before it is not known. */
  private static boolean isMember(Location name) {
    return name.steps().stream().allMatch(Location.Field.class::isInstance);
  }

  /**
   * @param alone nobody else knows that memory, whoever counts it
   */
  private boolean isHolderFound(State state, Symbol holder, boolean alone, Set<Symbol> seen) {
    boolean ours = alone;
    boolean shared = false;
    for (Map.Entry<Key, Holding> e : state.holdings.entrySet()) {
      if (e.getKey().object().equals(holder)) {
        ours |= e.getValue().owned() && !isOneOfMany(state, holder, e.getValue());
        shared |= e.getValue().isShared();
      }
    }
    return !ours || shared || isFound(state, holder, seen);
  }

  /** That one object of earlier rounds of a loop was given back says nothing of the others. */
  private static boolean isOneOfMany(State state, Symbol holder, Holding held) {
    return held.net() <= 0 && state.isSeveral(holder);
  }

  /**
   * Given back here by the only one who had it: nobody looks into it any more. A callee that did so
   * by itself may have known that there was no member to look after; of the objects of earlier
   * rounds of a loop some are gone and others not.
   */
  private boolean isGone(State state, Symbol holder) {
    return !(holder instanceof Symbol.Aged)
        && state.holdings.entrySet().stream()
            .filter(e -> e.getKey().object().equals(holder))
            .anyMatch(e -> isGone(e.getKey(), e.getValue()));
  }

  private boolean isGone(Key key, Holding held) {
    Resource resource = rules.resource(key.resource()).orElseThrow();
    return held.owned()
        && held.net() <= 0
        && held.release().happened()
        && rules.isResourceContract(held.release().callee())
        && resource.mortal()
        && !resource.counted();
  }
}
