package org.zaudit.audit;

import static java.util.Comparator.comparingInt;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.zaudit.history.Change;
import org.zaudit.history.Changes;
import org.zaudit.history.Commit;
import org.zaudit.history.Damage;
import org.zaudit.history.History;

/**
 * Goes through commits, parents before children, and keeps the versions of those that are still
 * needed. Belongs to one thread.
 */
final class Walk {
  /**
   * So many commits are scanned together: a file has several versions among them, to be read in a
   * row.
   */
  private static final int WINDOW = 1_000;

  private final History history;
  private final TreeState nothing;
  private final BlobScanner scanner;
  private final CommitGraph graph;
  private final Lives lives;
  private final Map<String, Version> versions = new HashMap<>();
  private final Map<String, Snapshot.Held> resumable = new HashMap<>();
  private final Set<String> kept = new HashSet<>();
  private final Set<Damage> damage = new LinkedHashSet<>();

  /**
   * @param nothing the state that everything comes from, which says what is asked for
   */
  Walk(History history, TreeState nothing, BlobScanner scanner, CommitGraph graph, Lives lives) {
    this.history = history;
    this.nothing = nothing;
    this.scanner = scanner;
    this.graph = graph;
    this.lives = lives;
  }

  /** Hears of every version, in order. */
  @FunctionalInterface
  interface Listener {
    void version(Version version, Changes changes, TreeState.Next next);
  }

  /** Keeps the version of this commit, once it is there, to the end. */
  void keep(String commit) {
    kept.add(commit);
  }

  /** The version of a commit that was walked, or that an earlier run walked, if it was kept. */
  Optional<Version> version(String commit) {
    Snapshot.Held held = resumable.remove(commit);
    if (held != null) {
      versions.put(commit, resumed(held));
    }
    return Optional.ofNullable(versions.get(commit));
  }

  /** Versions that an earlier run came by; their trees are analysed when they are asked for. */
  void resume(List<Snapshot.Held> held) {
    held.forEach(one -> resumable.put(one.commit(), one));
  }

  /** A state depends on its tree alone, so it does not matter that it came about otherwise. */
  private Version resumed(Snapshot.Held held) {
    Optional<Version> near = versions.values().stream().min(comparingInt(Version::number));
    Changes changes = history.changes(near.map(Version::commit), held.commit());
    scanner.scan(List.of(changes)).await();
    TreeState before = near.map(Version::state).orElse(nothing);
    TreeState state = before.with(facts(before, changes)).state();
    return held.version(state, lives);
  }

  /** What is known of the versions that are there. */
  List<Snapshot.Held> save() {
    List<Snapshot.Held> held = new ArrayList<>(resumable.values());
    versions.values().forEach(version -> held.add(Snapshot.Held.of(version)));
    held.sort(comparingInt(Snapshot.Held::number));
    return held;
  }

  /** What could not be read so far, in the order in which it was met. */
  Set<Damage> damage() {
    return damage;
  }

  /** A commit whose past is not walked. Its version is kept. */
  void start(String commit, Optional<String> near, Listener listener) {
    keep(commit);
    Optional<Version> other = near.flatMap(this::version);
    Changes changes = history.changes(other.map(Version::commit), commit);
    scanner.scan(List.of(changes)).await();
    TreeState before = other.map(Version::state).orElse(nothing);
    TreeState.Next next = before.with(facts(before, changes));
    listener.version(start(commit, next.state(), other), changes, next);
  }

  /** The same, where the state is known. */
  void start(String commit, Optional<String> near, TreeState state) {
    keep(commit);
    start(commit, state, near.flatMap(this::version));
  }

  private Version start(String commit, TreeState state, Optional<Version> other) {
    Version version = lives.start(graph.add(commit, List.of()), commit, state, other);
    versions.put(commit, version);
    return version;
  }

  /**
   * Goes to a commit from one that was walked as if none were between, and keeps its version. Which
   * commits between did what happened to lives is not told.
   */
  void land(Version from, Commit commit, Listener listener) {
    Changes changes = history.changes(Optional.of(from.commit()), commit.id());
    scanner.scan(List.of(changes)).await();
    TreeState.Next next = from.state().with(facts(from.state(), changes));
    keep(commit.id());
    Version version = lives.land(graph.add(commit), commit, from, next);
    versions.put(commit.id(), version);
    listener.version(version, changes, next);
  }

  /** Goes through commits whose parents were walked or are among them. */
  void through(List<Commit> commits, Listener listener) {
    Map<String, Integer> children = new HashMap<>();
    for (Commit commit : commits) {
      commit.parents().forEach(parent -> children.merge(parent, 1, Integer::sum));
    }
    List<Changes> changes = new ArrayList<>();
    commits.forEach(commit -> changes.add(history.changes(commit)));
    List<BlobScanner.Pending> windows = new ArrayList<>();
    for (int from = 0; from < commits.size(); from += WINDOW) {
      windows.add(scanner.scan(changes.subList(from, Math.min(from + WINDOW, commits.size()))));
    }
    for (int at = 0; at < commits.size(); at++) {
      if (at % WINDOW == 0) {
        windows.get(at / WINDOW).await();
      }
      step(commits.get(at), changes.get(at), children, listener);
    }
  }

  private void step(
      Commit commit, Changes changes, Map<String, Integer> children, Listener listener) {
    List<Version> parents = new ArrayList<>();
    commit.parents().forEach(parent -> version(parent).ifPresent(parents::add));
    TreeState before = parents.isEmpty() ? nothing : parents.getFirst().state();
    TreeState.Next next = before.with(facts(before, changes));
    Version version = lives.step(graph.add(commit), commit, parents, next);
    if (children.containsKey(commit.id()) || kept.contains(commit.id())) {
      versions.put(commit.id(), version);
    }
    for (String parent : commit.parents()) {
      if (children.merge(parent, -1, Integer::sum) == 0 && !kept.contains(parent)) {
        versions.remove(parent);
      }
    }
    listener.version(version, changes, next);
  }

  /**
   * A file that cannot be read is taken to be as it was: that it is damaged says nothing of its
   * code.
   */
  private SortedMap<String, Optional<FileFacts>> facts(TreeState before, Changes changes) {
    damage.addAll(changes.damage());
    SortedMap<String, Optional<FileFacts>> facts = new TreeMap<>();
    for (Change change : changes.changes()) {
      switch (change) {
        case Change.Gone(String path) -> facts.put(path, Optional.empty());
        case Change.Put(String path, String blob) -> {
          Optional<String> unreadable = scanner.damage(blob);
          unreadable.ifPresent(reason -> damage.add(new Damage(blob, path, reason)));
          if (unreadable.isEmpty() || !before.tree().files().containsKey(path)) {
            facts.put(path, Optional.of(nothing.workshop().corpus().facts(blob)));
          }
        }
      }
    }
    return facts;
  }
}
