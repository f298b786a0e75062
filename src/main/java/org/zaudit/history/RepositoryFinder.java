package org.zaudit.history;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.lib.RepositoryCache;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.eclipse.jgit.util.FS;
import org.zaudit.rules.UserError;

/** Finds what {@code --repo} means: a path that exists wins over a name, a name over a URL. */
final class RepositoryFinder {
  private static final Pattern URL = Pattern.compile("[a-zA-Z][a-zA-Z0-9+.-]*://.+");
  private static final Pattern SSH = Pattern.compile("ssh://.*|[^/:@]+@[^/:]+:.*");

  private final RepositoryRequest request;
  private final GitEnvironment environment;
  private final Mirror mirror;
  private final List<Path> objects;

  /**
   * @param objects folders of other repositories, from which objects are read too
   */
  RepositoryFinder(RepositoryRequest request, List<Path> objects, TransferListener listener) {
    this.request = request;
    this.objects = objects;
    this.environment = new GitEnvironment(request.environment(), request.folder());
    this.mirror = new Mirror(request.cache(), request.offline(), listener);
  }

  record Found(Repository repository, String name) {}

  /** A git directory, and the folder that has it or is it. */
  private record Located(Path directory, Path folder) {}

  Found find() {
    if (request.repository().isEmpty()) {
      return current()
          .map(this::open)
          .orElseThrow(() ->
              new UserError(
                  "is not in a git repository",
                  request.folder().toString(),
                  "go to one, or name one with --repo"));
    }
    String asked = request.repository().get();
    Optional<Path> path = existing(asked);
    if (path.isPresent()) {
      return local(path.get());
    }
    String url = request.knownNames().getOrDefault(asked, asked);
    if (SSH.matcher(url).matches()) {
      throw new UserError(
          "cannot clone over ssh",
          url,
          "clone it with git and give the folder, or use an https URL");
    }
    if (URL.matcher(url).matches()) {
      String name = request.knownNames().containsKey(asked) ? asked : lastPart(url);
      return new Found(open(mirror.of(url, name)), name);
    }
    throw new UserError(
        "no such repository",
        asked,
        "give a folder, a bundle file, a URL"
            + (request.knownNames().isEmpty()
                ? ""
                : " or a known name ("
                    + String.join(", ", new TreeSet<>(request.knownNames().keySet()))
                    + ")"));
  }

  private Optional<Path> existing(String asked) {
    try {
      Path path = request.folder().resolve(asked);
      return !asked.isEmpty() && Files.exists(path)
          ? Optional.of(path.toAbsolutePath().normalize())
          : Optional.empty();
    } catch (InvalidPathException _) {
      return Optional.empty();
    }
  }

  /** The repository in which git, or the user, started this process. */
  private Optional<Located> current() {
    return environment
        .directory()
        .map(directory -> new Located(directory, request.folder()))
        .or(() -> around(request.folder()));
  }

  private Found local(Path path) {
    if (Files.isDirectory(path)) {
      return around(path)
          .map(this::open)
          .orElseThrow(() ->
              new UserError(
                  "is no git repository",
                  path.toString(),
                  "give the folder of a clone, or its git directory"));
    }
    String name = lastPart(path.toString());
    return new Found(open(mirror.ofBundle(path, name)), name);
  }

  /** The repository that a folder is, has, or lies in, as git looks for it. */
  private static Optional<Located> around(Path folder) {
    for (Path at = folder.toAbsolutePath().normalize(); at != null; at = at.getParent()) {
      Optional<Path> directory = gitDirectory(at);
      if (directory.isPresent()) {
        return Optional.of(new Located(directory.get(), at));
      }
    }
    return Optional.empty();
  }

  private Found open(Located located) {
    FileRepositoryBuilder builder = builder(located.directory());
    if (current().filter(here -> isSame(here.directory(), located.directory())).isPresent()) {
      environment.apply(builder, located.folder());
    }
    return new Found(
        build(builder, located.directory()),
        lastPart(located.folder().toAbsolutePath().normalize().toString()));
  }

  private static boolean isSame(Path one, Path other) {
    try {
      return Files.isSameFile(one, other);
    } catch (IOException _) {
      return false;
    }
  }

  private static Optional<Path> gitDirectory(Path folder) {
    Path inside = folder.resolve(".git");
    if (Files.isRegularFile(inside)) {
      return pointedAt(inside);
    }
    if (isGitDirectory(inside)) {
      return Optional.of(inside);
    }
    return isGitDirectory(folder) ? Optional.of(folder) : Optional.empty();
  }

  private static boolean isGitDirectory(Path folder) {
    return RepositoryCache.FileKey.isGitRepository(folder.toFile(), FS.DETECTED)
        || (Files.isRegularFile(folder.resolve("HEAD"))
            && Files.isDirectory(folder.resolve("objects")));
  }

  /**
   * Work trees made by {@code git worktree} and submodules have a file that says where their git
   * directory is.
   */
  private static Optional<Path> pointedAt(Path file) {
    try {
      String text = Files.readString(file).strip();
      return text.startsWith("gitdir:")
          ? Optional.of(file.resolveSibling(text.substring("gitdir:".length()).strip()).normalize())
          : Optional.empty();
    } catch (IOException | InvalidPathException _) {
      return Optional.empty();
    }
  }

  private Repository open(Path directory) {
    return build(builder(directory), directory);
  }

  private FileRepositoryBuilder builder(Path directory) {
    FileRepositoryBuilder builder =
        new FileRepositoryBuilder().setGitDir(new File(directory.toString())).setMustExist(true);
    objects.forEach(folder -> builder.addAlternateObjectDirectory(folder.toFile()));
    return builder;
  }

  private static Repository build(FileRepositoryBuilder builder, Path directory) {
    try {
      return builder.build();
    } catch (IOException | RuntimeException e) {
      throw new UserError(
          "cannot be read as a git repository (" + Reason.of(e) + ")",
          directory.toString(),
          "run git fsck there");
    }
  }

  /**
   * {@code zfs} for {@code https://host/openzfs/zfs.git/}, {@code /home/me/zfs/.git} and {@code
   * zfs.bundle}.
   */
  private static String lastPart(String path) {
    String[] parts = path.replaceAll("(/\\.git)?/*$", "").split("[/:]");
    String last = parts.length == 0 ? "" : parts[parts.length - 1];
    return last.replaceAll("\\.(git|bundle)$", "");
  }
}
