package org.zaudit.audit;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.zaudit.audit.store.Codec;
import org.zaudit.audit.store.Store;
import org.zaudit.history.Commit;
import org.zaudit.history.Selection;
import org.zaudit.history.Tag;
import org.zaudit.source.ChunkText;

/**
 * Snapshots of earlier walks over the first commits of a range. They are found by what these
 * commits are, so it does not matter which repository, clone or branch they were met in.
 */
final class KeptWalk {
  private static final Codec<Snapshot> CODEC = Codec.of(Snapshot.class);

  private final Store store;
  private final Selection range;

  /** For the first so many commits each. */
  private final List<ChunkText.Digest> keys = new ArrayList<>();

  /** How far an earlier walk came, and how it stood there. */
  record Resume(int walked, Snapshot snapshot) {}

  private KeptWalk(Store store, Selection range) {
    this.store = store;
    this.range = range;
  }

  static KeptWalk of(Store store, Selection range, Function<String, List<Tag>> tags) {
    var walk = new KeptWalk(store, range);
    var start = new StringBuilder("walk from\n");
    range.starts().forEach(commit -> append(start, commit, List.of(), tags));
    ChunkText.Digest key = digest(start.toString());
    walk.keys.add(key);
    for (Commit commit : range.commits()) {
      var next = new StringBuilder(key.toString()).append('\n');
      append(next, commit.id(), commit.parents(), tags);
      key = digest(next.toString());
      walk.keys.add(key);
    }
    return walk;
  }

  /** Tells these side lines, and what is walked of them, from others. */
  static ChunkText.Digest lines(
      Collection<Commit> all, Collection<Commit> walked, Function<String, List<Tag>> tags) {
    var text = new StringBuilder("lines\n");
    all.forEach(commit -> append(text, commit.id(), commit.parents(), tags));
    text.append("walked\n");
    walked.forEach(commit -> text.append(commit.id()).append('\n'));
    return digest(text.toString());
  }

  private static void append(
      StringBuilder text, String commit, List<String> parents, Function<String, List<Tag>> tags) {
    text.append(commit).append(parents);
    tags.apply(commit).forEach(tag -> text.append(' ').append(tag.name()));
    text.append('\n');
  }

  private static ChunkText.Digest digest(String text) {
    return ChunkText.Digest.of(text.getBytes(StandardCharsets.UTF_8));
  }

  /** The walk that came furthest of those from which this one can go on. */
  Optional<Resume> find(Set<String> forks) {
    for (int walked = range.commits().size(); walked > 0; walked--) {
      for (ByteBuffer bytes : store.get(keys.get(walked))) {
        int commits = walked;
        Optional<Snapshot> snapshot =
            CODEC.decode(bytes).filter(s -> s.serves(range, commits, forks));
        if (snapshot.isPresent()) {
          return Optional.of(new Resume(walked, snapshot.get()));
        }
      }
    }
    return Optional.empty();
  }

  /** Keeps how the walk stood after so many commits, even if the run is killed a moment later. */
  void keep(int walked, Snapshot snapshot) {
    CODEC.encode(snapshot).ifPresent(bytes -> store.put(keys.get(walked), bytes));
    store.seal();
  }
}
