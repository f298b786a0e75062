package org.zaudit.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.antlr.v4.runtime.Token;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;
import org.zaudit.source.Chunk;
import org.zaudit.source.SourceFile;
import org.zaudit.syntax.Syntax.Outcome;
import org.zaudit.syntax.grammar.CLexer;

/** Reads the functions of a real repository: ZAUDIT_OPENZFS is its git directory. */
@EnabledIfEnvironmentVariable(named = "ZAUDIT_OPENZFS", matches = ".+")
class RealTreeTest {
  private static final String REPOSITORY = System.getenv("ZAUDIT_OPENZFS");

  @TempDir private Path scratch;

  /** What became of many functions. */
  private static final class Tally {
    private final List<String> troubles = new ArrayList<>();
    private int functions;
    private long bytes;

    void read(Iterable<String> texts) {
      for (String text : texts) {
        functions++;
        bytes += text.length();
        switch (Reading.parse(text)) {
          case Outcome.Parsed parsed -> {
            if (!parsed.lost().isEmpty()) {
              troubles.add(parsed.lost().size() + " lost: " + TreePrinter.print(parsed.function()));
            }
          }
          case Outcome.Absent() -> {}
          case Outcome.Skipped skipped -> troubles.add(skipped + ": " + text);
        }
      }
    }
  }

  @Test
  void losesHardlyAnythingOfTheTree(TestReporter reporter) throws IOException {
    Set<String> blobs = new LinkedHashSet<>();
    for (String line :
        git("ls-tree", "-r", "HEAD", "module", "include", "lib", "cmd", "tests").split("\n")) {
      if (line.matches(".*\\.[ch]") && !line.contains("module/zstd/lib")) {
        blobs.add(line.split("\\s+")[2]);
      }
    }
    Set<String> texts = functions(blobs);
    for (int round = 1; round <= 5; round++) {
      Tally tally = new Tally();
      double lexing = seconds(() -> texts.forEach(RealTreeTest::lex));
      double parsing = seconds(() -> tally.read(texts));
      reporter.publishEntry(
          "round %d: %d functions, %.1f MB, %.1f MB/s, %.1f times as long as the lexer alone, %d not without loss"
              .formatted(
                  round,
                  tally.functions,
                  tally.bytes / 1e6,
                  tally.bytes / 1e6 / parsing,
                  parsing / lexing,
                  tally.troubles.size()));
      if (round == 1) {
        tally.troubles.forEach(trouble ->
            reporter.publishEntry(trouble.substring(0, Math.min(trouble.length(), 4000))));
      }
      assertThat(tally.troubles).hasSizeLessThan(tally.functions / 1000);
    }
  }

  /** Of this thread alone, so that a busy machine does not tell in the figures. */
  private static double seconds(Runnable task) {
    long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    task.run();
    return (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start) / 1e9;
  }

  private static void lex(String text) {
    CLexer lexer = new CLexer(new TextStream(text));
    lexer.removeErrorListeners();
    while (lexer.nextToken().getType() != Token.EOF) {
      // only to have been there
    }
  }

  /** Every version, in every branch and tag, of the files around direct I/O. */
  @Test
  void losesNothingOfTheFilesAroundDirectIo() throws IOException {
    String log =
        git(
            "log",
            "--all",
            "--format=",
            "--raw",
            "--no-abbrev",
            "--no-renames",
            "--",
            "module/os/linux/zfs/zfs_uio.c",
            "module/zcommon/zfs_uio.c",
            "module/os/freebsd/spl/spl_uio.c",
            "module/zfs/zfs_vnops.c",
            "module/os/linux/zfs/abd_os.c",
            "module/os/freebsd/zfs/abd_os.c",
            "module/os/linux/zfs/zpl_file.c",
            "module/zfs/zpl_file.c");
    Set<String> blobs = new LinkedHashSet<>();
    for (String line : log.split("\n")) {
      String blob = line.isEmpty() ? "" : line.split(" ")[3];
      if (blob.matches("[0-9a-f]*[1-9a-f][0-9a-f]*")) {
        blobs.add(blob);
      }
    }
    Tally tally = new Tally();
    tally.read(functions(blobs));
    assertThat(tally.functions).isGreaterThan(1000);
    assertThat(tally.troubles).isEmpty();
  }

  /**
   * The distinct functions of the blobs, with the first and with the last branch of conditionals.
   */
  private Set<String> functions(Set<String> blobs) throws IOException {
    Path list = scratch.resolve("blobs");
    Files.write(list, blobs);
    Process process =
        new ProcessBuilder("git", "--git-dir=" + REPOSITORY, "cat-file", "--batch")
            .redirectInput(list.toFile())
            .start();
    Set<String> texts = new LinkedHashSet<>();
    try (DataInputStream in =
        new DataInputStream(new BufferedInputStream(process.getInputStream()))) {
      for (String header = line(in); !header.isEmpty(); header = line(in)) {
        byte[] bytes = new byte[Integer.parseInt(header.substring(header.lastIndexOf(' ') + 1))];
        in.readFully(bytes);
        in.skipNBytes(1);
        for (Chunk chunk : SourceFile.scan(bytes).chunks()) {
          if (chunk.kind() == Chunk.Kind.FUNCTION) {
            texts.add(Branches.first(chunk.text().text()));
            texts.add(Branches.last(chunk.text().text()));
          }
        }
      }
    }
    return texts;
  }

  private static String line(InputStream in) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int next = in.read(); next >= 0 && next != '\n'; next = in.read()) {
      line.append((char) next);
    }
    return line.toString();
  }

  private static String git(String... arguments) {
    List<String> command = new ArrayList<>(List.of("git", "--git-dir=" + REPOSITORY));
    command.addAll(List.of(arguments));
    try {
      Process process = new ProcessBuilder(command).start();
      return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
