package org.zaudit.source;

import java.io.BufferedInputStream;
import java.io.BufferedWriter;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Scans the C files of a commit of a real repository and prints how many functions it finds and how
 * fast. Arguments: git directory, revision, and where to write the list of functions ({@code
 * path:line name}), if anywhere.
 */
final class ScanSurvey {
  /** Of this thread alone, so that a busy machine does not tell in the figures. */
  private static final ThreadMXBean CLOCK = ManagementFactory.getThreadMXBean();

  private ScanSurvey() {}

  public static void main(String[] arguments) throws IOException, InterruptedException {
    Map<String, byte[]> files = files(arguments[0], arguments[1]);
    for (int round = 1; round <= 5; round++) {
      measure(files, round);
    }
    if (arguments.length > 2) {
      try (BufferedWriter list = Files.newBufferedWriter(Path.of(arguments[2]))) {
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
          for (Chunk chunk : SourceFile.scan(file.getValue()).chunks()) {
            if (chunk.kind() == Chunk.Kind.FUNCTION) {
              list.write(
                  "%s:%d %s %d%n"
                      .formatted(
                          file.getKey(), chunk.line(), chunk.name(), chunk.text().text().length()));
            }
          }
        }
      }
    }
  }

  private static void measure(Map<String, byte[]> files, int round) {
    long start = CLOCK.getCurrentThreadCpuTime();
    long bytes = 0;
    long chunks = 0;
    long functions = 0;
    long macros = 0;
    for (byte[] file : files.values()) {
      SourceFile scanned = SourceFile.scan(file);
      bytes += file.length;
      chunks += scanned.chunks().size();
      macros += scanned.macros().size();
      functions +=
          scanned.chunks().stream().filter(chunk -> chunk.kind() == Chunk.Kind.FUNCTION).count();
    }
    double seconds = (CLOCK.getCurrentThreadCpuTime() - start) / 1e9;
    System.out.printf(
        "round %d: %d files, %d bytes, %d chunks, %d functions, %d macros, %.0f MB/s%n",
        round, files.size(), bytes, chunks, functions, macros, bytes / 1e6 / seconds);
  }

  static Map<String, byte[]> files(String repository, String revision)
      throws IOException, InterruptedException {
    List<String> paths = new ArrayList<>();
    List<String> blobs = new ArrayList<>();
    String tree =
        new String(
            run(List.of("git", "--git-dir=" + repository, "ls-tree", "-r", revision))
                .readAllBytes(),
            StandardCharsets.UTF_8);
    for (String line : tree.split("\n")) {
      String path = line.substring(line.indexOf('\t') + 1);
      if (line.startsWith("100") && (path.endsWith(".c") || path.endsWith(".h"))) {
        paths.add(path);
        blobs.add(line.split("[ \t]")[2]);
      }
    }
    return contents(repository, paths, blobs);
  }

  private static Map<String, byte[]> contents(
      String repository, List<String> paths, List<String> blobs) throws IOException {
    Path names = Files.createTempFile("blobs", ".txt");
    Files.write(names, blobs);
    Process process =
        new ProcessBuilder("git", "--git-dir=" + repository, "cat-file", "--batch")
            .redirectInput(names.toFile())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    Map<String, byte[]> files = new LinkedHashMap<>();
    try (DataInputStream in =
        new DataInputStream(new BufferedInputStream(process.getInputStream()))) {
      for (String path : paths) {
        StringBuilder header = new StringBuilder();
        for (int c = in.read(); c != '\n'; c = in.read()) {
          header.append((char) c);
        }
        byte[] bytes = in.readNBytes(Integer.parseInt(header.toString().split(" ")[2]));
        in.read();
        files.put(path, bytes);
      }
    }
    Files.delete(names);
    return files;
  }

  private static InputStream run(List<String> command) throws IOException {
    return new ProcessBuilder(command)
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start()
        .getInputStream();
  }
}
