package org.zaudit.audit;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.zaudit.analysis.Escapes;
import org.zaudit.analysis.Escapes.Reach;
import org.zaudit.analysis.Unit;

/**
 * Where the arguments of calls go in one world of one tree, through whatever functions they are
 * passed on to. Belongs to one thread.
 */
final class Arguments {
  /** Beyond so many functions that an argument goes through nobody can say where it is. */
  private static final int FUNCTIONS = 100;

  private final Memo memo;
  private final Vocabulary vocabulary;
  private final Scope scope;
  private final Map<Key, Answer> objects = new HashMap<>();
  private final Map<Key, Answer> places = new HashMap<>();

  /** An argument of a call that stands in this file. */
  private record Key(String file, String callee, int position) {}

  /**
   * How much of an argument may be found again after the call.
   *
   * @param names of the functions that were looked at
   */
  record Answer(Reach reach, Set<String> names) {}

  Arguments(Memo memo, Vocabulary vocabulary, Scope scope) {
    this.memo = memo;
    this.vocabulary = vocabulary;
    this.scope = scope;
  }

  /**
   * @param isPlace for the address of a variable of the caller, which nobody can keep
   */
  Answer of(String file, String callee, int position, boolean isPlace) {
    Key key = new Key(file, callee, position);
    Map<Key, Answer> known = isPlace ? places : objects;
    Answer answer = known.get(key);
    if (answer == null) {
      Following following = new Following(isPlace);
      Reach reach = following.reach(key);
      answer = new Answer(reach, Set.copyOf(following.names));
      known.put(key, answer);
    }
    return answer;
  }

  /** Functions that pass an argument round in a circle keep it nowhere on that way. */
  private final class Following {
    private final boolean isPlace;
    private final Set<Key> seen = new HashSet<>();
    private final Set<String> names = new HashSet<>();

    Following(boolean isPlace) {
      this.isPlace = isPlace;
    }

    private Reach reach(Key key) {
      Optional<Reach> byContract = vocabulary.escape(key.callee(), key.position());
      if (byContract.isPresent()) {
        return byContract.get();
      }
      names.add(key.callee());
      if (!seen.add(key)) {
        return Reach.NOTHING;
      }
      var targets = scope.functions(key.file(), key.callee());
      if (targets.isEmpty() || seen.size() > FUNCTIONS) {
        return Reach.ITSELF;
      }
      Reach reach = Reach.NOTHING;
      for (Scope.Target target : targets) {
        reach = reach.or(reach(target.definition(), key.position(), reach));
      }
      return reach;
    }

    private Reach reach(Definition definition, int position, Reach before) {
      Unit unit = new Unit(definition.body().text(), definition.condition(), scope.world());
      Reach reach = before;
      for (Escapes.Way way : memo.escapes(definition.body(), unit).of(position)) {
        if (reach.compareTo(way.reach()) < 0) {
          reach = reach.or(follow(way, definition.id().file()));
        }
      }
      return reach;
    }

    private Reach follow(Escapes.Way way, String file) {
      return switch (way) {
        case Escapes.Way.Kept(Reach reach) -> isPlace ? reach.atMost(Reach.WITHIN) : reach;
        case Escapes.Way.Lost(Reach reach) -> reach;
        case Escapes.Way.Passed(String callee, int position, Reach reach) ->
            reach(new Key(file, callee, position)).atMost(reach);
      };
    }
  }
}
