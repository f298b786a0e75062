package org.zaudit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zaudit.rules.Rules;

/** {@code zaudit rules}, as the packaged program. */
class RulesIT {
  @TempDir private Path folder;

  @Test
  void listsTheBuiltInRules() {
    Program.Outcome outcome = new Program(folder).run("rules", "list");
    assertThat(outcome.exitCode()).isZero();
    assertThat(outcome.err()).isEmpty();
    assertThat(outcome.out().lines().map(line -> line.split(" ")[0]))
        .containsExactlyElementsOf(Rules.builtIn());
  }

  @Test
  void showsWhatARuleKnows() {
    Program.Outcome outcome = new Program(folder).run("rules", "show", "pages");
    assertThat(outcome.exitCode()).isZero();
    assertThat(outcome.out())
        .startsWith("pages: ")
        .containsPattern("\nsha256:[0-9a-f]{64}\n")
        .containsPattern("\n  acquire +get_page\\(")
        .containsPattern("\n  release +put_page\\(");
  }

  @Test
  void checksEveryFileGiven() throws IOException {
    Files.copy(Path.of("rules", "pages.yaml"), folder.resolve("mine.yaml"));
    Files.writeString(folder.resolve("wrong.yaml"), "titel: x\n");

    Program.Outcome outcome = new Program(folder).run("rules", "check", "wrong.yaml", "mine.yaml");

    assertThat(outcome.exitCode()).isEqualTo(2);
    assertThat(outcome.out()).matches("mine: ok, \\d+ contracts\n");
    assertThat(outcome.err()).matches("zaudit: wrong\\.yaml.*\n").contains("title");
  }

  @Test
  void namesTheRuleThatWasProbablyMeant() {
    assertThat(new Program(folder).run("rules", "show", "pagse"))
        .isEqualTo(
            new Program.Outcome(
                2,
                "",
                "zaudit: --rules: there is no rule, file or folder 'pagse'; did you mean 'pages'?\n"));
  }

  @Test
  void testsARuleByItsFixtures() throws IOException {
    Files.writeString(folder.resolve("widgets.yaml"), Readme.block("`widgets.yaml`"));
    Files.createDirectory(folder.resolve("fixtures"));
    Files.writeString(folder.resolve("fixtures/show.c"), Readme.block("`fixtures/show.c`"));

    Program program = new Program(folder);
    assertThat(program.run("rules", "check", "widgets.yaml").out()).startsWith("widgets: ok");
    assertThat(program.run("rules", "test", "widgets.yaml", "fixtures"))
        .isEqualTo(new Program.Outcome(0, "fixtures/show.c: ok, 1 expected\n", ""));

    Files.writeString(
        folder.resolve("fixtures/show.c"),
        Readme.block("`fixtures/show.c`").replace("// expect: leak", "// expect: double-release"));
    Program.Outcome wrong = program.run("rules", "test", "widgets.yaml", "fixtures");
    assertThat(wrong.exitCode()).isEqualTo(1);
    assertThat(wrong.out())
        .startsWith("fixtures/show.c: not as it says\n")
        .contains("expected, not found: double-release w certain")
        .contains("found, not expected: leak w certain");
  }

  @Test
  void saysWhichFixtureCannotBeRead() throws IOException {
    Files.writeString(folder.resolve("silent.c"), "int zero(void) { return (0); }\n");
    Program program = new Program(folder);
    assertThat(program.run("rules", "test", "kmem", "silent.c").err())
        .matches("zaudit: silent\\.c: .*expects nothing.*\n");
    assertThat(program.run("rules", "test", "kmem", "missing.c").err())
        .isEqualTo("zaudit: missing.c: cannot be read; name a C file or a folder of them\n");
  }
}
