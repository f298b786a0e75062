package org.zaudit.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.SimpleFileServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jgit.lib.NullProgressMonitor;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.eclipse.jgit.transport.BundleWriter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zaudit.rules.UserError;

class RepositoryFinderTest {
  @TempDir private Path folder;
  private TestRepository repository;
  private String first;

  @BeforeEach
  void create() {
    repository = TestRepository.in(folder.resolve("project.git"));
    first = repository.commit("first").file("a.c", "1").done();
  }

  @AfterEach
  void close() {
    repository.close();
  }

  private RepositoryRequest request(String name, boolean offline) {
    return new RepositoryRequest(
        Optional.of(name),
        folder,
        Map.of("known", "file://" + repository.folder()),
        folder.resolve("cache"),
        offline);
  }

  private List<String> heads(String name, boolean offline) {
    try (History history = History.open(request(name, offline), TransferListener.silent())) {
      return history.select(RevisionQuery.of("HEAD")).heads();
    }
  }

  @Test
  void aFolderMayBeTheGitDirectoryOrHaveOneOrLieInOne() throws IOException {
    Path work = Files.createDirectories(folder.resolve("work/inner"));
    Files.move(repository.folder(), folder.resolve("work/.git"));
    assertThat(heads("work/.git", false)).containsExactly(first);
    assertThat(heads("work", false)).containsExactly(first);
    assertThat(heads(work.toString(), false)).containsExactly(first);
    var around =
        new RepositoryRequest(Optional.empty(), work, Map.of(), folder.resolve("cache"), false);
    try (History history = History.open(around, TransferListener.silent())) {
      assertThat(history.name()).isEqualTo("work");
    }
  }

  @Test
  void aFileMayPointAtTheGitDirectory() throws IOException {
    Path work = Files.createDirectories(folder.resolve("elsewhere"));
    Files.writeString(work.resolve(".git"), "gitdir: ../project.git\n");
    assertThat(heads("elsewhere", false)).containsExactly(first);
  }

  @Test
  void aLinkedWorkTreeHasAHeadOfItsOwn() throws IOException {
    String second = repository.commit("second").file("a.c", "2").done();
    Path own = Files.createDirectories(repository.folder().resolve("worktrees/linked"));
    Files.writeString(own.resolve("HEAD"), first + "\n");
    Files.writeString(own.resolve("commondir"), "../..\n");
    Path work = Files.createDirectories(folder.resolve("linked"));
    Files.writeString(own.resolve("gitdir"), work.resolve(".git") + "\n");
    Files.writeString(work.resolve(".git"), "gitdir: " + own + "\n");
    assertThat(heads("linked", false)).containsExactly(first);
    assertThat(heads("project.git", false)).containsExactly(second);
  }

  @Test
  void aUrlIsClonedOnceAndThenFetched() {
    String url = "file://" + repository.folder();
    assertThat(heads(url, false)).containsExactly(first);
    String second = repository.commit("second").file("a.c", "2").done();
    assertThat(heads(url, true)).containsExactly(first);
    assertThat(heads(url, false)).containsExactly(second);
  }

  @Test
  void aKnownNameStandsForItsUrl() {
    try (History history = History.open(request("known", false), TransferListener.silent())) {
      assertThat(history.name()).isEqualTo("known");
      assertThat(history.select(RevisionQuery.of("HEAD")).heads()).containsExactly(first);
    }
  }

  @Test
  void aPathThatExistsWinsOverAName() throws IOException {
    Files.move(repository.folder(), folder.resolve("known"));
    assertThat(heads("known", true)).containsExactly(first);
  }

  @Test
  void aCloneOverHttpTellsHowItGetsOn() throws IOException {
    Files.writeString(
        Files.createDirectories(repository.folder().resolve("info")).resolve("refs"),
        first + "\trefs/heads/master\n");
    var server =
        SimpleFileServer.createFileServer(
            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
            folder,
            SimpleFileServer.OutputLevel.NONE);
    server.start();
    try {
      List<String> steps = new ArrayList<>();
      String url = "http://127.0.0.1:" + server.getAddress().getPort() + "/project.git";
      try (History history = History.open(request(url, false), (step, _, _) -> steps.add(step))) {
        assertThat(history.name()).isEqualTo("project");
        assertThat(history.select(RevisionQuery.of("HEAD")).heads()).containsExactly(first);
      }
      assertThat(steps).isNotEmpty();
    } finally {
      server.stop(0);
    }
  }

  @Test
  void aBundleIsUnpackedIntoTheCache() throws IOException {
    Path bundle = folder.resolve("project.bundle");
    try (var source = new FileRepositoryBuilder().setGitDir(repository.folder().toFile()).build();
        OutputStream out = Files.newOutputStream(bundle)) {
      var writer = new BundleWriter(source);
      writer.include("HEAD", ObjectId.fromString(first));
      writer.include("refs/heads/master", ObjectId.fromString(first));
      writer.writeBundle(NullProgressMonitor.INSTANCE, out);
    }
    assertThat(heads("project.bundle", true)).containsExactly(first);
  }

  @Test
  void whatIsNoRepositoryIsTheUsersError() throws IOException {
    Files.createDirectories(folder.resolve("empty"));
    Files.writeString(folder.resolve("file"), "text");
    Files.writeString(
        folder.resolve("torn.bundle"),
        "# v2 git bundle\n" + first + " refs/heads/x\n\nPACKrubbish");
    Files.createDirectories(folder.resolve("pointing"));
    Files.writeString(folder.resolve("pointing/.git"), "gitdir: /nowhere/at/all\n");
    for (String name :
        List.of(
            "empty",
            "file",
            "torn.bundle",
            "pointing",
            "nothing",
            "",
            "git@example.org:a/b.git",
            "ssh://example.org/a",
            "file:///nowhere/at/all.git",
            "http://127.0.0.1:1/a.git",
            "gopher://example.org/a",
            "a\0b")) {
      assertThatThrownBy(
              () -> History.open(request(name, false), TransferListener.silent()).close())
          .as(name)
          .isInstanceOf(UserError.class);
    }
    try (var left = Files.list(folder.resolve("cache/repositories"))) {
      assertThat(left).isEmpty();
    }
  }

  @Test
  void offlineClonesNothing() {
    assertThatThrownBy(() -> heads("known", true))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("--offline");
  }
}
