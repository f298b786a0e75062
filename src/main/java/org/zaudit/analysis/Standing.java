package org.zaudit.analysis;

import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.zaudit.analysis.Holding.Key;

/**
 * The states that stand at a node where paths meet, one of each shape. An arriving state is joined
 * to the one that it agrees with.
 */
final class Standing {
  private final int node;
  private final boolean isHead;
  private final Map<Shape, State> states = new LinkedHashMap<>();
  private final Set<Shape> waiting = new HashSet<>();
  private int replaced;

  Standing(int node, boolean isHead) {
    this.node = node;
    this.isHead = isHead;
  }

  Collection<State> states() {
    return states.values();
  }

  /** What an arrival means for the node. */
  sealed interface Arrival {
    /** Nothing that was not known. */
    record Known() implements Arrival {}

    /** The state of that shape is to be followed from here, and nobody waits to do so yet. */
    record News(Shape shape) implements Arrival {}

    /**
     * Too many states; one was dropped.
     *
     * @param instead the shape of the one to be followed that took its place, if it was another
     */
    record OneTooMany(Optional<Shape> instead) implements Arrival {}
  }

  /**
   * A copy of the state of that shape, to be followed; empty when it has become part of another.
   */
  Optional<State> take(Shape shape) {
    waiting.remove(shape);
    return Optional.ofNullable(states.get(shape)).map(State::copy);
  }

  /**
   * Takes a state in.
   *
   * @param round it comes round a loop
   */
  Arrival arrive(State state, boolean round) {
    Shape shape = Shape.of(state);
    State before = states.get(shape);
    if (before == null && round) {
      before = withEmptyRuns(state, shape);
    }
    if (before == null) {
      Optional<Shape> like = withNothingHeld(state, shape);
      if (like.isPresent()) {
        return absorb(like.get(), state);
      }
      Merge.tidy(state);
      if (states.size() < Bounds.STATES_PER_NODE) {
        states.put(shape, state);
        return news(shape);
      }
      return oneMore(state, shape);
    }
    return join(before, state, shape);
  }

  private Arrival join(State before, State state, Shape shape) {
    State joined = Merge.of(before, state, node, isHead);
    Merge.tidy(joined);
    boolean known = Merge.same(joined, before) && states.containsKey(shape);
    states.put(shape, joined);
    return known ? new Arrival.Known() : news(shape);
  }

  /**
   * One has to go, and it is the one that holds least: where allocations failed and nobody looked,
   * there is least to forget. A loop that takes one more in each round would do so for ever: after
   * as many as may stand here it is the one that arrives.
   */
  private Arrival oneMore(State state, Shape shape) {
    Shape least = Collections.min(states.keySet(), Comparator.comparingInt(Shape::held));
    if (least.held() >= shape.held() || replaced == Bounds.STATES_PER_NODE) {
      return new Arrival.OneTooMany(Optional.empty());
    }
    replaced++;
    states.remove(least);
    waiting.remove(least);
    states.put(shape, state);
    waiting.add(shape);
    return new Arrival.OneTooMany(Optional.of(shape));
  }

  private Arrival news(Shape shape) {
    return waiting.add(shape) ? new Arrival.News(shape) : new Arrival.Known();
  }

  /**
   * A state that stands at the head, seen as one in which the runs of {@code arriving} are empty;
   * null when none fits.
   */
  private @Nullable State withEmptyRuns(State arriving, Shape shape) {
    if (arriving.segments.isEmpty()) {
      return null;
    }
    for (State candidate :
        states.values().stream().sorted(Comparator.comparingInt(s -> s.trail.length())).toList()) {
      State copy = candidate.copy();
      boolean fits = true;
      for (Segment run : arriving.segments) {
        if (copy.segments.stream().noneMatch(s -> s.shape().equals(run.shape()))) {
          Optional<Segment> empty = Runs.empty(run, arriving, candidate);
          empty.ifPresent(copy.segments::add);
          fits &= empty.isPresent();
        }
      }
      if (fits && Shape.of(copy).equals(shape)) {
        copy.trail = arriving.trail;
        return copy;
      }
    }
    return null;
  }

  /**
   * The shape of a state here that differs only in what was given back where the other knows that
   * there was nothing: to give NULL back is to do nothing, so both say the same of the pointer.
   */
  private Optional<Shape> withNothingHeld(State arriving, Shape shape) {
    return states.entrySet().stream()
        .filter(e ->
            agreeElsewhere(shape, e.getKey())
                && isNothingIn(arriving, shape, e.getValue(), e.getKey())
                && isNothingIn(e.getValue(), e.getKey(), arriving, shape)
                && !saysWhich(arriving, e.getValue()))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  private static boolean agreeElsewhere(Shape a, Shape b) {
    return a.segments().equals(b.segments())
        && a.ended().equals(b.ended())
        && a.flags().equals(b.flags())
        && a.kept().equals(b.kept())
        && a.returned() == b.returned()
        && a.names().equals(b.names());
  }

  /** A variable with one constant here and another there says which of the two states it is. */
  private static boolean saysWhich(State a, State b) {
    return a.memory.entrySet().stream()
        .anyMatch(e ->
            e.getKey().base() instanceof Location.Local
                && e.getValue() instanceof Symbol.Constant here
                && b.memory.get(e.getKey()) instanceof Symbol.Constant there
                && !here.equals(there));
  }

  /** True when what {@code state} gave back, beyond the other's, is nothing in the other. */
  private static boolean isNothingIn(State state, Shape shape, State other, Shape otherShape) {
    return shape.holdings().entrySet().stream()
        .allMatch(e -> {
          Holding.Shape known = otherShape.holdings().get(e.getKey());
          return known != null
              ? known.equals(e.getValue())
              : e.getValue().net() <= 0 && isNothing(e.getKey().object(), state, other);
        });
  }

  /** True when the other state has NULL where this one has the object. */
  private static boolean isNothing(Symbol object, State state, State other) {
    if (object.visibleToCaller()) {
      return other.range(object).isExactly(0);
    }
    List<Location> names = state.namesOf(object);
    return !names.isEmpty()
        && names.stream().allMatch(l -> other.range(other.read(l)).isExactly(0));
  }

  private Arrival absorb(Shape like, State arriving) {
    State before = Objects.requireNonNull(states.remove(like)).copy();
    waiting.remove(like);
    int told = tell(arriving, before);
    int heard = tell(before, arriving);
    // The longer story is that of the state in which there was something to give back.
    State joined =
        told > heard
            ? Merge.of(arriving, before, node, isHead)
            : Merge.of(before, arriving, node, isHead);
    return arrive(joined, false);
  }

  /** Lets the other state say what this one says of what it knows as NULL; how often it did. */
  private static int tell(State state, State other) {
    Shape known = Shape.of(other);
    int told = 0;
    for (Key key : Shape.of(state).holdings().keySet()) {
      if (!known.holdings().containsKey(key)) {
        other.holdings.put(key, Objects.requireNonNull(state.holdings.get(key)));
        state.namesOf(key.object()).stream()
            .filter(l -> other.range(other.read(l)).isExactly(0))
            .forEach(l -> other.memory.put(l, state.read(l)));
        told++;
      }
    }
    return told;
  }
}
