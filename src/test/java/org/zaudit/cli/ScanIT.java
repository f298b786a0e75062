package org.zaudit.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zaudit.Ring;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code zaudit scan} on a history in which a page is leaked, and the leak mended. */
class ScanIT {
  @TempDir private Path home;
  private Path repository;
  private String bringsIn = "";
  private String fixes = "";

  @BeforeEach
  void makeHistory() throws IOException, GitAPIException {
    repository = Files.createDirectory(home.resolve("ring"));
    try (var scratch = new Scratch(repository)) {
      scratch.commit("Begin", "README", "A ring.\n");
      bringsIn = scratch.commit("ring: start it", Ring.FILE, Ring.LEAKS);
      scratch.tag("v1.0");
      fixes = scratch.commit("ring: give the page back", Ring.FILE, Ring.RIGHT);
      scratch.tag("v1.1");
    }
  }

  @Test
  void tellsTheStoryInText() {
    Program.Outcome outcome = scan();
    assertThat(outcome.exitCode()).isZero();
    assertThat(outcome.err()).isEmpty();
    assertThat(outcome.out())
        .startsWith(bringsIn.substring(0, 10) + " 2024-01-01 ring: start it\n")
        .contains("\n" + fixes.substring(0, 10) + " 2024-01-01 ring: give the page back\n")
        .contains("drivers/ring.c:", " in ring_start  (pages)", "  releases  v1.0\n")
        .containsPattern("  \\+ \\w+ leak: .*\n")
        .containsPattern("  - \\w+ leak: .*\n")
        .containsPattern("1 finding \\(1 fixed; 1 \\w+\\) in 3 commits and 2 distinct functions");
  }

  @Test
  void writesJsonThatConformsToItsSchema() {
    Program.Outcome outcome = scan("--rules", "pages", "--format", "json");
    JsonNode audit = AuditSchema.read(outcome.out());
    assertThat(audit.at("/repository/name").asString()).isEqualTo("ring");
    assertThat(audit.at("/repository/head").asString()).isEqualTo(fixes);
    assertThat(audit.at("/range/commits").asInt()).isEqualTo(3);
    assertThat(audit.at("/rules/0/id").asString()).isEqualTo("pages");
    assertThat(audit.at("/findings")).hasSize(1);
    JsonNode finding = audit.at("/findings/0");
    assertThat(finding.at("/check").asString()).isEqualTo("leak");
    assertThat(finding.at("/state").asString()).isEqualTo("fixed");
    assertThat(finding.at("/introduced/commit").asString()).isEqualTo(bringsIn);
    assertThat(finding.at("/introduced/date").asString()).isEqualTo("2024-01-01T02:00:00Z");
    assertThat(finding.at("/fixed/0/commit").asString()).isEqualTo(fixes);
    assertThat(finding.at("/tags")).hasSize(1);
    assertThat(finding.at("/events/0/text").asString())
        .isEqualTo("struct page *page = alloc_page(GFP_KERNEL);");
  }

  @Test
  void givesTheSameBytesTwice() {
    assertThat(scan("--format", "json", "--jobs", "3"))
        .isEqualTo(scan("--format", "json", "--jobs", "1"));
  }

  @Test
  void failsOnWhatItIsAskedToFailOn() {
    assertThat(scan("--fail-on", "fixed").exitCode()).isEqualTo(1);
    assertThat(scan("--fail-on", "open").exitCode()).isZero();
    assertThat(scan("--fail-on", "open", "--rev", "v1.0").exitCode()).isEqualTo(1);
    assertThat(scan("--fail-on", "fixed", "--state", "open").exitCode())
        .as("only what is shown can fail")
        .isZero();
  }

  @Test
  void showsOnlyWhatIsAskedFor() {
    assertThat(findings("--state", "open")).isEmpty();
    assertThat(findings("--state", "fixed")).hasSize(1);
    assertThat(findings("--confidence", "certain", "--path", "drivers/ring.[ch]"))
        .hasSizeLessThanOrEqualTo(1);
    assertThat(findings("--path", "other/")).isEmpty();
    assertThat(findings("--path", "drivers/")).hasSize(1);
    assertThat(findings("--rev", "v1.1", "--rev", "^v1.0"))
        .singleElement()
        .satisfies(finding -> assertThat(finding.get("introduced").isNull()).isTrue());
  }

  @Test
  void namesWhatUpstreamDidAboutIt() throws IOException, GitAPIException {
    Path fork = Files.createDirectory(home.resolve("fork"));
    try (var scratch = new Scratch(fork)) {
      scratch.commit("Begin", "README", "A ring.\n");
      assertThat(scratch.commit("ring: start it", Ring.FILE, Ring.LEAKS)).isEqualTo(bringsIn);
      scratch.commit("Ours", "README", "Our ring.\n");
    }
    Program.Outcome text = fork(fork, repository.toString());
    assertThat(text.err()).isEmpty();
    assertThat(text.out())
        .contains("status    still open")
        .containsPattern(
            "upstream  gone since %s ring: give the page back,\\s+which applies here"
                .formatted(fixes.substring(0, 10)))
        .contains("advice    cherry-pick " + fixes.substring(0, 12));
    JsonNode audit = AuditSchema.read(fork(fork, repository.toString(), "--format", "json").out());
    assertThat(audit.at("/findings/0/upstream/commit").asString()).isEqualTo(fixes);
    assertThat(audit.at("/findings/0/upstream/applies").asBoolean()).isTrue();
    Program.Outcome none = fork(fork, home.resolve("nowhere").toString());
    assertThat(none.exitCode()).isEqualTo(2);
    assertThat(none.err()).contains("no such repository");
  }

  private Program.Outcome fork(Path fork, String upstream, String... more) {
    List<String> command =
        new ArrayList<>(
            List.of("scan", "--repo", fork.toString(), "--rules", "pages", "--upstream", upstream));
    command.addAll(List.of(more));
    return new Program(home).run(command.toArray(String[]::new));
  }

  @Test
  void quietIsQuiet() {
    assertThat(scan("-q", "--rev", "v1.1", "--state", "open"))
        .isEqualTo(new Program.Outcome(0, "", ""));
  }

  @Test
  void colorsAndProgressOnlyWhenAsked() {
    assertThat(scan().out()).doesNotContain("\u001b");
    assertThat(scan("--color", "always").out()).contains("\u001b[33m" + bringsIn.substring(0, 10));
    assertThat(scan("--progress", "always").err()).startsWith("\r").endsWith("\r\u001b[K");
  }

  @Test
  void replacesTheOutputFile() throws IOException {
    Path file = Files.writeString(home.resolve("report.txt"), "old");
    Program.Outcome outcome = scan("-o", file.toString());
    assertThat(outcome).isEqualTo(new Program.Outcome(0, "", ""));
    assertThat(file).content().contains("ring: give the page back");
  }

  @Test
  void leavesTheOutputFileAsItWasOnErrors() throws IOException {
    Path file = Files.writeString(home.resolve("report.txt"), "old");
    Path wrong = Files.writeString(home.resolve("wrong.yaml"), "titel: x\n");
    Map<List<String>, String> errors =
        Map.ofEntries(
            entry(List.of("--rev", "v9"), "v9"),
            entry(List.of("--rules", "pagse"), "did you mean 'pages'?"),
            entry(List.of("--rules", wrong.toString()), "wrong.yaml"),
            entry(List.of("--repo", home.resolve("nowhere").toString()), "nowhere"),
            entry(List.of("--since", "soon"), "not a date"),
            entry(List.of("--jobs", "0"), "jobs"),
            entry(List.of("--format", "xml"), "xml"));
    errors.forEach((arguments, expected) -> {
      List<String> all = new java.util.ArrayList<>(arguments);
      all.addAll(List.of("-o", file.toString()));
      Program.Outcome outcome = scan(all.toArray(String[]::new));
      assertThat(outcome.exitCode()).as("%s", arguments).isEqualTo(2);
      assertThat(outcome.out()).as("%s", arguments).isEmpty();
      assertThat(outcome.err()).contains(expected).startsWith("zaudit: ").hasLineCount(1);
    });
    assertThat(file).hasContent("old");
  }

  @Test
  void refusesAtOnceToWriteWhereItCannot() {
    Program.Outcome outcome = scan("-o", "missing/report.txt");
    assertThat(outcome.exitCode()).isEqualTo(2);
    assertThat(outcome.err())
        .isEqualTo(
            "zaudit: missing/report.txt: there is no folder "
                + repository.resolve("missing")
                + "; create it or choose another --output\n");
  }

  @Test
  void neverPassesOnWhatCouldSteerATerminal() throws IOException, GitAPIException {
    String evil = "\u001b]0;owned\u0007\u202e\u009b31m";
    Path hostile = Files.createDirectory(home.resolve("hostile"));
    try (var scratch = new Scratch(hostile)) {
      scratch.commit(
          "subject " + evil,
          "dir " + evil + "/a.c",
          Ring.LEAKS
              .replace("(page);", "(page); /* " + evil + " */")
              .replace("-ENOMEM", "-ENOMEM /* " + evil + " */")
              .replace("GFP_KERNEL);", "GFP_KERNEL); /* " + evil + " */"));
    }
    for (String format : List.of("text", "json", "jsonl", "sarif")) {
      Program.Outcome outcome = new Program(hostile).run("scan", "--coverage", "--format", format);
      assertThat(outcome.exitCode()).isZero();
      assertThat(outcome.out()).as(format).contains("owned");
      assertThat(outcome.out() + outcome.err())
          .as(format)
          .doesNotContainPattern("[\\p{Cc}\\p{Cf}&&[^\n]]");
    }
    Program.Outcome error = new Program(hostile).run("scan", "--rev", evil);
    assertThat(error.exitCode()).isEqualTo(2);
    assertThat(error.err()).hasLineCount(1).doesNotContainPattern("[\\p{Cc}\\p{Cf}&&[^\n]]");
  }

  @Test
  void tellsWhatItCouldNotRead() throws IOException, GitAPIException {
    Path torn = Files.createDirectory(home.resolve("torn"));
    try (var scratch = new Scratch(torn)) {
      scratch.commit(
          "Begin", Ring.FILE, Ring.LEAKS.replace("\tif (ring->busy)\n", "\tif (ring->busy))\n"));
    }
    Program program = new Program(torn);
    assertThat(program.run("scan", "--coverage", "--strict"))
        .satisfies(outcome -> assertThat(outcome.exitCode()).isEqualTo(3))
        .extracting(Program.Outcome::out)
        .asString()
        .contains(
            "not-analysed: drivers/ring.c:8 in ring_start: a statement that cannot be read at ')'\n")
        .contains("1  not read whole in some configuration\n");
    assertThat(program.run("scan", "--strict").out())
        .contains("1 function not read whole in some configuration");
    assertThat(program.run("scan").exitCode()).isZero();
  }

  @Test
  void auditsAnEmptyRepository() throws IOException, GitAPIException {
    Path empty = Files.createDirectory(home.resolve("empty"));
    new Scratch(empty).close();
    Program.Outcome outcome = new Program(empty).run("scan");
    assertThat(outcome.exitCode()).isIn(0, 2);
    assertThat(outcome.err() + outcome.out()).hasLineCount(1);
  }

  private Program.Outcome scan(String... options) {
    List<String> arguments = new java.util.ArrayList<>(List.of("scan"));
    arguments.addAll(List.of(options));
    return new Program(repository).run(arguments.toArray(String[]::new));
  }

  private List<JsonNode> findings(String... options) {
    List<String> arguments = new java.util.ArrayList<>(List.of(options));
    arguments.addAll(List.of("--format", "jsonl"));
    Program.Outcome outcome = scan(arguments.toArray(String[]::new));
    assertThat(outcome.exitCode()).isZero();
    return outcome.out().lines().map(line -> JsonMapper.shared().readTree(line)).toList();
  }
}
