package org.zaudit.audit;

import java.util.Optional;
import java.util.OptionalInt;
import org.zaudit.history.Damage;

/**
 * Something that is no finding, but that a reader must know in order to trust the report.
 *
 * @param suppressed the finding of which it tells that it is silenced
 */
public record Notice(
    Kind kind,
    Optional<String> file,
    Optional<String> function,
    OptionalInt line,
    String text,
    Optional<Suppressed> suppressed) {

  /** One that tells of no finding. */
  public Notice(
      Kind kind, Optional<String> file, Optional<String> function, OptionalInt line, String text) {
    this(kind, file, function, line, text, Optional.empty());
  }

  public enum Kind {
    SUPPRESSION_ADDED("suppression-added"),
    SUPPRESSION_WITHOUT_REASON("suppression-without-reason"),
    NOT_ANALYSED("not-analysed"),
    DAMAGED_OBJECT("damaged-object"),
    BOUND("bound");

    private final String id;

    Kind(String id) {
      this.id = id;
    }

    public String id() {
      return id;
    }
  }

  /** An object of the repository that could not be read. */
  static Notice of(Damage damage) {
    return new Notice(
        Kind.DAMAGED_OBJECT,
        damage.path().isEmpty() ? Optional.empty() : Optional.of(damage.path()),
        Optional.empty(),
        OptionalInt.empty(),
        damage.object() + ": " + damage.reason());
  }
}
