package org.zaudit.audit;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.zaudit.source.ChunkText;

/** Counts what the commits of a range hold, and what was made of it. */
final class Coverage {
  private final Corpus corpus;
  private final Set<String> blobs = new HashSet<>();
  private final Set<ChunkText.Digest> distinct = new HashSet<>();
  private long versions;
  private final Set<ChunkText.Digest> parsed = new HashSet<>();
  private final Set<ChunkText.Digest> failed = new HashSet<>();
  private final Set<ChunkText.Digest> bounded = new HashSet<>();
  private final Set<Gap> gaps = new HashSet<>();

  Coverage(Corpus corpus) {
    this.corpus = corpus;
  }

  /** All that was counted so far, texts of functions by their digests. */
  record Saved(
      List<String> blobs,
      long versions,
      List<ChunkText.Digest> distinct,
      List<ChunkText.Digest> parsed,
      List<ChunkText.Digest> failed,
      List<ChunkText.Digest> bounded,
      List<Gap> gaps) {}

  Saved save() {
    return new Saved(
        blobs.stream().sorted().toList(),
        versions,
        distinct.stream().sorted().toList(),
        parsed.stream().sorted().toList(),
        failed.stream().sorted().toList(),
        bounded.stream().sorted().toList(),
        gaps.stream().sorted(Gap.ORDER).toList());
  }

  /** Goes on from there, instead of from nothing. */
  void restore(Saved saved) {
    blobs.addAll(saved.blobs());
    versions = saved.versions();
    distinct.addAll(saved.distinct());
    parsed.addAll(saved.parsed());
    failed.addAll(saved.failed());
    bounded.addAll(saved.bounded());
    gaps.addAll(saved.gaps());
  }

  /** Counts a blob, which has been scanned. */
  void blob(String blob) {
    if (blobs.add(blob)) {
      for (FileFacts.Piece piece : corpus.facts(blob).functions()) {
        distinct.add(piece.body().text().digest());
        versions++;
      }
    }
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
    ChunkText.Digest text = body.text().digest();
    parsed.add(text);
    boolean fails = !outcome.result().skipped().isEmpty();
    boolean bound = outcome.result().bounded() || !outcome.settled();
    // One notice for each text: its later homes say nothing new.
    boolean failsFirst = fails && failed.add(text);
    boolean boundFirst = bound && bounded.add(text);
    if (failsFirst || boundFirst) {
      gaps.addAll(Gap.of(viewer, id, outcome));
    }
  }

  CoverageCounts counts() {
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
