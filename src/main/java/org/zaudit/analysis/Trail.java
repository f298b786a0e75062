package org.zaudit.analysis;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.zaudit.source.Span;

/**
 * The events of one path, newest first; shared between the paths that begin alike. Where states
 * were joined, the other paths that led to the same point are known beside it, so that a path can
 * be told that can be taken. Not part of a state's identity.
 *
 * @param others that may stand in the place of this trail
 * @param comesRound a loop comes round after the event
 * @param isForced what was known left no choice, or a variable got a value: nobody need be shown it
 */
record Trail(
    @Nullable Trail earlier,
    Optional<Symbol> about,
    Event event,
    int length,
    List<Trail> others,
    boolean comesRound,
    boolean isForced) {
  private static final String ZERO = "is set to zero";
  private static final String NOT_ZERO = "is set to something";

  static Trail start(Event event) {
    return new Trail(null, Optional.empty(), event, 1, List.of(), false, false);
  }

  Trail then(Optional<Symbol> about, Event event) {
    return new Trail(this, about, event, length + 1, List.of(), false, false);
  }

  Trail thenForced(Event branch) {
    return new Trail(this, Optional.empty(), branch, length, List.of(), false, true);
  }

  Trail thenAssigned(String variable, Span at, Range value) {
    String is = value.isExactly(0) ? ZERO : value.containsZero() ? "" : NOT_ZERO;
    Event event = new Event(Event.Kind.STORE, at, is);
    Optional<Symbol> name = Optional.of(new Symbol.Named(variable));
    return new Trail(this, name, event, length, List.of(), false, true);
  }

  /** The variable that got a value here. */
  Optional<String> assigned() {
    return isForced
            && event.kind() == Event.Kind.STORE
            && about.orElseThrow() instanceof Symbol.Named(String name)
        ? Optional.of(name)
        : Optional.empty();
  }

  /** What that value says when it is tested, if it is known: whether it holds. */
  Optional<Boolean> isSet() {
    return switch (event.note()) {
      case ZERO -> Optional.of(false);
      case NOT_ZERO -> Optional.of(true);
      default -> Optional.empty();
    };
  }

  /** The same, and a loop comes round. */
  Trail round() {
    return new Trail(earlier, about, event, length, others, true, isForced);
  }

  /** This trail; or that one, which led to the same point. */
  Trail or(Trail other) {
    if (other.equals(this) || others.size() == Bounds.OTHER_TRAILS) {
      return this;
    }
    List<Trail> more = new ArrayList<>(others);
    more.add(other);
    return new Trail(earlier, about, event, length, List.copyOf(more), comesRound, isForced);
  }

  /** What can be shown of these events, on one path: nothing stands beside them. */
  static Trail of(List<Trail> newestFirst) {
    List<Trail> shown = newestFirst.stream().filter(t -> !t.isForced).toList();
    Trail path = start(shown.getLast().event);
    for (Trail t : shown.reversed().subList(1, shown.size())) {
      path = path.then(t.about, t.event);
    }
    return path;
  }

  /** Two trails are the same when they are one. */
  @Override
  public boolean equals(Object other) {
    return this == other;
  }

  @Override
  public int hashCode() {
    return System.identityHashCode(this);
  }

  /**
   * All events about these symbols (or an earlier round's name of them), and branches in between,
   * oldest first.
   *
   * @param everything also those about other symbols, once these have come up
   */
  List<Event> about(List<Symbol> subjects, boolean everything) {
    List<Event> events = new ArrayList<>();
    boolean started = false;
    List<Trail> all = new ArrayList<>();
    for (Trail t = this; t != null; t = t.earlier) {
      if (!t.isForced) {
        all.add(t);
      }
    }
    Collections.reverse(all);
    for (Trail t : all) {
      boolean mine =
          t.about.isPresent() && subjects.stream().anyMatch(s -> matches(s, t.about.get()));
      started |= mine;
      boolean branch = t.about.isEmpty() && t.event.kind() == Event.Kind.BRANCH;
      if ((mine || (started && (branch || everything)))
          && (events.isEmpty() || !events.getLast().equals(t.event))) {
        events.add(t.event);
      }
    }
    return events;
  }

  private static boolean matches(Symbol subject, Symbol about) {
    return subject.equals(about) || young(subject).equals(young(about));
  }

  static Symbol young(Symbol symbol) {
    return symbol.rewrite(s -> s instanceof Symbol.Aged(Symbol inner) ? young(inner) : s);
  }
}
