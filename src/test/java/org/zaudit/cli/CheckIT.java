package org.zaudit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zaudit.Ring;
import tools.jackson.databind.JsonNode;

/** {@code zaudit check} in a work tree in which somebody is about to leak a page. */
class CheckIT {
  @TempDir private Path home;
  private Path repository;
  private Scratch scratch;
  private String base = "";

  @BeforeEach
  void makeHistory() throws IOException, GitAPIException {
    repository = Files.createDirectory(home.resolve("ring"));
    scratch = new Scratch(repository);
    base = scratch.commit("Begin", Ring.FILE, Ring.SIMPLE);
  }

  @AfterEach
  void close() {
    scratch.close();
  }

  @Test
  void aBranchThatLeaksFails() throws IOException, GitAPIException {
    String head = scratch.commit("ring: busy", Ring.FILE, Ring.LEAKS);
    Program.Outcome outcome = check("--base", base);
    assertThat(outcome.exitCode()).isEqualTo(1);
    assertThat(outcome.err()).isEmpty();
    assertThat(outcome.out())
        .startsWith(head.substring(0, 10) + " 2024-01-01 ring: busy\n")
        .contains("drivers/ring.c:9 in ring_start  (pages)", "9 |         return (-EBUSY);", "^ ")
        .containsPattern("\nThis change brings in 1 finding, in 1 commit \\(\\d+\\.\\d s\\)\\.\n$");
    assertThat(check("--base", head, "-q")).isEqualTo(new Program.Outcome(0, "", ""));
  }

  @Test
  void whatIsNotCommittedIsChecked() throws IOException, GitAPIException {
    Files.writeString(repository.resolve(Ring.FILE), Ring.LEAKS);
    assertThat(check("--worktree").exitCode()).isEqualTo(1);
    assertThat(check("--staged").exitCode()).isZero();
    try (Git git = Git.open(repository.toFile())) {
      git.add().addFilepattern(Ring.FILE).call();
    }
    Program.Outcome outcome = check("--staged");
    assertThat(outcome.exitCode()).isEqualTo(1);
    assertThat(outcome.out()).startsWith("staged changes\n\n  + ");
    Files.writeString(repository.resolve(Ring.FILE), Ring.SIMPLE);
    assertThat(check("--worktree").exitCode()).isZero();
    Files.delete(repository.resolve(Ring.FILE));
    assertThat(check("--worktree").exitCode()).isZero();
  }

  @Test
  void aPatchIsCheckedAndNothingIsWritten() throws IOException {
    Path patch = Files.writeString(home.resolve("busy.patch"), Ring.PATCH);
    Map<String, String> before = bytes();
    Program.Outcome outcome = check(patch.toString());
    assertThat(outcome.exitCode()).isEqualTo(1);
    assertThat(outcome.out()).contains("drivers/ring.c:9 in ring_start");
    assertThat(bytes()).isEqualTo(before);
  }

  @Test
  void aPatchThatDoesNotApplyIsOneMessage() throws IOException {
    Path patch = Files.writeString(home.resolve("busy.patch"), Ring.PATCH.replace("ENOMEM", "EIO"));
    Path output = Files.writeString(home.resolve("out"), "old");
    for (String arguments :
        List.of(
            patch.toString(), home.resolve("none").toString(), "--base v9", "--staged --head x")) {
      String[] words = (arguments + " -o " + output).split(" ");
      Program.Outcome outcome = check(words);
      assertThat(outcome.exitCode()).as(arguments).isEqualTo(2);
      assertThat(outcome.out()).isEmpty();
      assertThat(outcome.err()).startsWith("zaudit: ").hasLineCount(1);
    }
    assertThat(output).hasContent("old");
  }

  @Test
  void jsonConformsToItsSchema() throws IOException {
    Path patch = Files.writeString(home.resolve("busy.patch"), Ring.PATCH);
    Program.Outcome outcome = check("--format", "json", patch.toString());
    JsonNode audit = AuditSchema.read(outcome.out());
    assertThat(audit.at("/findings/0/state").asString()).isEqualTo("introduced");
    assertThat(audit.at("/findings/0/location/line").asInt()).isEqualTo(9);
    assertThat(check("--format", "sarif", patch.toString()).out())
        .contains("\"baselineState\": \"new\"");
  }

  @Test
  void annotatesOnGitHub() throws IOException, GitAPIException {
    String evil = "drivers/a,b:c%\u001b\n::error::x.c";
    scratch.commit("ring: busy", evil, Ring.LEAKS);
    Path summary = Files.writeString(home.resolve("summary.md"), "Before.\n");
    Program.Outcome outcome =
        new Program(repository)
            .run(
                Map.of("GITHUB_STEP_SUMMARY", summary.toString()),
                "check",
                "--rules",
                "pages",
                "--path",
                "*",
                "--base",
                base,
                "--format",
                "github");
    assertThat(outcome.exitCode()).isEqualTo(1);
    assertThat(outcome.out().lines()).hasSize(2);
    assertThat(outcome.out())
        .matches(
            "(?s)::(error|warning) file=drivers/a%2Cb%3Ac%25<1B>%0A%3A%3Aerror%3A%3Ax\\.c,line=9,"
                + "col=\\d+,title=zaudit%3A leak \\(pages\\)::.*");
    assertThat(summary).content().startsWith("Before.\n### zaudit\n").doesNotContain("\u001b");
  }

  @Test
  void showsTenOfAKindAndCountsTheRest() throws IOException, GitAPIException {
    var many = new StringBuilder();
    for (int i = 0; i < 13; i++) {
      many.append(Ring.LEAKS.replace("ring_start", "ring_start" + i)).append('\n');
    }
    scratch.commit("ring: many", Ring.FILE, many.toString());
    Program.Outcome outcome = check("--base", base, "--format", "github");
    assertThat(outcome.out().lines().filter(line -> line.startsWith("::"))).hasSize(10);
    assertThat(outcome.out()).contains("3 more of kind ", "brings in 13 findings");
  }

  @Test
  void settingsComeFromTheBase() throws IOException, GitAPIException {
    scratch.commit("ring: be quiet", ".zaudit.yaml", "paths: [docs/]\n");
    String quiet = scratch.commit("ring: busy", Ring.FILE, Ring.LEAKS);
    assertThat(run("check", "--base", base).exitCode()).isEqualTo(1);
    assertThat(run("check", "--base", quiet + "^").exitCode()).isZero();
    scratch.commit("ring: nonsense", ".zaudit.yaml", "pahts: x\n");
    Program.Outcome outcome = run("check", "--base", "HEAD");
    assertThat(outcome.exitCode()).isEqualTo(2);
    assertThat(outcome.err()).contains(":.zaudit.yaml: unknown key 'pahts'").hasLineCount(1);
  }

  @Test
  void aShallowCloneIsNeverAPass() throws IOException, GitAPIException {
    scratch.commit("ring: one", "README", "1\n");
    String cut = scratch.commit("ring: two", "README", "2\n");
    String head = scratch.commit("ring: busy", Ring.FILE, Ring.LEAKS);
    Files.writeString(repository.resolve(".git/shallow"), cut + "\n");
    Program.Outcome outcome = check("--base", base);
    assertThat(outcome.exitCode()).isEqualTo(2);
    assertThat(outcome.err())
        .contains("shallow", "fetch-depth: 0", "git fetch --deepen")
        .hasLineCount(1);
    assertThat(check("--base", cut, "--head", head).exitCode()).isEqualTo(1);
    assertThat(check("--base", cut + "^").err()).contains("shallow", "fetch-depth");
  }

  private Map<String, String> bytes() throws IOException {
    Map<String, String> all = new TreeMap<>();
    try (Stream<Path> files = Files.walk(repository)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        all.put(
            file + " " + Files.getLastModifiedTime(file),
            java.util.HexFormat.of().formatHex(Files.readAllBytes(file)));
      }
    }
    return all;
  }

  private Program.Outcome check(String... arguments) {
    List<String> all =
        new java.util.ArrayList<>(List.of("check", "--rules", "pages", "--path", "*"));
    all.addAll(List.of(arguments));
    return run(all.toArray(String[]::new));
  }

  private Program.Outcome run(String... arguments) {
    return new Program(repository).run(arguments);
  }
}
