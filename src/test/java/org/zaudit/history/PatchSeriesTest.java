package org.zaudit.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.zaudit.rules.UserError;

/** Patches applied in memory: as people send them, and as nobody should. */
class PatchSeriesTest {
  private static final String FILE = "one\ntwo\nthree\nfour\nfive\nsix\nseven\neight\nnine\n";

  private static final String PATCH =
      """
      diff --git a/src/a.c b/src/a.c
      --- a/src/a.c
      +++ b/src/a.c
      @@ -2,3 +2,3 @@ one
       two
      -three
      +3
       four
      """;

  @TempDir private Path folder;
  private TestRepository repository;
  private String base = "";
  private Map<String, String> before = Map.of();

  @BeforeEach
  void begin() {
    repository = TestRepository.in(folder.resolve("r.git"));
    base = repository.commit("Begin").file("src/a.c", FILE).link("link", "src").done();
    before = repository.bytes();
  }

  @AfterEach
  void nothingWasWritten() {
    assertThat(repository.bytes()).isEqualTo(before);
    repository.close();
  }

  @Test
  void applies() {
    assertThat(apply(PATCH, 1)).isEqualTo(FILE.replace("three", "3"));
  }

  @Test
  void appliesAtAnOffset() {
    assertThat(apply(PATCH.replace("@@ -2,3 +2,3 @@", "@@ -5,3 +5,3 @@"), 1))
        .isEqualTo(FILE.replace("three", "3"));
  }

  @Test
  void appliesPlainDiffs() {
    assertThat(apply(PATCH.substring(PATCH.indexOf("---")), 1))
        .isEqualTo(FILE.replace("three", "3"));
  }

  @Test
  void takesOffAsManyComponentsAsItIsTold() {
    assertThat(apply(PATCH.replace("a/src", "src").replace("b/src", "src"), 0))
        .isEqualTo(FILE.replace("three", "3"));
    assertThat(apply(PATCH.replace("a/src", "x/y/src").replace("b/src", "x/y/src"), 2))
        .isEqualTo(FILE.replace("three", "3"));
  }

  @Test
  void readsMailThatWentThroughWindows() {
    assertThat(apply(PATCH.replace("\n", "\r\n"), 1)).isEqualTo(FILE.replace("three", "3"));
  }

  @Test
  void readsQuotedPrintableMail() {
    String mail =
        "From: Ann <a@example.org>\nSubject: x\nContent-Transfer-Encoding: quoted-printable\n\n"
            + PATCH.replace("+3", "+=33").replace(" four", " fo=\nur");
    assertThat(apply(mail, 1)).isEqualTo(FILE.replace("three", "3"));
  }

  @Test
  void leavesBinaryPatchesOutAndSaysSo() {
    String patch =
        """
        diff --git a/logo.png b/logo.png
        index 1234567..89abcde 100644
        Binary files a/logo.png and b/logo.png differ
        """;
    try (History history = repository.open()) {
      assertThat(history.propose(patches(patch + PATCH, 1)).skipped()).containsExactly("logo.png");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../a.c",
        "/etc/a.c",
        "x/../../a.c",
        ".git/hooks/a.c",
        ".GIT/a.c",
        "git~1/a.c",
        "link/a.c",
        "src/a.c/b.c"
      })
  void refusesPathsThatLeadElsewhere(String path) {
    refuses(
        "diff --git a/PATH b/PATH\nnew file mode 100644\n--- /dev/null\n+++ b/PATH\n@@ -0,0 +1 @@\n+x\n"
            .replace("PATH", path));
  }

  @Test
  void refusesPathsWithEscapes() {
    refuses(
        """
        diff --git "a/\\033[31mx.c" "b/\\033[31mx.c"
        new file mode 100644
        --- /dev/null
        +++ "b/\\033[31mx.c"
        @@ -0,0 +1 @@
        +x
        """);
  }

  @Test
  void refusesLinksThatLeadOut() {
    refuses(
        """
        diff --git a/out b/out
        new file mode 120000
        --- /dev/null
        +++ b/out
        @@ -0,0 +1 @@
        +../../etc
        \\ No newline at end of file
        """);
  }

  @Test
  void refusesToGoThroughALinkThatItMakes() {
    refuses(
        """
        diff --git a/in b/in
        new file mode 120000
        --- /dev/null
        +++ b/in
        @@ -0,0 +1 @@
        +src
        \\ No newline at end of file
        diff --git a/in/x.c b/in/x.c
        new file mode 100644
        --- /dev/null
        +++ b/in/x.c
        @@ -0,0 +1 @@
        +x
        """);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "@@ -2,9 +2,3 @@", "@@ -2,3 +2,9 @@", "@@ -2,1 +2,1 @@", "@@ -2,3 +2,2 @@",
        "@@ -2,999999999 +2,3 @@", "@@ -2,-3 +2,3 @@", "@@ -99999999999,3 +2,3 @@", "@@ @@"
      })
  void refusesHunksThatLie(String head) {
    refuses(PATCH.replace("@@ -2,3 +2,3 @@", head));
  }

  @Test
  void refusesWhatDoesNotApply() {
    refuses(PATCH.replace(" four", " for"));
    refuses(PATCH + PATCH);
    refuses(PATCH.replace("a.c", "b.c"));
  }

  @Test
  void refusesWhatIsNoPatch() {
    refuses("");
    refuses("\0\0\0");
    refuses("From: x\nSubject: y\n\nHello.\n");
    refuses(PATCH.replace("+3", "+3\0"));
    refuses(new String(PATCH.getBytes(StandardCharsets.UTF_16LE), StandardCharsets.ISO_8859_1));
  }

  @Test
  void survivesCutAndBentPatches() {
    byte[] whole = ("From: a\nSubject: b\n\n" + PATCH + PATCH).getBytes(StandardCharsets.UTF_8);
    for (int length = 0; length < whole.length; length++) {
      byte[] bent = whole.clone();
      bent[length] ^= 0x15;
      for (byte[] bytes : List.of(Arrays.copyOf(whole, length), bent)) {
        try (History history = repository.open()) {
          history.propose(
              new Proposal.Patches(base, List.of(new Proposal.Text("t", bytes)), length % 3));
        } catch (UserError e) {
          assertThat(e).message().isNotBlank().doesNotContain("\n");
        }
      }
    }
  }

  private void refuses(String patch) {
    try (History history = repository.open()) {
      assertThatThrownBy(() -> history.propose(patches(patch, 1)))
          .as(patch)
          .isInstanceOf(UserError.class)
          .message()
          .startsWith("test.patch")
          .doesNotContain("\n");
    }
  }

  private String apply(String patch, int strip) {
    try (History history = repository.open()) {
      Proposed proposed = history.propose(patches(patch, strip));
      Content content =
          history.file(proposed.selection().heads().getFirst(), "src/a.c").orElseThrow();
      return content instanceof Content.Bytes(byte[] bytes)
          ? new String(bytes, StandardCharsets.UTF_8)
          : content.toString();
    }
  }

  private Proposal patches(String patch, int strip) {
    byte[] bytes = patch.getBytes(StandardCharsets.UTF_8);
    return new Proposal.Patches(base, List.of(new Proposal.Text("test.patch", bytes)), strip);
  }
}
