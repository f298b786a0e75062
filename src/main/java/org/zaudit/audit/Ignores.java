package org.zaudit.audit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.zaudit.history.History;

/**
 * The comments that silence findings. One that the change itself adds is reported: it is for a
 * person to say whether its reason is good.
 */
final class Ignores {
  private final History history;
  private final String head;
  private final Map<String, List<Ignore>> known = new HashMap<>();
  private final Set<Ignore> added = new LinkedHashSet<>();
  private final Map<Ignore, Life> silenced = new HashMap<>();

  /**
   * Reads the files that a change touches.
   *
   * @param bases the commits from which the change starts
   */
  Ignores(History history, List<String> bases, String head, Iterable<String> changedFiles) {
    this.history = history;
    this.head = head;
    List<String> before = new ArrayList<>();
    List<Ignore> after = new ArrayList<>();
    for (String file : changedFiles) {
      for (String base : bases) {
        Ignore.in(history, base, file).forEach(ignore -> before.add(ignore.text()));
      }
      after.addAll(at(file));
    }
    for (Ignore ignore : after) {
      if (!before.remove(ignore.text())) {
        added.add(ignore);
      }
    }
  }

  private List<Ignore> at(String file) {
    return known.computeIfAbsent(file, f -> Ignore.in(history, head, f));
  }

  /** The comment that silences a finding, if there is one. */
  Optional<Ignore> silencing(Life life) {
    Optional<Ignore> found =
        at(life.location().file()).stream().filter(i -> i.silences(life)).findFirst();
    found.ifPresent(ignore -> silenced.putIfAbsent(ignore, life));
    return found;
  }

  boolean isAdded(Ignore ignore) {
    return added.contains(ignore);
  }

  /** What to say of those that the change adds. */
  List<Notice> notices() {
    List<Notice> notices = new ArrayList<>();
    Set<Ignore> said = new HashSet<>();
    for (Ignore ignore : added) {
      if (said.add(ignore)) {
        Life life = silenced.get(ignore);
        notices.add(
            new Notice(
                life == null
                    ? Notice.Kind.SUPPRESSION_WITHOUT_REASON
                    : Notice.Kind.SUPPRESSION_ADDED,
                Optional.of(ignore.file()),
                Optional.empty(),
                OptionalInt.of(ignore.line()),
                text(ignore, life),
                Optional.ofNullable(life).map(l -> new Suppressed(l, ignore.reason(), true))));
      }
    }
    return notices;
  }

  private static String text(Ignore ignore, @org.jspecify.annotations.Nullable Life life) {
    if (life != null) {
      return "this change silences "
          + ignore.check()
          + " ("
          + ignore.reason()
          + "): "
          + life.message();
    }
    return ignore.reason().isEmpty()
        ? "without a reason, this silences nothing; write zaudit: ignore "
            + ignore.check()
            + ": and why"
        : "there is no " + ignore.check() + " here that this could silence";
  }
}
