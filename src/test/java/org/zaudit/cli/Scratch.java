package org.zaudit.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.revwalk.RevCommit;

/** A little repository with a work tree; its commits are an hour apart. */
final class Scratch implements AutoCloseable {
  private final Path folder;
  private final Git git;
  private Instant now = Instant.parse("2024-01-01T00:00:00Z");

  Scratch(Path folder) throws GitAPIException {
    this.folder = folder;
    this.git = Git.init().setDirectory(folder.toFile()).setInitialBranch("main").call();
  }

  /** Commits the work tree with this file in it. */
  String commit(String subject, String file, String content) throws IOException, GitAPIException {
    Path path = folder.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, content);
    now = now.plusSeconds(3600);
    var person = new PersonIdent("Ada", "ada@example.org", now, ZoneOffset.UTC);
    git.add().addFilepattern(".").call();
    RevCommit commit =
        git.commit()
            .setMessage(subject)
            .setAuthor(person)
            .setCommitter(person)
            .setSign(false)
            .call();
    return commit.name();
  }

  void tag(String name) throws GitAPIException {
    git.tag().setName(name).setAnnotated(false).call();
  }

  @Override
  public void close() {
    git.close();
  }
}
