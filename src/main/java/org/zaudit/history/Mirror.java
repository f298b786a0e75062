package org.zaudit.history;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.api.errors.JGitInternalException;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.eclipse.jgit.transport.RefSpec;
import org.zaudit.rules.UserError;

/** Bare clones, in the cache, of repositories that lie elsewhere. */
final class Mirror {
  /** A server that says nothing for so long will not say anything more. */
  private static final int SECONDS_OF_SILENCE = 120;

  private static final List<RefSpec> BRANCHES_AND_TAGS =
      List.of(new RefSpec("+refs/heads/*:refs/heads/*"), new RefSpec("+refs/tags/*:refs/tags/*"));

  private final Path cache;
  private final boolean offline;
  private final TransferListener listener;

  Mirror(Path cache, boolean offline, TransferListener listener) {
    this.cache = cache;
    this.offline = offline;
    this.listener = listener;
  }

  /** The git directory of an up-to-date clone; as it is when offline. */
  Path of(String url, String name) {
    Path place = place(url, name);
    if (!Files.exists(place)) {
      if (offline) {
        throw new UserError(
            "not cloned yet, and --offline forbids to", url, "run once without --offline");
      }
      copy(url, url, place);
    } else if (!offline) {
      update(url, place);
    }
    return place;
  }

  /** The git directory of a repository with what a bundle file holds. */
  Path ofBundle(Path bundle, String name) {
    requireBundle(bundle);
    try {
      String version =
          bundle + "\n" + Files.size(bundle) + "\n" + Files.getLastModifiedTime(bundle);
      Path place = place(version, name);
      if (!Files.exists(place)) {
        copy(bundle.toString(), bundle.toString(), place);
      }
      return place;
    } catch (IOException e) {
      throw new UserError(
          "cannot be read (" + Reason.of(e) + ")", bundle.toString(), "check the file");
    }
  }

  private static void requireBundle(Path file) {
    try (var in = Files.newInputStream(file)) {
      String start = new String(in.readNBytes(16), StandardCharsets.ISO_8859_1);
      if (start.startsWith("# v2 git bundle") || start.startsWith("# v3 git bundle")) {
        return;
      }
    } catch (IOException e) {
      throw new UserError(
          "cannot be read (" + Reason.of(e) + ")", file.toString(), "check the file");
    }
    throw new UserError(
        "is a file, but no git bundle", file.toString(), "git bundle create FILE --all makes one");
  }

  private Path place(String key, String name) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
      String folder =
          name.replaceAll("[^A-Za-z0-9._-]", "_") + "-" + HexFormat.of().formatHex(digest, 0, 6);
      return cache.resolve("repositories").resolve(folder + ".git");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // every Java platform has it
    }
  }

  /** Clones beside the place and then renames, so that a clone which is there is whole. */
  private void copy(String from, String shown, Path place) {
    Path parent = java.util.Objects.requireNonNull(place.getParent());
    try {
      Files.createDirectories(parent);
      Path draft = Files.createTempDirectory(parent, "cloning-");
      try {
        Git.cloneRepository()
            .setURI(from)
            .setDirectory(draft.toFile())
            .setBare(true)
            .setCloneAllBranches(true)
            .setTimeout(SECONDS_OF_SILENCE)
            .setProgressMonitor(new Progress(listener))
            .call()
            .close();
        move(draft, place);
      } catch (GitAPIException | JGitInternalException e) {
        throw new UserError(
            "cannot be cloned (" + Reason.of(e) + ")", shown, "check the address and the network");
      } finally {
        delete(draft);
      }
    } catch (IOException e) {
      throw new UserError(
          "cannot be cloned (" + Reason.of(e) + ")",
          shown,
          "check that " + parent + " can be written");
    }
  }

  private static void move(Path draft, Path place) throws IOException {
    try {
      Files.move(draft, place, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      // Another run was faster, and its clone is as good.
      if (!Files.exists(place)) {
        throw e;
      }
    }
  }

  private void update(String url, Path place) {
    try (Repository repository =
            new FileRepositoryBuilder().setGitDir(place.toFile()).setMustExist(true).build();
        Git git = new Git(repository)) {
      git.fetch()
          .setRemote(url)
          .setRefSpecs(BRANCHES_AND_TAGS)
          .setRemoveDeletedRefs(true)
          .setTimeout(SECONDS_OF_SILENCE)
          .setProgressMonitor(new Progress(listener))
          .call();
    } catch (IOException | GitAPIException | JGitInternalException e) {
      throw new UserError(
          "cannot be fetched (" + Reason.of(e) + ")",
          url,
          "check the network, or use the clone of the last time with --offline");
    }
  }

  private static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(
              Path directory, @org.jspecify.annotations.Nullable IOException e) throws IOException {
            Files.delete(directory);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
