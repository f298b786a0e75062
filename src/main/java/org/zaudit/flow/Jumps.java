package org.zaudit.flow;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.zaudit.source.Span;

/**
 * Where {@code goto}, {@code break} and {@code continue} of a function lead, and which locals die
 * on the way.
 */
final class Jumps {
  /**
   * Names listed by all jumps of a function together: past it jumps no longer say what they leave,
   * so that blocks within blocks cost linear space.
   */
  private static final int LEFT_BY_JUMPS = 1 << 16;

  private record Place(Draft.Target target, Locals locals) {}

  private record Pending(Draft.Target from, Locals locals, Span span, String label) {}

  private final Draft draft;
  private final Deque<Place> breaks = new ArrayDeque<>();
  private final Deque<Place> continues = new ArrayDeque<>();
  private final Map<String, Place> labels = new LinkedHashMap<>();
  private final List<Pending> pending = new ArrayList<>();
  private final Draft.Target computed;
  private boolean anyComputed;
  private int left;

  Jumps(Draft draft) {
    this.draft = draft;
    this.computed = draft.target();
  }

  void enterLoop(Draft.Target onBreak, Draft.Target onContinue, Locals locals) {
    breaks.push(new Place(onBreak, locals));
    continues.push(new Place(onContinue, locals));
  }

  void leaveLoop() {
    breaks.pop();
    continues.pop();
  }

  void enterSwitch(Draft.Target onBreak, Locals locals) {
    breaks.push(new Place(onBreak, locals));
  }

  void leaveSwitch() {
    breaks.pop();
  }

  void label(Span span, String name, Locals locals) {
    Draft.Target target = draft.target();
    draft.placeForGood(target, span, name);
    // Of two labels of one name, which no compiler takes, the first counts.
    labels.putIfAbsent(name, new Place(target, locals));
  }

  void breakOut(Span span, Locals from) {
    jump(span, from, breaks, "break");
  }

  void goOn(Span span, Locals from) {
    jump(span, from, continues, "continue");
  }

  void goTo(Span span, String label, Locals from) {
    Draft.Target here = draft.target();
    draft.jump(here);
    pending.add(new Pending(here, from, span, label));
  }

  void computed() {
    anyComputed = true;
    draft.jump(computed);
  }

  /** Connects what waited for the end of the function. */
  void finish(Set<String> addressed, Span at) {
    for (Pending jump : pending) {
      draft.place(jump.from, jump.span);
      to(jump);
    }
    if (!anyComputed) {
      return;
    }
    Draft.Target anywhere = draft.target();
    draft.place(computed, at);
    draft.placeForGood(anywhere, at, "");
    for (String label : addressed) {
      Place place = labels.get(label);
      if (place != null) {
        draft.alsoJump(place.target);
      }
    }
    draft.close();
  }

  /** The locals of a block die at its end. */
  void leave(Span span, Locals from, Locals to) {
    List<String> names = from.notIn(to, LEFT_BY_JUMPS);
    if (!names.isEmpty() && draft.isOpen()) {
      draft.put(id -> new Node.Leave(id, span, List.copyOf(names)));
    }
  }

  private void to(Pending jump) {
    Place place = labels.get(jump.label);
    if (place == null) {
      // Its label stood in something that the grammar could not make sense of.
      draft.put(id -> new Node.Unknown(id, jump.span, "goto " + jump.label));
      draft.jump(draft.exit());
    } else {
      leaveByJump(jump.span, jump.locals, place.locals);
      draft.jump(place.target);
    }
  }

  private void jump(Span span, Locals from, Deque<Place> places, String word) {
    Place place = places.peek();
    if (place == null) {
      draft.put(id -> new Node.Unknown(id, span, word));
    } else {
      leaveByJump(span, from, place.locals);
      draft.jump(place.target);
    }
  }

  private void leaveByJump(Span span, Locals from, Locals to) {
    if (draft.isOpen() && left < LEFT_BY_JUMPS) {
      List<String> names = from.notIn(to, LEFT_BY_JUMPS - left);
      left += names.size();
      if (!names.isEmpty()) {
        draft.put(id -> new Node.Leave(id, span, List.copyOf(names)));
      }
    }
  }
}
