package org.zaudit.audit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.zaudit.analysis.Result;

/**
 * A place where the analysis of a function gave up: its silence there proves nothing.
 *
 * @param bounded true: a bound of the engine was hit; false: something could not be read
 * @param line counted from 1
 */
public record Gap(boolean bounded, String file, String function, int line, String text) {
  static final Comparator<Gap> ORDER =
      Comparator.comparing(Gap::file)
          .thenComparing(Gap::line)
          .thenComparing(Gap::function)
          .thenComparing(Gap::bounded)
          .thenComparing(Gap::text);

  /** Those of all functions of a tree, each once although several worlds may have it. */
  static List<Gap> all(TreeState state) {
    Set<Gap> gaps = new LinkedHashSet<>();
    Viewer viewer = new Viewer(state);
    for (WorldState world : state.worlds()) {
      world.outcomes().forEach((id, outcome) -> gaps.addAll(of(viewer, id, outcome)));
    }
    return gaps.stream().sorted(ORDER).toList();
  }

  static List<Gap> of(Viewer viewer, FunctionId id, Outcome outcome) {
    List<Gap> gaps = new ArrayList<>();
    for (Result.Skip skip : outcome.result().skipped()) {
      String text = skip.reason() + (skip.token().isEmpty() ? "" : " at '" + skip.token() + "'");
      gaps.add(new Gap(false, id.file(), id.name(), viewer.line(id, skip.at()), text));
    }
    if (outcome.result().bounded()) {
      gaps.add(new Gap(true, id.file(), id.name(), viewer.line(id), "too many states"));
    }
    if (!outcome.settled()) {
      gaps.add(
          new Gap(true, id.file(), id.name(), viewer.line(id), "its recursion does not settle"));
    }
    return gaps;
  }
}
