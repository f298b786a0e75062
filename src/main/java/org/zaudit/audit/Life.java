package org.zaudit.audit;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.zaudit.analysis.Check;
import org.zaudit.analysis.Confidence;

/**
 * A finding and its life through history.
 *
 * @param fingerprint 16 hex digits; stays when lines move
 * @param previousFingerprints under which it was known before its function or subject was renamed,
 *     oldest first
 * @param subject the resource as the source names it
 * @param message one sentence that a maintainer understands
 * @param condition where it holds; empty: in every configuration
 * @param location where it was last seen
 * @param introduced what brought it in; empty when it already stood at the start of the range
 * @param introductions further commits that brought it in on other lines of history
 * @param fixed one commit per line of history on which it was fixed
 * @param vanished one commit per line of history on which its function went away
 * @param tags releases whose own tree has it, in the order of their dates
 * @param events its path, in the order of execution
 * @param upstream what upstream did about it; empty when nobody asked
 * @param advice what to do
 */
public record Life(
    String fingerprint,
    List<String> previousFingerprints,
    String rule,
    Check check,
    Confidence confidence,
    State state,
    String resource,
    String subject,
    String message,
    Optional<String> condition,
    Place location,
    Optional<Introduction> introduced,
    List<Introduction> introductions,
    List<CommitInfo> fixed,
    List<CommitInfo> vanished,
    List<String> tags,
    List<EventLine> events,
    List<RelatedLine> related,
    Optional<Upstream> upstream,
    String advice) {

  /**
   * The order of every report: date of introduction (unknown first), file, line, check,
   * fingerprint.
   */
  public static final Comparator<Life> ORDER =
      Comparator.comparing((Life life) ->
              life.introduced().map(i -> i.commit().date().toInstant()).orElse(Instant.MIN))
          .thenComparing(life -> life.location().file())
          .thenComparingInt(life -> life.location().line())
          .thenComparing(life -> life.check().id())
          .thenComparing(Life::fingerprint);

  public Life {
    previousFingerprints = List.copyOf(previousFingerprints);
    introductions = List.copyOf(introductions);
    fixed = List.copyOf(fixed);
    vanished = List.copyOf(vanished);
    tags = List.copyOf(tags);
    events = List.copyOf(events);
    related = List.copyOf(related);
  }

  /** The same finding with another state and place. */
  Life seenAs(State other, Place place, List<RelatedLine> places, String toDo) {
    return with(other, place, places, upstream, toDo);
  }

  /** The same finding, with what upstream did about it. */
  Life goneUpstream(Upstream with, String toDo) {
    return with(state, location, related, Optional.of(with), toDo);
  }

  private Life with(
      State now, Place place, List<RelatedLine> places, Optional<Upstream> gone, String toDo) {
    return new Life(
        fingerprint,
        previousFingerprints,
        rule,
        check,
        confidence,
        now,
        resource,
        subject,
        message,
        condition,
        place,
        introduced,
        introductions,
        fixed,
        vanished,
        tags,
        events,
        places,
        gone,
        toDo);
  }

  /** How a finding stands at the end of what was audited. */
  public enum State {
    /** Holds at an audited head. */
    OPEN("open"),
    FIXED("fixed"),
    VANISHED("vanished"),
    /** The change brings it in. */
    INTRODUCED("introduced"),
    /** The change brings it to configurations that were clean before. */
    WIDENED("widened"),
    /** A later patch of the same series takes it away again. */
    REPAIRED("repaired");

    private final String id;

    State(String id) {
      this.id = id;
    }

    public String id() {
      return id;
    }
  }

  /** A commit that brought a finding in, and the line on which. */
  public record Introduction(CommitInfo commit, String file, int line) {}

  /** The commit with which it is gone upstream, and whether that applies here as it is. */
  public record Upstream(String commit, String subject, boolean applies) {}
}
