package org.zaudit.analysis;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.zaudit.source.Condition;

/** The summary of a function that gives its first argument back. */
public final class SummaryOfRelease {
  private SummaryOfRelease() {}

  public static Summary summary() {
    Summary.Change change =
        new Summary.Change.Count(
            new Symbol.Argument(0, "x", false), "test", "thing", "ref", -1, Map.of(), "release");
    return new Summary(
        List.of(
            new Summary.Case(
                "test",
                Condition.always(),
                Map.of(),
                Range.ANY,
                Optional.empty(),
                List.of(change),
                List.of(),
                List.of(),
                List.of(),
                false)),
        true);
  }
}
