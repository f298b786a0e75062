package org.zaudit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program, ended by others. */
class InterruptIT {
  @TempDir private Path folder;

  @Test
  void aReaderThatGoesAwayIsNoBug() throws IOException, InterruptedException, GitAPIException {
    Path repository = Files.createDirectory(folder.resolve("repository"));
    try (var scratch = new Scratch(repository)) {
      scratch.commit("Begin", "README", "Nothing yet.\n");
    }
    Path err = folder.resolve("err");
    Process process =
        new Program(repository)
            .builder(Map.of(), "scan", "--format", "json")
            .redirectError(err.toFile())
            .start();
    process.getInputStream().close();
    assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
    assertThat(process.exitValue()).isEqualTo(141);
    assertThat(err).isEmptyFile();
  }

  /** It waits for a server that never answers. */
  @Test
  void anInterruptEndsItWith130AndLeavesTheOutputAsItWas()
      throws IOException, InterruptedException {
    Path file = Files.writeString(folder.resolve("report.txt"), "old");
    try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String url = "http://127.0.0.1:" + server.getLocalPort() + "/never.git";
      ProcessBuilder builder =
          new Program(folder).builder(Map.of(), "scan", "--repo", url, "-o", file.toString());
      // A build that runs in the background ignores SIGINT, and hands that on.
      builder.command().addAll(0, List.of("env", "--default-signal=INT"));
      Process process =
          builder
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      try (Socket waiting = server.accept()) {
        assertThat(waiting.isConnected()).isTrue();
        assertThat(
                new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start().waitFor())
            .isZero();
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).isEqualTo(130);
      } finally {
        process.destroyForcibly();
      }
    }
    assertThat(file).hasContent("old");
  }
}
