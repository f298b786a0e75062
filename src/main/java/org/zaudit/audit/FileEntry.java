package org.zaudit.audit;

import java.util.ArrayList;
import java.util.List;

/**
 * A file of a tree.
 *
 * @param definitions in the order of {@code facts.functions()}
 */
record FileEntry(String path, FileFacts facts, List<Definition> definitions) {
  static FileEntry of(String path, FileFacts facts) {
    List<Definition> definitions = new ArrayList<>(facts.functions().size());
    for (FileFacts.Piece piece : facts.functions()) {
      FunctionId id = new FunctionId(path, piece.body().name(), piece.ordinal());
      definitions.add(new Definition(id, piece.body(), piece.condition()));
    }
    return new FileEntry(path, facts, List.copyOf(definitions));
  }

  boolean isHeader() {
    return isHeader(path);
  }

  static boolean isHeader(String path) {
    return path.endsWith(".h");
  }

  String folder() {
    return path.substring(0, path.lastIndexOf('/') + 1);
  }
}
