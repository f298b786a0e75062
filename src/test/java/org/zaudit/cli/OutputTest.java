package org.zaudit.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zaudit.rules.UserError;

class OutputTest {
  @TempDir private Path folder;

  @Test
  void replacesAFileWhole() throws IOException {
    Path file = Files.writeString(folder.resolve("report"), "an older and longer report");
    to(file).write(out -> print(out, "new"));
    assertThat(file).hasContent("new");
    assertThat(names()).containsExactly("report");
  }

  @Test
  void keepsTheFileWhenWritingFails() throws IOException {
    Path file = Files.writeString(folder.resolve("report"), "old");
    assertThatThrownBy(() ->
            to(file)
                .write(out -> {
                  print(out, "half of it");
                  throw new IOException("No space left on device");
                }))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("No space left on device");
    assertThat(file).hasContent("old");
    assertThat(names()).containsExactly("report");
  }

  @Test
  void keepsALinkAndReplacesWhatItPointsTo() throws IOException {
    Path file = Files.writeString(folder.resolve("report"), "old");
    Path link = Files.createSymbolicLink(folder.resolve("link"), Path.of("report"));
    to(link).write(out -> print(out, "new"));
    assertThat(link).isSymbolicLink();
    assertThat(file).hasContent("new");
  }

  @Test
  void writesIntoDevices() throws IOException {
    to(Path.of("/dev/null")).write(out -> print(out, "gone"));
    assertThat(Path.of("/dev/null")).exists();
  }

  @Test
  void refusesAtOnceWhatCannotBeWritten() {
    assertThatThrownBy(() -> to(folder))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("is a folder");
    assertThatThrownBy(() -> to(folder.resolve("missing/report")))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("there is no folder");
  }

  private static Output to(Path file) {
    return Output.to(Optional.of(file));
  }

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  private static void print(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
  }
}
