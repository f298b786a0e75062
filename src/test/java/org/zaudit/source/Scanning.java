package org.zaudit.source;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.zaudit.source.Chunk.Kind;

/** Scans texts for the tests of what a {@link SourceFile} is made of. */
final class Scanning {
  private Scanning() {}

  static SourceFile scan(String text) {
    return SourceFile.scan(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  static List<String> functions(String text) {
    return scan(text).chunks().stream()
        .filter(chunk -> chunk.kind() == Kind.FUNCTION)
        .map(Chunk::name)
        .toList();
  }

  static Chunk function(String text, String name) {
    return scan(text).chunks().stream()
        .filter(chunk -> chunk.kind() == Kind.FUNCTION && chunk.name().equals(name))
        .findFirst()
        .orElseThrow();
  }
}
