package org.zaudit.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The packaged program, run as a process in a folder of its own, with a home of its own. */
final class Program {
  private final Path folder;

  Program(Path folder) {
    this.folder = folder;
  }

  /** Runs it to its end. */
  Outcome run(String... args) {
    return run(Map.of(), args);
  }

  Outcome run(Map<String, String> environment, String... args) {
    try {
      Path out = Files.createTempFile("zaudit", ".out");
      Path err = Files.createTempFile("zaudit", ".err");
      try {
        Process process =
            builder(environment, args)
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
        if (!process.waitFor(5, TimeUnit.MINUTES)) {
          process.destroyForcibly();
          throw new IllegalStateException("still running: " + List.of(args));
        }
        return new Outcome(process.exitValue(), Files.readString(out), Files.readString(err));
      } finally {
        Files.delete(out);
        Files.delete(err);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Everything but the streams set up. */
  ProcessBuilder builder(Map<String, String> environment, String... args) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-jar");
    command.add(System.getProperty("zaudit.jar"));
    command.addAll(List.of(args));
    var builder = new ProcessBuilder(command).directory(folder.toFile());
    Map<String, String> variables = builder.environment();
    variables.keySet().removeIf(name -> name.startsWith("XDG_") || name.equals("NO_COLOR"));
    variables.put("HOME", folder.toString());
    variables.put("XDG_CACHE_HOME", folder.resolve(".cache").toString());
    variables.put("LC_ALL", "C.UTF-8");
    variables.putAll(environment);
    return builder;
  }

  /** What a run left. */
  record Outcome(int exitCode, String out, String err) {}
}
