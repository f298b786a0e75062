package org.zaudit.analysis;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import org.zaudit.syntax.Expression;

/** What callees may have put where their arguments point to. */
final class OutParameters {
  private final References references;

  OutParameters(References references) {
    this.references = references;
  }

  /** What stands there is not known any more. */
  void filled(Site site, State state) {
    filled(site, state, _ -> true);
  }

  /** The callee does not say what it puts there: where nothing stood yet it is not known. */
  void filledWhereUnset(Site site, State state) {
    filled(site, state, target -> state.read(target).equals(new Symbol.Content(target)));
  }

  private void filled(Site site, State state, Predicate<Location> which) {
    for (int i = 0; i < site.arguments().size(); i++) {
      Location target = Location.pointee(site.arguments().get(i));
      if (isOutParameter(site, i, target) && which.test(target)) {
        Symbol before = state.read(target);
        if (!references.isHeld(state, before)) {
          fill(site, i, target, state);
        }
      }
    }
  }

  /** The callee only writes: also the members of structures are others than before. */
  void overwritten(Site site, State state) {
    filled(site, state);
    site.arguments().forEach(argument -> references.given(state, argument));
    for (int i = 0; i < site.arguments().size(); i++) {
      if (Location.pointee(site.arguments().get(i)) instanceof Location(var base, var steps, _)
          && base instanceof Location.Local(String name)
          && steps.isEmpty()
          && site.evaluator().variables().isStructure(name)) {
        Location whole = Location.local(name);
        state
            .memory
            .entrySet()
            .removeIf(e -> e.getKey().startsWith(whole) && !references.isHeld(state, e.getValue()));
        state.memory.put(whole, site.made(state, 1 + i));
      }
    }
  }

  /**
   * The callee may store to new objects that are zero so far: to those that it is given, and to
   * what it finds from there or from global variables.
   *
   * @param isTold numbers of the arguments of which a contract says what becomes of what they point
   *     to
   */
  void mayWriteToZeroed(Site site, IntPredicate isTold, State state) {
    if (!state.allocations.isAnyZeroed()) {
      return;
    }
    Deque<Symbol> found = new ArrayDeque<>();
    for (int i = 0; i < site.arguments().size(); i++) {
      switch (site.arguments().get(i)) {
        case Symbol.Address(Location member) when !member.steps().isEmpty() -> {
          if (!isTold.test(i) && !state.memory.containsKey(member) && isZero(state.read(member))) {
            state.memory.put(member, site.made(state, 1 + i));
          }
          if (member.base() instanceof Location.Local(String name) && member.isElement()) {
            found.add(new Symbol.Address(Location.local(name)));
          }
        }
        case Symbol pointer -> found.add(pointer.object());
      }
    }
    state.memory.forEach((l, value) -> {
      if (l.base() instanceof Location.Global) {
        found.add(value.object());
      }
    });
    Set<Symbol> seen = new HashSet<>();
    while (!found.isEmpty()) {
      Symbol object = found.poll();
      if (seen.add(object)) {
        state.allocations.isWritten(object);
        found.addAll(Sharing.liesIn(state, object));
      }
    }
  }

  private static boolean isZero(Symbol value) {
    return value.equals(Symbol.Constant.ZERO);
  }

  private static void fill(Site site, int index, Location target, State state) {
    boolean isArray =
        target.base() instanceof Location.Local(String name)
            && site.evaluator().variables().isArray(name);
    if (isArray && state.memory.containsKey(target)) {
      return;
    }
    Symbol value = site.made(state, 1 + index);
    state.memory.put(target, value);
    if (target.base() instanceof Location.Local(String name)
        && site.evaluator().variables().isUnsigned(name)) {
      state.assume(value, Range.between(0, Long.MAX_VALUE));
    }
  }

  /** The address of a plain variable or array, or an out-parameter of this function handed on. */
  private static boolean isOutParameter(Site site, int index, Location target) {
    if (!target.steps().isEmpty()) {
      return false;
    }
    return switch (target.base()) {
      case Location.Local(String name) ->
          site.evaluator().variables().isScalar(name) || site.evaluator().variables().isArray(name);
      case Location.Pointee(Symbol.Argument _) ->
          site.call().arguments().get(index) instanceof Expression.Name(_, String name)
              && site.evaluator().variables().isOutParameter(name);
      case Location.Pointee _, Location.Global _ -> false;
    };
  }
}
