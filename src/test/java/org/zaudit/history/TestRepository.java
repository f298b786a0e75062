package org.zaudit.history;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.eclipse.jgit.diff.DiffFormatter;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.dircache.DirCacheBuilder;
import org.eclipse.jgit.dircache.DirCacheEntry;
import org.eclipse.jgit.lib.CommitBuilder;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.RefUpdate;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.lib.TagBuilder;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.eclipse.jgit.treewalk.TreeWalk;

/**
 * A small real repository, written commit by commit. A commit takes the files of its first parent
 * and changes them. Dates are an hour apart, so that all runs give the same ids.
 */
public final class TestRepository implements AutoCloseable {
  private static final Instant BEGINNING = Instant.parse("2024-01-01T10:00:00Z");

  private final Repository repository;
  private final Path folder;
  private final Map<String, SortedMap<String, Entry>> trees = new HashMap<>();
  private String branch = "master";
  private int commits;

  private record Entry(FileMode mode, ObjectId object) {}

  private TestRepository(Path folder, Repository repository) {
    this.folder = folder;
    this.repository = repository;
  }

  /** An empty bare repository in an empty folder. */
  public static TestRepository in(Path folder) {
    try {
      GitSettings.apply();
      Repository repository =
          new FileRepositoryBuilder().setGitDir(folder.toFile()).setBare().build();
      repository.create(true);
      repository.updateRef(Constants.HEAD).link("refs/heads/master");
      return new TestRepository(folder, repository);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public Path folder() {
    return folder;
  }

  /** Opens it as zaudit does. */
  public History open() {
    return History.open(request(folder.toString()), TransferListener.silent());
  }

  /** Opens it with the objects of another too. */
  public History openWith(History other) {
    return History.open(request(folder.toString()), List.of(other), TransferListener.silent());
  }

  RepositoryRequest request(String repository) {
    return new RepositoryRequest(
        Optional.of(repository), folder, Map.of(), folder.resolveSibling("cache"), false);
  }

  /** Goes on on this branch; a new one starts at the commit on which one stands. */
  public TestRepository on(String name) {
    Optional<String> here = head();
    branch = name;
    if (head().isEmpty() && here.isPresent()) {
      point("refs/heads/" + name, ObjectId.fromString(here.get()));
    }
    return this;
  }

  /** Goes on on a branch that has no commits. */
  public TestRepository onNothing(String name) {
    branch = name;
    return this;
  }

  /** Puts the branch on which one stands on another commit. */
  public TestRepository reset(String commit) {
    point("refs/heads/" + branch, ObjectId.fromString(commit));
    return this;
  }

  /** The commit on which one stands. */
  public Optional<String> head() {
    try {
      return Optional.ofNullable(repository.resolve("refs/heads/" + branch)).map(ObjectId::name);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The id of a file or folder of a commit. */
  String object(String commit, String path) {
    try (TreeWalk walk =
        TreeWalk.forPath(
            repository, path, repository.parseCommit(ObjectId.fromString(commit)).getTree())) {
      return walk.getObjectId(0).name();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What {@code git diff} says between two commits. */
  public String diff(String from, String to) {
    var out = new ByteArrayOutputStream();
    try (var diff = new DiffFormatter(out)) {
      diff.setRepository(repository);
      diff.setDetectRenames(true);
      diff.format(ObjectId.fromString(from), ObjectId.fromString(to));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toString(StandardCharsets.UTF_8);
  }

  /** Every file of the repository with its bytes and the time of its last change. */
  public Map<String, String> bytes() {
    Map<String, String> all = new TreeMap<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.toList()) {
        String content =
            Files.isDirectory(file) ? "" : HexFormat.of().formatHex(Files.readAllBytes(file));
        all.put(folder.relativize(file).toString(), Files.getLastModifiedTime(file) + content);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return all;
  }

  /** Gives the commit on which one stands a tag that is only a ref. */
  public TestRepository tag(String name) {
    point("refs/tags/" + name, ObjectId.fromString(head().orElseThrow()));
    return this;
  }

  /** Gives the commit on which one stands a tag with an object of its own. */
  public TestRepository annotatedTag(String name) {
    try (ObjectInserter inserter = repository.newObjectInserter()) {
      var tag = new TagBuilder();
      tag.setTag(name);
      tag.setMessage(name);
      tag.setTagger(someone("Tagger", 0));
      tag.setObjectId(ObjectId.fromString(head().orElseThrow()), Constants.OBJ_COMMIT);
      ObjectId id = inserter.insert(tag);
      inserter.flush();
      point("refs/tags/" + name, id);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Begins a commit on top of the branch. */
  public Draft commit(String subject) {
    return new Draft(subject, head().map(List::of).orElse(List.of()));
  }

  /** Begins a commit on top of the branch that merges others into it. */
  public Draft merge(String subject, String... others) {
    List<String> parents = new ArrayList<>(List.of(head().orElseThrow()));
    parents.addAll(List.of(others));
    return new Draft(subject, parents);
  }

  /** A commit that is being written. */
  public final class Draft {
    private final String subject;
    private final List<String> parents;
    private final SortedMap<String, Entry> files;

    private Draft(String subject, List<String> parents) {
      this.subject = subject;
      this.parents = parents;
      this.files =
          parents.isEmpty() ? new TreeMap<>() : new TreeMap<>(trees.get(parents.getFirst()));
    }

    public Draft file(String path, String text) {
      return bytes(path, text.getBytes(StandardCharsets.UTF_8));
    }

    public Draft bytes(String path, byte[] bytes) {
      files.put(path, new Entry(FileMode.REGULAR_FILE, insert(bytes)));
      return this;
    }

    public Draft without(String path) {
      files.remove(path);
      return this;
    }

    public Draft move(String from, String to) {
      Entry entry = files.remove(from);
      files.put(to, entry);
      return this;
    }

    public Draft link(String path, String target) {
      files.put(path, new Entry(FileMode.SYMLINK, insert(target.getBytes(StandardCharsets.UTF_8))));
      return this;
    }

    public Draft submodule(String path) {
      files.put(path, new Entry(FileMode.GITLINK, ObjectId.fromString("1234567890".repeat(4))));
      return this;
    }

    /** Takes the files of this commit instead of the first parent's. */
    public Draft like(String commit) {
      files.clear();
      files.putAll(trees.get(commit));
      return this;
    }

    /** Writes it. Returns its id. */
    public String done() {
      try (ObjectInserter inserter = repository.newObjectInserter()) {
        var commit = new CommitBuilder();
        commit.setTreeId(tree(files, inserter));
        commit.setParentIds(parents.stream().map(ObjectId::fromString).toArray(ObjectId[]::new));
        commit.setAuthor(someone("Ann Author", commits));
        commit.setCommitter(someone("Carl Committer", commits));
        commit.setMessage(subject + "\n\nBody.\n");
        ObjectId id = inserter.insert(commit);
        inserter.flush();
        commits++;
        trees.put(id.name(), files);
        point("refs/heads/" + branch, id);
        return id.name();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private static ObjectId tree(SortedMap<String, Entry> files, ObjectInserter inserter)
      throws IOException {
    DirCache index = DirCache.newInCore();
    DirCacheBuilder builder = index.builder();
    files.forEach((path, file) -> {
      var entry = new DirCacheEntry(path);
      entry.setFileMode(file.mode());
      entry.setObjectId(file.object());
      builder.add(entry);
    });
    builder.finish();
    return index.writeTree(inserter);
  }

  private ObjectId insert(byte[] bytes) {
    try (ObjectInserter inserter = repository.newObjectInserter()) {
      ObjectId id = inserter.insert(Constants.OBJ_BLOB, bytes);
      inserter.flush();
      return id;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static PersonIdent someone(String name, int hours) {
    return new PersonIdent(
        name, "someone@example.org", BEGINNING.plusSeconds(3600L * hours), ZoneOffset.ofHours(2));
  }

  private void point(String ref, ObjectId id) {
    try {
      RefUpdate update = repository.updateRef(ref);
      update.setNewObjectId(id);
      update.setForceUpdate(true);
      update.update();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    repository.close();
  }
}
