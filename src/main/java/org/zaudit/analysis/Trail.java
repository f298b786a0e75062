package org.zaudit.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.zaudit.source.Span;

/**
 * What happened on one path, newest first; shared between the paths that begin alike. Where states
 * were joined, the other paths that led to the same point are known beside it, so that a path can
 * be told that can be taken. Not part of a state's identity: two are the same when they are one.
 *
 * @param length of what can be told
 * @param others that may stand in the place of this trail
 * @param comesRound a loop comes round after the step
 */
record Trail(
    @Nullable Trail earlier, Step step, int length, List<Trail> others, boolean comesRound) {
  sealed interface Step {}

  /** Something that a report may tell. */
  record Told(Optional<Symbol> about, Event event) implements Step {}

  /** A branch at which what is known leaves no choice. */
  record Forced(Event branch) implements Step {}

  /** A variable gets a value, of which this is known. */
  record Assigned(String variable, Span at, Range value) implements Step {}

  static Trail start(Event event) {
    return new Trail(null, new Told(Optional.empty(), event), 1, List.of(), false);
  }

  Trail then(Step step) {
    return new Trail(this, step, length + (step instanceof Told ? 1 : 0), List.of(), false);
  }

  /** The same, and a loop comes round. */
  Trail round() {
    return new Trail(earlier, step, length, others, true);
  }

  /** This trail; or that one, which led to the same point. */
  Trail or(Trail other) {
    if (other.equals(this) || others.size() == Bounds.OTHER_TRAILS) {
      return this;
    }
    List<Trail> more = new ArrayList<>(others);
    more.add(other);
    return new Trail(earlier, step, length, List.copyOf(more), comesRound);
  }

  /** The same steps on one path: nothing stands beside them. */
  static Trail of(List<Trail> newestFirst) {
    Trail path = null;
    for (Trail t : newestFirst.reversed()) {
      path = path == null ? new Trail(null, t.step, 1, List.of(), false) : path.then(t.step);
    }
    return Objects.requireNonNull(path);
  }

  /** The last event that can be told. */
  Event event() {
    Trail t = this;
    while (!(t.step instanceof Told)) {
      t = Objects.requireNonNull(t.earlier);
    }
    return ((Told) t.step).event();
  }

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
    List<Told> all = new ArrayList<>();
    for (Trail t = this; t != null; t = t.earlier) {
      if (t.step instanceof Told told) {
        all.add(told);
      }
    }
    List<Event> events = new ArrayList<>();
    boolean started = false;
    for (Told told : all.reversed()) {
      Optional<Symbol> about = told.about();
      boolean mine = about.isPresent() && subjects.stream().anyMatch(s -> matches(s, about.get()));
      started |= mine;
      boolean branch = about.isEmpty() && told.event().kind() == Event.Kind.BRANCH;
      if ((mine || (started && (branch || everything)))
          && (events.isEmpty() || !events.getLast().equals(told.event()))) {
        events.add(told.event());
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
