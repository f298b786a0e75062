package org.zaudit.audit;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Where the text changed that made another function wrong.
 *
 * @param line the first line that is new, in the tree with the change
 */
record Cause(FunctionId function, int line) {

  /**
   * The nearest callee with another text than before, for a function whose own text is as it was.
   */
  static Optional<Cause> of(TreeState before, TreeState after, FunctionId id, TreeFinding found) {
    if (isChanged(before, after, id)) {
      return Optional.empty();
    }
    // First below the callee of which the finding speaks.
    List<FunctionId> named =
        callees(after, id, found.world()).stream()
            .filter(callee -> callee.name().equals(found.finding().callee()))
            .toList();
    return search(before, after, named, found.world())
        .or(() -> search(before, after, callees(after, id, found.world()), found.world()));
  }

  private static List<FunctionId> callees(TreeState state, FunctionId id, int world) {
    return state.worlds().get(world).outcome(id).map(Outcome::callees).orElse(List.of());
  }

  /** Breadth first. */
  private static Optional<Cause> search(
      TreeState before, TreeState after, List<FunctionId> start, int world) {
    Set<FunctionId> seen = new HashSet<>(start);
    var open = new ArrayDeque<FunctionId>(start);
    while (!open.isEmpty()) {
      FunctionId id = open.remove();
      if (isChanged(before, after, id)) {
        return Optional.of(new Cause(id, line(before, after, id)));
      }
      for (FunctionId callee : callees(after, id, world)) {
        if (seen.add(callee)) {
          open.add(callee);
        }
      }
    }
    return Optional.empty();
  }

  // Equal bodies are one object.
  @SuppressWarnings("ReferenceEquality")
  private static boolean isChanged(TreeState before, TreeState after, FunctionId id) {
    return body(before, id).orElse(null) != body(after, id).orElse(null);
  }

  private static Optional<Body> body(TreeState state, FunctionId id) {
    return state.tree().definition(id).map(Definition::body);
  }

  private static int line(TreeState before, TreeState after, FunctionId id) {
    Optional<Body> old = body(before, id);
    Optional<FileFacts.Piece> piece = piece(after, id);
    if (old.isEmpty() || piece.isEmpty()) {
      return piece.isEmpty() ? 1 : new Viewer(after).line(id);
    }
    List<String> lines = piece.get().body().text().text().lines().toList();
    List<String> oldLines = old.get().text().text().lines().toList();
    int same = 0;
    while (same < lines.size() - 1
        && same < oldLines.size()
        && lines.get(same).equals(oldLines.get(same))) {
      same++;
    }
    return piece.get().line() + same;
  }

  private static Optional<FileFacts.Piece> piece(TreeState state, FunctionId id) {
    FileEntry entry = state.tree().files().get(id.file());
    return entry == null
        ? Optional.empty()
        : entry.facts().functions().stream()
            .filter(p -> p.body().name().equals(id.name()) && p.ordinal() == id.ordinal())
            .min(Comparator.comparing(FileFacts.Piece::line));
  }
}
