package org.zaudit.flow;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The locals alive at a point, as a stack that shares its lower part with the stacks of other
 * points: what a jump leaves is the difference of two.
 */
final class Locals {
  private final @Nullable Locals outer;
  private final String name;
  private final int depth;

  private Locals(@Nullable Locals outer, String name, int depth) {
    this.outer = outer;
    this.name = name;
    this.depth = depth;
  }

  static Locals none() {
    return new Locals(null, "", 0);
  }

  Locals with(String local) {
    return new Locals(this, local, depth + 1);
  }

  /** Names that are alive here and not there, innermost first; at most {@code bound} of them. */
  List<String> notIn(Locals there, int bound) {
    List<String> names = new ArrayList<>();
    Locals here = this;
    while (here != there && names.size() < bound) {
      if (here.depth >= there.depth && here.outer != null) {
        names.add(here.name);
        here = here.outer;
      } else if (there.outer != null) {
        there = there.outer;
      } else {
        break;
      }
    }
    return names;
  }
}
