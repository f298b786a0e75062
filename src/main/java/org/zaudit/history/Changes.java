package org.zaudit.history;

import java.util.List;

/**
 * How one tree differs from another in its C and header files, sorted by path.
 *
 * @param damage what could not be read; the changes below it are unknown
 */
public record Changes(List<Change> changes, List<Damage> damage) {
  public Changes {
    changes = List.copyOf(changes);
    damage = List.copyOf(damage);
  }
}
