package org.zaudit.audit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.zaudit.history.History;

/**
 * A finding that a comment silences: it is not shown, and those who ask for all learn of it.
 *
 * @param reason that the comment gives
 * @param isAdded whether the change itself adds the comment, so that it is for a person to say
 *     whether the reason is good
 */
public record Suppressed(Life life, String reason, boolean isAdded) {

  /** The same audit, with the open findings set apart that a comment silences where they stand. */
  static Audit setApart(History history, Audit audit) {
    Map<String, List<Ignore>> comments = new HashMap<>();
    List<Life> shown = new ArrayList<>();
    List<Suppressed> suppressed = new ArrayList<>();
    for (Life life : audit.findings()) {
      Place at = life.location();
      Optional<Ignore> comment =
          life.state() == Life.State.OPEN
              ? comments
                  .computeIfAbsent(
                      at.commit() + ":" + at.file(),
                      _ -> Ignore.in(history, at.commit(), at.file()))
                  .stream()
                  .filter(ignore -> ignore.silences(life))
                  .findFirst()
              : Optional.empty();
      comment.ifPresentOrElse(
          ignore -> suppressed.add(new Suppressed(life, ignore.reason(), false)),
          () -> shown.add(life));
    }
    return audit.with(shown).withSuppressed(suppressed);
  }
}
