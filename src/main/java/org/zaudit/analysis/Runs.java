package org.zaudit.analysis;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.zaudit.analysis.Symbol.Content;
import org.zaudit.analysis.Symbol.Merged;

/** Runs of array elements in loops. */
final class Runs {
  private Runs() {}

  /**
   * Elements {@code a[i]} taken or given up in the round that ends become part of a run, when
   * {@code i} moves on by one: when some variable has the next index by now; or, where something is
   * counted down, this one or the one before.
   */
  static void fold(State state, int head, Loops loops, Predicate<Symbol> isIndexed) {
    Set<Symbol> values = new HashSet<>(state.memory.values());
    Predicate<Symbol> movedOn = index -> values.contains(next(index));
    Predicate<Symbol> movedDown =
        index -> loops.descends(head) && (values.contains(index) || values.contains(before(index)));
    forgetIndices(state, head, loops, movedOn, isIndexed);
    state
        .holdings
        .entrySet()
        .removeIf(
            e -> indexOfOneElement(e.getKey().object(), e.getValue()).filter(movedOn).isPresent());
    for (Holding.Key key : List.copyOf(state.holdings.keySet())) {
      Holding held = state.holdings.get(key);
      if (held == null
          || held.net() == 0
          || held.owned()
          || !loops.contains(head, lastAct(held).node())
          || !(key.object() instanceof Content(Location slot))
          || !isElement(slot) && !ArrayReferences.isArrayOfRun(state, key.object())) {
        continue;
      }
      Symbol index = slot.lastIndex();
      boolean ascends = movedOn.test(index);
      boolean descends = !ascends && movedDown.test(index);
      Symbol now = state.memory.getOrDefault(slot, key.object());
      boolean isExchanged = held.net() < 0 && !now.equals(key.object());
      if (!ascends
          && !descends
          && index.visibleToCaller()
          && (!isExchanged || isHeld(state, now))) {
        continue; // a slot that does not depend on the loop: the caller hears of both
      }
      if (isExchanged) {
        state.holdings.remove(key);
        replaced(state, now);
        continue;
      }
      state.holdings.remove(key);
      if (held.net() > 0 || !cancels(state, slot)) {
        extend(state, key, held, slot, ascends, descends, head);
      }
    }
  }

  /**
   * The index of the element to which this alone matters: what was given back out of a member of
   * one says nothing of the next, and what is set up or taken down in the place itself is looked
   * after by whoever has the array.
   */
  private static Optional<Symbol> indexOfOneElement(Symbol object, Holding holding) {
    return switch (object) {
      case Content(Location slot) when holding.net() < 0 && !isElement(slot) -> slotIndex(slot);
      case Symbol.Address(Location place) -> slotIndex(place);
      default -> Optional.empty();
    };
  }

  /**
   * Slots filled with held objects in the round that ends: which ones they were is forgotten, that
   * they are of this array is not.
   */
  private static void forgetIndices(
      State state, int head, Loops loops, Predicate<Symbol> movedOn, Predicate<Symbol> isIndexed) {
    Map<Location, Symbol> filled = new java.util.LinkedHashMap<>();
    Set<Symbol> taken = new HashSet<>();
    Set<Symbol> takenBefore = new HashSet<>();
    Set<Symbol> held = new HashSet<>();
    state.holdings.forEach((k, h) -> {
      if (h.net() > 0) {
        held.add(k.object());
        if (h.owned()) {
          (loops.contains(head, h.acquire().node()) ? taken : takenBefore).add(k.object());
        }
      }
    });
    state.memory.forEach((l, v) -> {
      // What was there before may lie at a pointer, which is no slot of the loop's.
      boolean isBefore = takenBefore.contains(v.object());
      if ((isBefore || taken.contains(v.object()))
          && !isPlain(l, isIndexed)
          && slotIndex(l)
              .filter(i -> movedOn.test(i) && !(isBefore && i.equals(Symbol.Constant.ZERO)))
              .isPresent()) {
        filled.put(l, v);
      }
    });
    state
        .memory
        .entrySet()
        .removeIf(e ->
            !filled.containsKey(e.getKey())
                && !isElement(e.getKey())
                && !e.getKey().visibleToCaller()
                && !held.contains(e.getValue().object())
                && slotIndex(e.getKey()).filter(movedOn).isPresent());
    filled.forEach((l, v) -> {
      state.memory.remove(l);
      Symbol slot = Symbol.Aged.slotOf(v);
      state.memory.put(isElement(l) ? l.array().at(slot) : l.withLastIndex(slot), v);
    });
  }

  /** What a parameter points to, of which nobody here says that it is an array. */
  private static boolean isPlain(Location location, Predicate<Symbol> isIndexed) {
    return location.steps().isEmpty()
        && location.base() instanceof Location.Pointee(Symbol pointer)
        && pointer instanceof Symbol.Argument
        && !isIndexed.test(pointer);
  }

  /** Which element of an array the location is, or is a member of, or hangs on. */
  private static Optional<Symbol> slotIndex(Location location) {
    if (isElement(location)) {
      return Optional.of(location.lastIndex());
    }
    Optional<Symbol> here =
        location.steps().reversed().stream()
            .filter(Location.At.class::isInstance)
            .map(step -> ((Location.At) step).index())
            .findFirst();
    return here.isEmpty() && location.base() instanceof Location.Pointee(Content(Location pointer))
        ? slotIndex(pointer)
        : here;
  }

  static Symbol next(Symbol index) {
    return Arithmetic.apply("+", index, Symbol.Constant.ONE);
  }

  static Symbol before(Symbol index) {
    return Arithmetic.apply("-", index, Symbol.Constant.ONE);
  }

  private static boolean isElement(Location slot) {
    return slot.steps().isEmpty()
        ? slot.base() instanceof Location.Pointee
        : slot.steps().getLast() instanceof Location.At;
  }

  /** The slots were filled by this function: what is given back is what was put in. */
  private static boolean cancels(State state, Location slot) {
    return state
        .holdings
        .entrySet()
        .removeIf(e ->
            e.getValue().owned()
                && e.getValue().net() > 0
                && state.namesOf(e.getKey().object()).stream()
                    .anyMatch(l -> !l.equals(slot) && l.array().equals(slot.array())));
  }

  private static Holding.Act lastAct(Holding held) {
    return held.net() < 0 ? held.release() : held.acquire();
  }

  private static boolean isHeld(State state, Symbol object) {
    return state.holdings.entrySet().stream()
        .anyMatch(e -> e.getKey().object().equals(object) && e.getValue().net() > 0);
  }

  /**
   * The slot was given another object: with the slot go the references that this function holds on
   * it.
   */
  private static void replaced(State state, Symbol now) {
    state
        .holdings
        .entrySet()
        .removeIf(e -> e.getKey().object().equals(now) && e.getValue().net() > 0);
  }

  private static void extend(
      State state,
      Holding.Key key,
      Holding held,
      Location slot,
      boolean ascends,
      boolean descends,
      int head) {
    Symbol index = slot.lastIndex();
    Segment.Way way = held.net() < 0 ? Segment.Way.RELEASED : Segment.Way.ACQUIRED;
    Optional<Segment> known =
        state.segments.stream()
            .filter(s ->
                s.way() == way
                    && !s.act().inherited()
                    && s.array().equals(slot.array())
                    && s.resource().equals(key.resource())
                    && s.rule().equals(key.rule()))
            .findFirst();
    boolean first = !index.anyPart(part -> part instanceof Merged(int node, _) && node == head);
    known.ifPresent(state.segments::remove);
    boolean all =
        ascends && known.map(s -> s.all() && s.to().equals(index)).orElse(first)
            || descends && known.map(s -> s.all() && s.from().equals(next(index))).orElse(first);
    Symbol from = ascends ? known.map(Segment::from).orElse(index) : index;
    Symbol to = ascends ? next(index) : known.map(Segment::to).orElse(next(index));
    Segment run =
        new Segment(
            slot.array(),
            all ? from : Symbol.Constant.ZERO,
            all ? to : Symbol.Constant.ZERO,
            key.rule(),
            key.resource(),
            held.kind(),
            way,
            all,
            lastAct(held),
            key.object());
    state.segments.add(run);
  }

  /**
   * Runs whose length is found where it outlives the function belong to their container; bounds of
   * the rounds before mean nothing here.
   */
  static void age(State state) {
    List<Segment> kept = new ArrayList<>();
    for (Segment s : state.segments) {
      if (s.way() == Segment.Way.ACQUIRED && Containers.lengthIsKnown(state, s)) {
        continue;
      }
      kept.add(s);
    }
    state.segments.clear();
    state.segments.addAll(kept);
  }

  /**
   * The run, empty, in a state that has not been round: from where a variable stands that ends the
   * run in the other state.
   */
  static Optional<Segment> empty(Segment run, State arriving, State candidate) {
    if (!run.all()) {
      return Optional.of(run);
    }
    for (Map.Entry<Location, Symbol> e : arriving.memory.entrySet()) {
      if (e.getValue().equals(run.to()) && run.from().equals(candidate.memory.get(e.getKey()))) {
        return Optional.of(run.upTo(run.from()));
      }
      Symbol then = candidate.memory.get(e.getKey());
      if (then != null
          && (e.getValue().equals(run.from()) && then.equals(run.to())
              || e.getValue().equals(before(run.from())) && then.equals(before(run.to())))) {
        return Optional.of(run.downTo(run.to()));
      }
    }
    return Optional.empty();
  }

  /** A run that was taken and given back in full is no more. */
  private static void settle(State state) {
    for (Segment given : List.copyOf(state.segments)) {
      if (given.way() == Segment.Way.RELEASED && given.all() && !given.act().inherited()) {
        Optional<Segment> taken =
            state.segments.stream()
                .filter(s ->
                    s.way() == Segment.Way.ACQUIRED
                        && s.array().equals(given.array())
                        && s.resource().equals(given.resource()))
                .filter(s -> s.from().equals(given.from()) && s.to().equals(given.to()))
                .findFirst();
        taken.ifPresent(t -> {
          state.segments.remove(t);
          state.segments.remove(given);
        });
      }
    }
  }

  /**
   * Leaving {@code i < n} where a run ends at {@code i}: it ends at {@code n}, since {@code i} went
   * up by one. Likewise leaving {@code i > n}, or {@code i >= n}, where a run begins there.
   */
  static void atEnd(State state, Symbol condition, int node, Loops loops) {
    if (condition instanceof Symbol.Operation(String op, Symbol i, Symbol n)
        && loops.isInside(node)) {
      state.segments.replaceAll(s ->
          !s.all()
              ? s
              : switch (op) {
                case "<" -> s.to().equals(i) ? s.upTo(n) : s;
                case "!=" -> s.to().equals(i) ? s.upTo(n) : s.from().equals(i) ? s.downTo(n) : s;
                case ">" -> s.from().equals(i) ? s.downTo(n) : s;
                case ">=" -> s.from().equals(next(i)) ? s.downTo(n) : s;
                default -> s;
              });
      settle(state);
    }
  }
}
