package org.zaudit.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.zaudit.rules.UserError;

/** Patches that somebody made to keep the gate busy. Each ends soon, and nothing is written. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class HostilePatchTest {
  private static final int LINES = 400_000;

  @TempDir private Path folder;
  private TestRepository repository;
  private String base = "";
  private Map<String, String> before = Map.of();

  @BeforeEach
  void begin() {
    repository = TestRepository.in(folder.resolve("r.git"));
    base =
        repository.commit("Begin").file("a.c", "one\n").file("same.c", "x\n".repeat(LINES)).done();
    before = repository.bytes();
  }

  @AfterEach
  void nothingWasWritten() {
    assertThat(repository.bytes()).isEqualTo(before);
    repository.close();
  }

  /** As much as a patch may hold, in the shortest lines there are. */
  @Test
  void millionsOfLines() {
    int most = Proposal.Text.LIMIT / 2 - 100;
    refuses(
        "--- /dev/null\n+++ b/new.c\n@@ -0,0 +1,%d @@\n".formatted(most) + "+\n".repeat(most),
        "a hunk has more than");
  }

  @Test
  void oneLineOfManyMegabytes() {
    String patch =
        "--- a/a.c\n+++ b/a.c\n@@ -1 +1 @@\n-one\n+" + "x".repeat(Proposal.Text.LIMIT - 100) + "\n";
    assertThat(apply(patch).selection().commits()).hasSize(1);
  }

  /** Taking lines out of the middle of a list one by one would be quadratic. */
  @Test
  void removalsOfEverySecondLine() {
    int pairs = LINES / 2;
    String patch =
        "--- a/same.c\n+++ b/same.c\n@@ -1,%d +1,%d @@\n".formatted(LINES, pairs)
            + " x\n-x\n".repeat(pairs);
    assertThat(apply(patch).selection().commits()).hasSize(1);
  }

  /** Each place looks right until the last line. */
  @Test
  void aHunkThatAlmostFitsEverywhere() {
    int half = LINES / 2;
    String patch =
        "--- a/same.c\n+++ b/same.c\n@@ -9,%d +9,%d @@\n".formatted(half + 1, half + 1)
            + " x\n".repeat(half - 1)
            + "-y\n+z\n x\n";
    refuses(patch, "too long");
  }

  @Test
  void manyHunksThatFitNowhere() {
    var patch = new StringBuilder("--- a/same.c\n+++ b/same.c\n");
    for (int i = 0; i < 200_000; i++) {
      patch.append("@@ -%d,3 +%d,3 @@\n x\n-x\n+x\n x\n".formatted(3 * i + 2, 3 * i + 2));
    }
    refuses(patch.toString(), "");
  }

  @Test
  void seriesWithoutEnd() {
    refuses(
        "From 1234567890123456789012345678901234567890 Mon Sep 17 00:00:00 2001\nSubject: x\n\n"
            .concat("--- a/a.c\n+++ b/a.c\n@@ -1 +1 @@\n-one\n+one\n")
            .repeat(2_001),
        "more than 2000 patches");
  }

  @Test
  void mailsWithinMails() {
    var mail = new StringBuilder("From: x\nSubject: x\n");
    for (int i = 0; i < 20_000; i++) {
      mail.append("Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n".formatted(i, i));
    }
    refuses(mail.toString(), "there is no patch in it");
  }

  private void refuses(String patch, String reason) {
    assertThatThrownBy(() -> apply(patch))
        .isInstanceOf(UserError.class)
        .message()
        .startsWith("test.patch")
        .contains(reason)
        .doesNotContain("\n");
  }

  private Proposed apply(String patch) {
    byte[] bytes = patch.getBytes(StandardCharsets.ISO_8859_1);
    try (History history = repository.open()) {
      return history.propose(
          new Proposal.Patches(base, List.of(new Proposal.Text("test.patch", bytes)), 1));
    }
  }
}
