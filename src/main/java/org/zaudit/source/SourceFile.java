package org.zaudit.source;

import java.util.List;

/**
 * A C file cut into chunks. The texts of the chunks, put together in order, are the file. Where the
 * branches of a conditional end at different brace depths, chunks of that stretch are cut so that
 * each function is one chunk with the conditional inside it.
 *
 * @param macros every {@code #define} of the file in order, with the condition it lies under;
 *     include guards are not part of conditions
 * @param includes names as they stand between quotes or angle brackets
 */
public record SourceFile(List<Chunk> chunks, List<MacroDefinition> macros, List<String> includes) {
  /**
   * The enumerators that the file declares outside of functions, as far as their values are known:
   * by {@link MacroDefinition#enumerator} names, which no text can mention as macros.
   */
  public List<MacroDefinition> enumerators() {
    return chunks.stream()
        .filter(chunk -> chunk.kind() == Chunk.Kind.TYPE || chunk.kind() == Chunk.Kind.DECLARATION)
        .flatMap(chunk -> Enumerators.in(chunk).stream())
        .toList();
  }

  /** Scans a file. Total: any bytes give a result. Linear in the length. */
  public static SourceFile scan(byte[] bytes) {
    return new Scanner(bytes).scan();
  }
}
