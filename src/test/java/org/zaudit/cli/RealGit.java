package org.zaudit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The git of this machine, with the packaged program on its {@code PATH} as {@code zaudit}. */
final class RealGit {
  private final Path home;
  private final Path bin;

  /**
   * Makes the command.
   *
   * @param home for settings, the cache and the command
   */
  RealGit(Path home) throws IOException {
    this.home = home;
    this.bin = Files.createDirectories(home.resolve("bin"));
    script(
        bin.resolve("zaudit"),
        "#!/bin/sh\nexec '%s' -jar '%s' \"$@\"\n"
            .formatted(
                Path.of(System.getProperty("java.home"), "bin", "java"),
                System.getProperty("zaudit.jar")));
  }

  /** Puts an executable file there. */
  static void script(Path file, String text) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    Files.writeString(file, text);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  /** What git said, on both streams; it must end as expected. */
  String run(int exitCode, Path folder, String... arguments) {
    List<String> command = new ArrayList<>(List.of("git"));
    command.addAll(List.of(arguments));
    try {
      var builder =
          new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
      Map<String, String> variables = builder.environment();
      variables.keySet().removeIf(name -> name.startsWith("GIT_") || name.startsWith("XDG_"));
      variables.put("PATH", bin + ":" + variables.getOrDefault("PATH", "/usr/bin:/bin"));
      variables.put("HOME", home.toString());
      variables.put("GIT_CONFIG_NOSYSTEM", "1");
      for (String role : List.of("AUTHOR", "COMMITTER")) {
        variables.put("GIT_" + role + "_NAME", "Ada");
        variables.put("GIT_" + role + "_EMAIL", "ada@example.org");
      }
      Process process = builder.start();
      process.getOutputStream().close();
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(process.waitFor()).as("%s: %s", command, said).isEqualTo(exitCode);
      return said;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
