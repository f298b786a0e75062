package org.zaudit.audit;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.zaudit.history.Content;
import org.zaudit.history.History;

/** Finds what can no longer be analysed because of a change: there, silence proves nothing. */
final class NewGaps {
  private final History history;
  private final List<TreeState> before;
  private final Version head;

  NewGaps(History history, List<TreeState> before, Version head) {
    this.history = history;
    this.before = before;
    this.head = head;
  }

  /**
   * What to say of these.
   *
   * @param functions that the change touches
   * @param files that the change touches
   */
  List<Notice> notices(SortedSet<FunctionId> functions, SortedSet<String> files) {
    Set<String> known = new HashSet<>();
    for (TreeState state : before) {
      for (FunctionId id : functions) {
        gaps(state, id).forEach(gap -> known.add(key(gap)));
      }
    }
    List<Notice> notices = new ArrayList<>();
    SortedSet<Gap> gaps = new TreeSet<>(Gap.ORDER);
    functions.forEach(id -> gaps.addAll(gaps(head.state(), id)));
    for (Gap gap : gaps) {
      if (!known.contains(key(gap))) {
        notices.add(
            new Notice(
                gap.bounded() ? Notice.Kind.BOUND : Notice.Kind.NOT_ANALYSED,
                Optional.of(gap.file()),
                Optional.of(gap.function()),
                OptionalInt.of(gap.line()),
                gap.text()));
      }
    }
    files.forEach(file -> lost(file, notices));
    return notices;
  }

  private static String key(Gap gap) {
    return gap.bounded() + " " + gap.function() + " " + gap.text();
  }

  private static List<Gap> gaps(TreeState state, FunctionId id) {
    List<Gap> gaps = new ArrayList<>();
    if (state.tree().definition(id).isPresent()) {
      var viewer = new Viewer(state);
      for (WorldState world : state.worlds()) {
        world.outcome(id).ifPresent(outcome -> gaps.addAll(Gap.of(viewer, id, outcome)));
      }
    }
    return gaps;
  }

  /** Functions that mattered, whose text is still there, but no longer to be told from the rest. */
  private void lost(String file, List<Notice> notices) {
    Set<FunctionId> missing = new TreeSet<>(FunctionId.ORDER);
    for (TreeState state : before) {
      FileEntry entry = state.tree().files().get(file);
      if (entry != null) {
        entry.definitions().stream()
            .map(Definition::id)
            .filter(id -> state.worlds().stream().anyMatch(w -> w.outcome(id).isPresent()))
            .filter(id -> !head.state().tree().functions().containsKey(id.name()))
            .forEach(missing::add);
      }
    }
    if (missing.isEmpty()) {
      return;
    }
    if (history.file(head.commit(), file).orElse(null) instanceof Content.Bytes(byte[] bytes)) {
      String text = new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1);
      for (FunctionId id : missing) {
        var definition =
            Pattern.compile("\\b" + Pattern.quote(id.name()) + "\\s*\\([^;{}]{0,2000}\\{")
                .matcher(text);
        if (definition.find()) {
          int line =
              1
                  + (int)
                      text.substring(0, definition.start()).chars().filter(c -> c == '\n').count();
          notices.add(
              new Notice(
                  Notice.Kind.NOT_ANALYSED,
                  Optional.of(file),
                  Optional.of(id.name()),
                  OptionalInt.of(line),
                  "its text can no longer be told from what stands around it"));
        }
      }
    }
  }
}
