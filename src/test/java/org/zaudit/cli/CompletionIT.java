package org.zaudit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zaudit.Golden;

/** The completion scripts, and what bash makes of its own. */
class CompletionIT {
  @TempDir private Path folder;

  @Test
  void bashCompletesCommandsAndValues() throws IOException, InterruptedException {
    assertThat(complete("zaudit rul")).isEqualTo("rules");
    assertThat(complete("zaudit completion ")).isEqualTo("bash zsh fish");
  }

  @Test
  void zshIsServedByTheScriptForBash() {
    assertThat(script("zsh")).isEqualTo(script("bash")).contains("bashcompinit");
  }

  @Test
  void fishHasAScriptOfItsOwn() {
    Golden.check(getClass(), "completion.fish", script("fish"));
  }

  private String script(String shell) {
    Program.Outcome outcome = new Program(folder).run("completion", shell);
    assertThat(outcome.exitCode()).isZero();
    assertThat(outcome.err()).isEmpty();
    return outcome.out();
  }

  /** What bash offers behind this line. */
  private String complete(String line) throws IOException, InterruptedException {
    Path script = Files.writeString(folder.resolve("completion.bash"), script("bash"));
    String words = line.endsWith(" ") ? line + "''" : line;
    Process bash =
        new ProcessBuilder(
                "bash",
                "-c",
                "source %s; COMP_WORDS=(%s); COMP_CWORD=$((${#COMP_WORDS[@]} - 1)); "
                        .formatted(script, words)
                    + "_complete_zaudit; echo \"${COMPREPLY[@]}\"")
            .redirectErrorStream(true)
            .start();
    String offered = new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(bash.waitFor()).isZero();
    return offered.strip();
  }
}
