package org.zaudit.audit;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** Counts what the commits of a range hold, and what was made of it. */
final class Coverage {
  private final Corpus corpus;
  private final Set<String> blobs = new HashSet<>();
  private final Set<Body> parsed = bodies();
  private final Set<Body> failed = bodies();
  private final Set<Body> bounded = bodies();
  private final Set<Gap> gaps = new HashSet<>();

  Coverage(Corpus corpus) {
    this.corpus = corpus;
  }

  private static Set<Body> bodies() {
    return Collections.newSetFromMap(new IdentityHashMap<>());
  }

  void blob(String blob) {
    blobs.add(blob);
  }

  /** Looks at these functions of a version of the range. */
  void look(TreeState state, Collection<FunctionId> functions) {
    Viewer viewer = new Viewer(state);
    for (FunctionId id : functions) {
      Optional<Definition> definition = state.tree().definition(id);
      for (WorldState world : state.worlds()) {
        if (definition.isPresent() && world.outcome(id).isPresent()) {
          look(viewer, id, definition.get().body(), world.outcome(id).get());
        }
      }
    }
  }

  private void look(Viewer viewer, FunctionId id, Body body, Outcome outcome) {
    parsed.add(body);
    boolean fails = !outcome.result().skipped().isEmpty();
    boolean bound = outcome.result().bounded() || !outcome.settled();
    // One notice for each text: its later homes say nothing new.
    boolean failsFirst = fails && failed.add(body);
    boolean boundFirst = bound && bounded.add(body);
    if (failsFirst || boundFirst) {
      gaps.addAll(Gap.of(viewer, id, outcome));
    }
  }

  CoverageCounts counts() {
    Set<Body> distinct = bodies();
    long versions = 0;
    for (String blob : blobs) {
      for (FileFacts.Piece piece : corpus.facts(blob).functions()) {
        distinct.add(piece.body());
        versions++;
      }
    }
    return new CoverageCounts(
        blobs.size(),
        versions,
        distinct.size(),
        distinct.size() - parsed.size(),
        parsed.size(),
        parsed.size() - failed.size(),
        failed.size(),
        bounded.size());
  }

  List<Notice> notices() {
    List<Notice> notices = new ArrayList<>();
    for (Gap gap : gaps.stream().sorted(Gap.ORDER).toList()) {
      notices.add(
          new Notice(
              gap.bounded() ? Notice.Kind.BOUND : Notice.Kind.NOT_ANALYSED,
              Optional.of(gap.file()),
              Optional.of(gap.function()),
              OptionalInt.of(gap.line()),
              gap.text()));
    }
    return notices;
  }
}
