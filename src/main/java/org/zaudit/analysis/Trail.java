package org.zaudit.analysis;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The events of one path, newest first; shared between the paths that begin alike. Not part of a
 * state's identity.
 */
record Trail(@Nullable Trail earlier, Optional<Symbol> about, Event event, int length) {
  static Trail start(Event event) {
    return new Trail(null, Optional.empty(), event, 1);
  }

  Trail then(Optional<Symbol> about, Event event) {
    return new Trail(this, about, event, length + 1);
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
      all.add(t);
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
