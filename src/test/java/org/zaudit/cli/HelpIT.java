package org.zaudit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.zaudit.Golden;
import picocli.CommandLine;

/** What the program says of itself. */
class HelpIT {
  @TempDir private Path folder;

  @Test
  void aloneItShowsWhatMostPeopleWant() {
    Program.Outcome outcome = new Program(folder).run();
    assertThat(outcome.exitCode()).isZero();
    assertThat(outcome.err()).isEmpty();
    Golden.check(getClass(), "help/alone.txt", outcome.out());
  }

  @ParameterizedTest
  @MethodSource("commands")
  void everyCommandHasHelp(String command) {
    List<String> words = new ArrayList<>(List.of(command.split(" ")));
    words.add("--help");
    Program.Outcome outcome =
        new Program(folder).run(words.subList(1, words.size()).toArray(String[]::new));
    assertThat(outcome.exitCode()).isZero();
    assertThat(outcome.err()).isEmpty();
    assertThat(outcome.out().lines()).allMatch(line -> line.length() <= 100);
    assertThat(outcome.out()).containsPattern("(?m)^(Examples?:|'zaudit COMMAND)");
    Golden.check(getClass(), "help/" + command.replace(' ', '-') + ".txt", outcome.out());
  }

  static Stream<String> commands() {
    return names(Main.commandLine(new Failures(System.err)));
  }

  private static Stream<String> names(CommandLine command) {
    return Stream.concat(
        Stream.of(command.getCommandSpec().qualifiedName()),
        command.getSubcommands().values().stream().flatMap(HelpIT::names));
  }

  @Test
  void tellsItsVersions() {
    Program.Outcome outcome = new Program(folder).run("--version");
    assertThat(outcome.exitCode()).isZero();
    assertThat(outcome.out())
        .matches("zaudit \\d+\\.\\d+\\S*\nJava \\d+\\S*\nJGit \\d+\\.\\d+\\.\\S+\n");
  }

  @ParameterizedTest
  @MethodSource("misuses")
  void misuseGivesOneLineAndExitCode2(String line, String expected) {
    Program.Outcome outcome = new Program(folder).run(line.split(" "));
    assertThat(outcome).isEqualTo(new Program.Outcome(2, "", "zaudit: " + expected + "\n"));
  }

  static Stream<Object[]> misuses() {
    return Stream.of(
        new Object[] {
          "comletion",
          "unknown command 'comletion'; did you mean 'completion'?; see 'zaudit --help'"
        },
        new Object[] {
          "completion --hlep",
          "unknown option '--hlep'; did you mean '--help'?; see 'zaudit completion --help'"
        },
        new Object[] {
          "completion tcsh",
          "invalid value for positional parameter at index 0 (SHELL): 'tcsh' is none of bash, zsh, fish;"
              + " see 'zaudit completion --help'"
        },
        new Object[] {
          "completion", "missing required parameter: 'SHELL'; see 'zaudit completion --help'"
        });
  }
}
