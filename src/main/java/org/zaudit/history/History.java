package org.zaudit.history;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.merge.MergeStrategy;
import org.eclipse.jgit.merge.ThreeWayMerger;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevObject;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.zaudit.rules.UserError;

/**
 * An opened repository, which is only read, never written to. Damaged objects are data. Belongs to
 * one thread, but for the readers it gives out.
 */
public final class History implements AutoCloseable {
  private final Repository repository;
  private final String name;
  private final Overlay overlay;
  private final RevWalk walk;
  private final TreeDiff diff;
  private final Map<String, Optional<ObjectId>> trees = new HashMap<>();

  private History(Repository repository, String name) {
    this.repository = repository;
    this.name = name;
    this.overlay = new Overlay(repository);
    this.walk = new RevWalk(overlay.reader());
    this.diff = new TreeDiff(walk.getObjectReader());
  }

  /**
   * Opens a repository; clones or fetches it first when it lies elsewhere.
   *
   * @throws UserError when there is none, or it cannot be had
   */
  public static History open(RepositoryRequest request, TransferListener listener) {
    return open(request, List.of(), listener);
  }

  /**
   * Opens a repository as if it held the objects of others too: their commits can be named by their
   * ids. Its own folders and theirs stay as they are.
   *
   * @throws UserError when there is none, or it cannot be had
   */
  public static History open(
      RepositoryRequest request, List<History> others, TransferListener listener) {
    GitSettings.apply();
    List<Path> objects = others.stream().map(History::objects).toList();
    RepositoryFinder.Found found = new RepositoryFinder(request, objects, listener).find();
    return new History(found.repository(), found.name());
  }

  private Path objects() {
    return repository.getCommonDirectory().toPath().resolve(Constants.OBJECTS);
  }

  /** The repository's name, as people call it. */
  public String name() {
    return name;
  }

  /**
   * The commits that a query means.
   *
   * @throws UserError for a revision that is not there
   */
  public Selection select(RevisionQuery query) {
    return new Selector(repository, walk).select(query);
  }

  /**
   * The commits that a proposed change consists of. Those that are not in the repository exist in
   * this object only, which answers for them as for the others.
   *
   * @throws UserError for a revision that is not there, or a patch that does not apply
   */
  public Proposed propose(Proposal proposal) {
    return new Proposals(repository, walk, overlay, trees).of(proposal);
  }

  /** The commit on which one stands after a clone; empty in a repository without commits. */
  public Optional<String> head() {
    try {
      return Optional.ofNullable(repository.resolve(Constants.HEAD + "^{commit}"))
          .map(ObjectId::name);
    } catch (IOException | RuntimeException _) {
      return Optional.empty();
    }
  }

  /**
   * Whether a commit can be cherry-picked onto another without a conflict. Files that were renamed
   * in between are not followed. Nothing is written.
   */
  public boolean applies(String commit, String onto) {
    try (ObjectInserter inserter = overlay.inserter()) {
      RevCommit change = walk.parseCommit(ObjectId.fromString(commit));
      if (change.getParentCount() == 0) {
        return false;
      }
      var merger =
          (ThreeWayMerger) MergeStrategy.RESOLVE.newMerger(inserter, repository.getConfig());
      merger.setBase(walk.parseCommit(change.getParent(0)).getTree());
      return merger.merge(walk.parseCommit(ObjectId.fromString(onto)), change);
    } catch (IOException | RuntimeException _) {
      // What cannot be read cannot be applied.
      return false;
    }
  }

  /** The bytes of a file of a commit; empty when there is no such file. */
  public Optional<Content> file(String commit, String path) {
    Optional<ObjectId> tree = tree(commit);
    try (TreeWalk found =
            tree.isEmpty() ? null : TreeWalk.forPath(walk.getObjectReader(), path, tree.get());
        BlobReader reader = blobs()) {
      return found == null || (found.getRawMode(0) & FileMode.TYPE_MASK) != FileMode.TYPE_FILE
          ? Optional.empty()
          : Optional.of(reader.read(found.getObjectId(0).name()));
    } catch (IOException | RuntimeException e) {
      return Optional.of(new Content.Unreadable(Reason.of(e)));
    }
  }

  /** What a commit did to the C and header files of its first parent; all of them for a root. */
  public Changes changes(Commit commit) {
    return changes(commit.parents().stream().findFirst(), commit.id());
  }

  /**
   * What leads from the C and header files of one commit to those of another; from nothing when
   * {@code from} is empty.
   */
  public Changes changes(Optional<String> from, String to) {
    Optional<ObjectId> after = tree(to);
    if (after.isEmpty()) {
      return new Changes(List.of(), List.of(new Damage(to, "", "this commit cannot be read")));
    }
    Optional<ObjectId> before = from.flatMap(this::tree);
    return diff.between(before, after);
  }

  /** All tags that name commits, by date, then name. */
  public List<Tag> tags() {
    List<Tag> tags = new ArrayList<>();
    for (Ref ref : Refs.below(repository, Constants.R_TAGS)) {
      peeled(ref)
          .ifPresent(commit ->
              tags.add(
                  new Tag(
                      ref.getName().substring(Constants.R_TAGS.length()),
                      commit.name(),
                      Instant.ofEpochSecond(commit.getCommitTime()))));
    }
    tags.sort(Comparator.comparing(Tag::date).thenComparing(Tag::name));
    return tags;
  }

  /** A reader for one thread; any number may be in use at the same time. */
  public BlobReader blobs() {
    return new BlobReader(overlay.reader());
  }

  /** Whether a path, there or yet to be made, lies in the repository's own folders. */
  public boolean holds(Path path) {
    Path real = real(path);
    return real.startsWith(real(repository.getDirectory().toPath()))
        || !repository.isBare() && real.startsWith(real(repository.getWorkTree().toPath()));
  }

  /** The path with the links in its existing part followed. */
  private static Path real(Path path) {
    Path absolute = path.toAbsolutePath().normalize();
    for (Path there = absolute; there != null; there = there.getParent()) {
      try {
        return there.toRealPath().resolve(there.relativize(absolute));
      } catch (IOException e) {
        // Not there yet: look at the folder that it will lie in.
      }
    }
    return absolute;
  }

  @Override
  public void close() {
    walk.close();
    repository.close();
  }

  private Optional<ObjectId> tree(String commit) {
    return trees.computeIfAbsent(
        commit,
        id -> {
          try {
            return Optional.of(walk.parseCommit(ObjectId.fromString(id)).getTree().getId());
          } catch (IOException | RuntimeException _) {
            return Optional.empty();
          }
        });
  }

  private Optional<RevCommit> peeled(Ref ref) {
    try {
      RevObject object = walk.peel(walk.parseAny(ref.getObjectId()));
      return object instanceof RevCommit commit
          ? Optional.of(walk.parseCommit(commit))
          : Optional.empty();
    } catch (IOException | RuntimeException _) {
      // A tag of something that is no longer there names no release that could be audited.
      return Optional.empty();
    }
  }
}
