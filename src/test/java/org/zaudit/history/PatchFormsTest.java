package org.zaudit.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zaudit.rules.UserError;

/** Patches as git, diff and mailers write them, and what {@code git apply} makes of them. */
class PatchFormsTest {
  private static final String FILE = "one\ntwo\nthree\nfour\nfive\nsix\nseven\neight\nnine\n";
  private static final String AFTER = FILE.replace("three", "3");

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

  @BeforeEach
  void begin() {
    repository = TestRepository.in(folder.resolve("r.git"));
    base =
        repository
            .commit("Begin")
            .file("src/a.c", FILE)
            .file("src/dos.c", FILE.replace("\n", "\r\n"))
            .file("src/gone.c", "one\ntwo\n")
            .file("src/open.c", "one\ntwo")
            .submodule("sub")
            .done();
  }

  @AfterEach
  void close() {
    repository.close();
  }

  @Test
  void renamesWithAndWithoutChanges() {
    String rename =
        """
        diff --git a/src/a.c b/lib/b.c
        similarity index 90%
        rename from src/a.c
        rename to lib/b.c
        """;
    assertThat(file(rename, "lib/b.c")).hasValue(FILE);
    assertThat(file(rename, "src/a.c")).isEmpty();
    String changed =
        rename + PATCH.substring(PATCH.indexOf("---")).replace("+++ b/src/a.c", "+++ b/lib/b.c");
    assertThat(file(changed, "lib/b.c")).hasValue(AFTER);
    assertThat(file(changed, "src/a.c")).isEmpty();
    refuses(rename.replace("lib/b.c", "src/gone.c"), "a file 'src/gone.c' already");
  }

  @Test
  void copies() {
    String copy =
        """
        diff --git a/src/a.c b/src/b.c
        similarity index 90%
        copy from src/a.c
        copy to src/b.c
        --- a/src/a.c
        +++ b/src/b.c
        @@ -1,4 +1,4 @@
        -one
        +1
         two
         three
         four
        """;
    assertThat(file(copy, "src/b.c")).hasValue(FILE.replace("one", "1"));
    assertThat(file(copy, "src/a.c")).hasValue(FILE);
  }

  @Test
  void modesAlone() {
    String mode = "diff --git a/src/a.c b/src/a.c\nold mode 100644\nnew mode 100755\n";
    assertThat(file(mode, "src/a.c")).hasValue(FILE);
  }

  @Test
  void filesThatPlainDiffsMakeAndRemove() {
    String made =
        """
        diff -ruN orig/src/new.c new/src/new.c
        --- orig/src/new.c\t1970-01-01 00:00:00.000000000 +0000
        +++ new/src/new.c\t2024-05-06 07:08:09.000000000 +0000
        @@ -0,0 +1,2 @@
        +one
        +two
        """;
    assertThat(file(made, "src/new.c")).hasValue("one\ntwo\n");
    assertThat(file(made.replace("1970-01-01 00:00:00", "1969-12-31 19:00:00"), "src/new.c"))
        .hasValue("one\ntwo\n");
    String removed =
        """
        diff -ruN orig/src/gone.c new/src/gone.c
        --- orig/src/gone.c\t2024-05-06 07:08:09.000000000 +0000
        +++ new/src/gone.c\t1970-01-01 00:00:00.000000000 +0000
        @@ -1,2 +0,0 @@
        -one
        -two
        """;
    assertThat(file(removed, "src/gone.c")).isEmpty();
    refuses(removed.replace("gone.c", "a.c"), "does not fit");
  }

  @Test
  void seriesWithoutMailsAsGitLogWritesThem() {
    String log =
        "commit 1234\nAuthor: Ann\n\n    One.\n\n"
            + PATCH
            + "\ncommit 5678\nAuthor: Ann\n\n    Two.\n\n"
            + PATCH.replace("-three", "-3").replace("+3\n", "+THREE\n");
    assertThat(file(log, "src/a.c")).hasValue(FILE.replace("three", "THREE"));
  }

  @Test
  void whatMailingListsPutBelow() {
    String mail =
        "From: Ann <a@example.org>\nSubject: x\n\n"
            + PATCH
            + "-- \n2.50.0\n_______\n-- list\n + more\n";
    assertThat(file(mail, "src/a.c")).hasValue(AFTER);
    assertThat(file(PATCH + "\n\n", "src/a.c")).hasValue(AFTER);
  }

  @Test
  void attachments() {
    String mail =
        """
        From: Ann <a@example.org>
        Subject: [PATCH] x
        Content-Type: multipart/mixed; boundary="--=_b"

        ----=_b
        Content-Type: text/plain; charset=UTF-8

        Why.
        ---
         src/a.c | 2 +-

        ----=_b
        Content-Type: text/x-patch; name="0001-x.patch"
        Content-Transfer-Encoding: ENCODING
        Content-Disposition: attachment; filename="0001-x.patch"

        BODY
        ----=_b--

        """;
    assertThat(file(mail.replace("ENCODING", "8bit").replace("BODY", PATCH), "src/a.c"))
        .hasValue(AFTER);
    String encoded =
        java.util.Base64.getMimeEncoder()
            .encodeToString(PATCH.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8));
    assertThat(file(mail.replace("ENCODING", "base64").replace("BODY", encoded), "src/a.c"))
        .hasValue(AFTER);
  }

  @Test
  void filesWithCarriageReturns() {
    String patch = PATCH.replace("a.c", "dos.c");
    String after = AFTER.replace("\n", "\r\n");
    String lines = patch.substring(patch.indexOf(" two"));
    assertThat(file(patch, "src/dos.c")).hasValue(after);
    assertThat(file(patch.replace(lines, lines.replace("\n", "\r\n")), "src/dos.c"))
        .hasValue(after);
    assertThat(file(patch.replace("\n", "\r\n"), "src/dos.c")).hasValue(after);
  }

  @Test
  void filesWithoutALastLineEnd() {
    String patch =
        """
        --- a/src/open.c
        +++ b/src/open.c
        @@ -1,2 +1,2 @@
         one
        -two
        \\ No newline at end of file
        +2
        """;
    assertThat(file(patch, "src/open.c")).hasValue("one\n2\n");
    assertThat(file(patch + "\\ No newline at end of file\n", "src/open.c")).hasValue("one\n2");
    refuses(patch.replace("\\ No newline at end of file\n", ""), "does not fit");
  }

  @Test
  void submodulesAreNoneOfOurBusiness() {
    String patch =
        """
        diff --git a/sub b/sub
        index 1234567..89abcde 160000
        --- a/sub
        +++ b/sub
        @@ -1 +1 @@
        -Subproject commit 1234567890123456789012345678901234567890
        +Subproject commit 89abcde890123456789012345678901234567890
        """;
    assertThat(file(patch + PATCH, "src/a.c")).hasValue(AFTER);
  }

  @Test
  void hunksStandWhereGitWouldPutThem() {
    refuses(PATCH.replace("-2,3 +2,3", "-1,3 +1,3"), "the hunk at line 1 does not fit");
    assertThat(file(PATCH.replace("-2,3 +2,3", "-7,3 +7,3"), "src/a.c")).hasValue(AFTER);
    // At the end only, for nothing stands below.
    refuses(PATCH.replace("-2,3 +2,3", "-2,2 +2,2").replace(" four\n", ""), "does not fit");
  }

  @Test
  void diffsWithoutContextAreNoSafeGround() {
    String insertion = "--- a/src/a.c\n+++ b/src/a.c\n@@ -4,0 +5 @@\n+x\n";
    refuses(insertion, "does not fit");
    refuses("--- a/src/a.c\n+++ b/src/a.c\n@@ -1,2 +0,0 @@\n-one\n-two\n", "does not fit");
  }

  @Test
  void whatIsThereAlreadyOrNotAtAll() {
    String made = "--- /dev/null\n+++ b/src/a.c\n@@ -0,0 +1 @@\n+x\n";
    refuses(made, "there is a file 'src/a.c' already");
    refuses(PATCH.replace("a.c", "b.c"), "there is no file 'src/b.c'");
    String removed =
        """
        diff --git a/src/a.c b/src/a.c
        deleted file mode 100644
        --- a/src/a.c
        +++ /dev/null
        @@ -1 +0,0 @@
        -one
        """;
    refuses(removed, "does not fit");
    refuses(removed.substring(0, removed.indexOf("---")), "holds more than the patch removes");
  }

  @Test
  void combinedDiffsOfMerges() {
    refuses(
        """
        diff --cc src/a.c
        index 1,2..3
        --- a/src/a.c
        +++ b/src/a.c
        @@@ -2,3 -2,3 +2,3 @@@
          two
        - three
         -drei
        ++3
          four
        """,
        "combined diff of a merge");
  }

  private void refuses(String patch, String reason) {
    assertThatThrownBy(() -> file(patch, ""))
        .isInstanceOf(UserError.class)
        .message()
        .startsWith("test.patch: ")
        .contains(reason)
        .doesNotContain("\n");
  }

  /** A file as the patch leaves it, if it leaves it. */
  private Optional<String> file(String patch, String path) {
    byte[] bytes = patch.getBytes(StandardCharsets.UTF_8);
    try (History history = repository.open()) {
      Proposed proposed =
          history.propose(
              new Proposal.Patches(base, List.of(new Proposal.Text("test.patch", bytes)), 1));
      return history
          .file(proposed.selection().heads().getFirst(), path)
          .map(content ->
              content instanceof Content.Bytes(byte[] text)
                  ? new String(text, StandardCharsets.UTF_8)
                  : content.toString());
    }
  }
}
