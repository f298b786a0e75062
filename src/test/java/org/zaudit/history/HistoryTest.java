package org.zaudit.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zaudit.rules.UserError;

class HistoryTest {
  @TempDir private Path folder;
  private TestRepository repository;

  @BeforeEach
  void create() {
    repository = TestRepository.in(folder.resolve("project.git"));
  }

  @AfterEach
  void close() {
    repository.close();
  }

  @Test
  void tellsWhatACommitIs() {
    String id = repository.commit("Add a file").file("a.c", "int a;\n").done();
    try (History history = repository.open()) {
      Commit commit = history.select(RevisionQuery.of("HEAD")).commits().getFirst();
      assertThat(commit.id()).isEqualTo(id);
      assertThat(commit.parents()).isEmpty();
      assertThat(commit.subject()).isEqualTo("Add a file");
      assertThat(commit.author()).isEqualTo("Ann Author");
      assertThat(commit.date()).hasToString("2024-01-01T12:00+02:00");
      assertThat(history.name()).isEqualTo("project");
    }
  }

  @Test
  void anEmptyRepositoryHasNothingToAudit() {
    try (History history = repository.open()) {
      Selection selection = history.select(RevisionQuery.of("HEAD"));
      assertThat(selection.commits()).isEmpty();
      assertThat(selection.heads()).isEmpty();
      assertThat(history.tags()).isEmpty();
    }
  }

  @Test
  void itsOwnFoldersAreKnownThroughLinks() throws IOException {
    Path git = folder.resolve("project.git");
    Path link = Files.createSymbolicLink(folder.resolve("link"), git);
    try (History history = repository.open()) {
      assertThat(history.holds(git.resolve("not/yet/there"))).isTrue();
      assertThat(history.holds(link.resolve("cache"))).isTrue();
      assertThat(history.holds(git.resolve("../elsewhere"))).isFalse();
      assertThat(history.holds(folder.resolve("project.github"))).isFalse();
    }
  }

  @Test
  void parentsComeBeforeChildrenAndOlderBeforeYounger() {
    String root = repository.commit("root").file("a.c", "1").done();
    String one = repository.on("one").commit("one").file("b.c", "1").done();
    String two = repository.on("two").reset(root).commit("two").file("c.c", "1").done();
    String three = repository.on("three").reset(root).commit("three").file("d.c", "1").done();
    String octopus = repository.on("master").reset(one).merge("octopus", two, three).done();
    String other = repository.onNothing("other").commit("other root").file("e.c", "1").done();
    String both = repository.on("master").merge("two roots", other).done();
    try (History history = repository.open()) {
      Selection selection = history.select(RevisionQuery.of("master"));
      assertThat(selection.commits())
          .extracting(Commit::id)
          .containsExactly(root, one, two, three, octopus, other, both);
      assertThat(selection.commits().get(4).parents()).containsExactly(one, two, three);
      assertThat(selection.heads()).containsExactly(both);
      assertThat(selection.starts()).isEmpty();
    }
  }

  @Test
  void aRangeStartsWhereItIsTold() {
    String first = repository.commit("first").file("a.c", "1").done();
    String second = repository.commit("second").file("a.c", "2").done();
    String third = repository.commit("third").file("a.c", "3").done();
    try (History history = repository.open()) {
      for (RevisionQuery query :
          List.of(
              RevisionQuery.of(first + ".." + third),
              RevisionQuery.of("^" + first, "master"),
              RevisionQuery.of(first + ".."),
              RevisionQuery.of(first + "..." + third))) {
        Selection selection = history.select(query);
        assertThat(selection.commits()).extracting(Commit::id).containsExactly(second, third);
        assertThat(selection.starts()).containsExactly(first);
        assertThat(selection.heads()).containsExactly(third);
      }
    }
  }

  @Test
  void datesCutOffBothEnds() {
    repository.commit("10:00").file("a.c", "1").done();
    String second = repository.commit("11:00").file("a.c", "2").done();
    repository.commit("12:00").file("a.c", "3").done();
    var query =
        new RevisionQuery(
            List.of("HEAD"),
            false,
            Optional.of(Instant.parse("2024-01-01T10:30:00Z")),
            Optional.of(Instant.parse("2024-01-01T11:30:00Z")));
    try (History history = repository.open()) {
      Selection selection = history.select(query);
      assertThat(selection.commits()).extracting(Commit::id).containsExactly(second);
      assertThat(selection.heads()).containsExactly(second);
    }
  }

  @Test
  void allMeansBranchesAndTagsButOnlyBranchesAreHeads() {
    String first = repository.commit("first").file("a.c", "1").done();
    String release = repository.on("release").commit("release").file("a.c", "2").done();
    String lost = repository.on("temporary").commit("tagged").file("a.c", "3").done();
    repository.tag("v1").reset(release);
    try (History history = repository.open()) {
      var query = new RevisionQuery(List.of(), true, Optional.empty(), Optional.empty());
      Selection selection = history.select(query);
      assertThat(selection.commits()).extracting(Commit::id).containsExactly(first, release, lost);
      assertThat(selection.heads()).containsExactly(first, release);
    }
  }

  @Test
  void onlyCAndHeaderFilesOfThisTreeAreChanges() {
    repository
        .commit("all kinds")
        .file("src/a.c", "a")
        .file("src/deep/b.h", "b")
        .file("README", "no C")
        .file("c.cc", "not this C")
        .link("link.c", "src/a.c")
        .submodule("module.c")
        .done();
    repository.commit("away").without("src/a.c").file("src/deep/b.h", "other").done();
    repository
        .commit("a folder like a file")
        .file("src/a.c/x.c", "x")
        .link("src/deep/b.h", "y")
        .done();
    try (History history = repository.open()) {
      List<Commit> commits = history.select(RevisionQuery.of("HEAD")).commits();
      assertThat(history.changes(commits.get(0)).changes())
          .extracting(Change::path)
          .containsExactly("src/a.c", "src/deep/b.h");
      assertThat(history.changes(commits.get(1)).changes())
          .satisfiesExactly(
              gone -> assertThat(gone).isEqualTo(new Change.Gone("src/a.c")),
              put -> assertThat(text(history, put)).isEqualTo("other"));
      assertThat(history.changes(commits.get(2)).changes())
          .satisfiesExactly(
              put -> assertThat(text(history, put)).isEqualTo("x"),
              gone -> assertThat(gone).isEqualTo(new Change.Gone("src/deep/b.h")));
      assertThat(history.changes(Optional.of(commits.get(2).id()), commits.get(0).id()).changes())
          .extracting(Change::path)
          .containsExactly("src/a.c", "src/a.c/x.c", "src/deep/b.h");
    }
  }

  private static String text(History history, Change change) {
    try (BlobReader reader = history.blobs()) {
      return switch (reader.read(((Change.Put) change).blob())) {
        case Content.Bytes(byte[] bytes) -> new String(bytes, StandardCharsets.UTF_8);
        case Content.TooLarge _, Content.Unreadable _ -> "unreadable";
      };
    }
  }

  @Test
  void aHugeFileIsNotReadIn() {
    repository.commit("huge").bytes("huge.c", new byte[BlobReader.LIMIT + 1]).done();
    try (History history = repository.open();
        BlobReader reader = history.blobs()) {
      Commit commit = history.select(RevisionQuery.of("HEAD")).commits().getFirst();
      Change.Put put = (Change.Put) history.changes(commit).changes().getFirst();
      assertThat(reader.read(put.blob())).isEqualTo(new Content.TooLarge(BlobReader.LIMIT + 1));
    }
  }

  @Test
  void tagsNameTheirCommits() {
    String first = repository.commit("first").file("a.c", "1").done();
    repository.tag("v1").annotatedTag("v1-annotated");
    String second = repository.commit("second").file("a.c", "2").done();
    repository.tag("v2");
    try (History history = repository.open()) {
      assertThat(history.tags())
          .extracting(Tag::name, Tag::commit)
          .containsExactly(tuple("v1", first), tuple("v1-annotated", first), tuple("v2", second));
    }
  }

  @Test
  void anUnknownRevisionIsTheUsersError() {
    repository.commit("first").file("a.c", "1").done();
    try (History history = repository.open()) {
      for (String revision :
          List.of("nothing", "HEAD~5", "a b", "", "-x", "HEAD^{tree}", "x..HEAD")) {
        assertThatThrownBy(() -> history.select(RevisionQuery.of(revision)))
            .as(revision)
            .isInstanceOf(UserError.class);
      }
    }
  }

  @Test
  void missingObjectsAreData() throws IOException {
    String first = repository.commit("first").file("a/a.c", "1").file("b/b.c", "1").done();
    String second = repository.commit("second").file("a/a.c", "2").file("b/b.c", "2").done();
    String third = repository.commit("third").file("b/b.c", "3").done();
    delete(repository.object(second, "a/a.c"));
    delete(repository.object(second, "b"));
    delete(first);
    try (History history = repository.open();
        BlobReader reader = history.blobs()) {
      Selection selection = history.select(RevisionQuery.of("HEAD"));
      assertThat(selection.commits()).extracting(Commit::id).containsExactly(second, third);
      assertThat(selection.damage()).extracting(Damage::object).containsExactly(first);
      Changes root = history.changes(selection.commits().getFirst());
      assertThat(root.changes()).extracting(Change::path).containsExactly("a/a.c");
      assertThat(root.damage()).extracting(Damage::path).containsExactly("b/");
      assertThat(reader.read(((Change.Put) root.changes().getFirst()).blob()))
          .isInstanceOf(Content.Unreadable.class);
      assertThat(history.changes(selection.commits().getLast()).damage()).isNotEmpty();
    }
  }

  private void delete(String object) throws IOException {
    Files.delete(
        repository
            .folder()
            .resolve("objects")
            .resolve(object.substring(0, 2))
            .resolve(object.substring(2)));
  }

  @Test
  void readingLeavesTheRepositoryAsItIs() throws IOException {
    repository.commit("first").file("a.c", "1").done();
    List<String> before = listing();
    try (History history = repository.open()) {
      history.select(RevisionQuery.of("HEAD")).commits().forEach(history::changes);
      history.tags();
    }
    assertThat(listing()).isEqualTo(before);
  }

  private List<String> listing() throws IOException {
    try (var files = Files.walk(repository.folder())) {
      return files
          .map(file -> {
            try {
              return file + " " + Files.getLastModifiedTime(file);
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
          })
          .sorted()
          .toList();
    }
  }
}
