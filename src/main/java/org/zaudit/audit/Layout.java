package org.zaudit.audit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.zaudit.rules.World;

/**
 * The worlds that the rules declare, and which files belong to which. Worlds are counted: the
 * declared ones from 0, and last the default one, to which the files belong that no world of the
 * tree claims. Sets of worlds are bit sets. Safe to share between threads.
 */
final class Layout {
  private final List<World> worlds;
  private final List<PathPatterns> files = new ArrayList<>();
  private final List<List<PathPatterns>> witnesses = new ArrayList<>();
  private final Map<String, Long> claims = new ConcurrentHashMap<>();

  Layout(List<World> declared) {
    // One bit is for the default world, one is the sign.
    if (declared.size() > 62) {
      throw new IllegalArgumentException("more than 62 worlds");
    }
    worlds = new ArrayList<>(declared);
    worlds.add(World.byDefault());
    for (World world : declared) {
      files.add(PathPatterns.of(world.files().isEmpty() ? List.of("*") : world.files()));
      witnesses.add(world.matches().stream().map(file -> PathPatterns.of(List.of(file))).toList());
    }
  }

  List<World> worlds() {
    return worlds;
  }

  /** The worlds that a file belongs to in a tree that has these worlds. */
  long worldsOf(String path, long active) {
    long claimed = claims.computeIfAbsent(path, this::claim) & active;
    return claimed == 0 ? 1L << files.size() : claimed;
  }

  /** Tells which worlds a tree has from the number of its files that bear witness to each. */
  long active(Witnesses seen) {
    long active = 0;
    for (int world = 0; world < witnesses.size(); world++) {
      boolean all = true;
      for (int witness = 0; witness < witnesses.get(world).size(); witness++) {
        all &= seen.count(world, witness) > 0;
      }
      active |= all ? 1L << world : 0;
    }
    return active;
  }

  /** The count after a file came (1) or went (-1). */
  Witnesses count(Witnesses before, String path, int change) {
    Witnesses after = before;
    for (int world = 0; world < witnesses.size(); world++) {
      for (int witness = 0; witness < witnesses.get(world).size(); witness++) {
        if (witnesses.get(world).get(witness).matches(path)) {
          after = after.plus(world, witness, change);
        }
      }
    }
    return after;
  }

  private long claim(String path) {
    long claimed = 0;
    for (int world = 0; world < files.size(); world++) {
      claimed |= files.get(world).matches(path) ? 1L << world : 0;
    }
    return claimed;
  }

  /** How many files of a tree match each pattern by which a world is known. */
  record Witnesses(Map<Long, Integer> counts) {
    static final Witnesses NONE = new Witnesses(Map.of());

    int count(int world, int witness) {
      return counts.getOrDefault(key(world, witness), 0);
    }

    Witnesses plus(int world, int witness, int change) {
      Map<Long, Integer> changed = new HashMap<>(counts);
      changed.merge(key(world, witness), change, Integer::sum);
      return new Witnesses(changed);
    }

    private static long key(int world, int witness) {
      return (long) world << 32 | witness;
    }
  }
}
