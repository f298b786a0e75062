package org.zaudit.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.zaudit.rules.Rule;
import org.zaudit.rules.RuleSet;
import org.zaudit.source.ChunkText;

/**
 * What results depend on besides the source: engine, grammar, worlds and rules, byte by byte. So
 * that no result of another zaudit, older or newer, is ever taken for one of this.
 */
final class Edition {
  private Edition() {}

  static ChunkText.Digest of(RuleSet rules, boolean everything) {
    var text = new StringBuilder(Runtime.version().toString()).append('\n');
    text.append(everything).append('\n');
    for (Rule rule : rules.rules()) {
      text.append(rule.id()).append(' ').append(rule.digest()).append('\n');
    }
    return ChunkText.Digest.of((program() + text).getBytes(StandardCharsets.UTF_8));
  }

  /** The files of the running program with their check sums, one a line. */
  private static String program() {
    try {
      Path home =
          Path.of(Edition.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      return Files.isDirectory(home) ? folder(home) : archive(home);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String archive(Path home) throws IOException {
    var text = new StringBuilder();
    try (var zip = new ZipFile(home.toFile())) {
      // Its directory holds the sums: nothing need be unpacked.
      zip.stream()
          .forEach(e ->
              text.append(e.getName())
                  .append(' ')
                  .append(e.getCrc())
                  .append(' ')
                  .append(e.getSize())
                  .append('\n'));
    }
    return text.toString();
  }

  private static String folder(Path home) throws IOException {
    List<Path> files;
    try (Stream<Path> walk = Files.walk(home)) {
      files = walk.filter(Files::isRegularFile).sorted().toList();
    }
    var text = new StringBuilder();
    for (Path file : files) {
      text.append(home.relativize(file)).append(' ');
      text.append(ChunkText.Digest.of(Files.readAllBytes(file))).append('\n');
    }
    return text.toString();
  }
}
