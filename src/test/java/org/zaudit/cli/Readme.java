package org.zaudit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What README tells people to paste. */
final class Readme {
  private Readme() {}

  /** The code that follows the first line with these words. */
  static String block(String words) throws IOException {
    var block = new StringBuilder();
    var blank = new StringBuilder();
    boolean wanted = false;
    for (String line : Files.readAllLines(Path.of("README.md"))) {
      if (wanted && line.startsWith("    ")) {
        block.append(blank).append(line.substring(4)).append('\n');
        blank.setLength(0);
      } else if (!block.isEmpty()) {
        if (!line.isEmpty()) {
          break;
        }
        blank.append('\n');
      }
      wanted |= line.contains(words);
    }
    assertThat(block).as(words).isNotEmpty();
    return block.toString();
  }
}
