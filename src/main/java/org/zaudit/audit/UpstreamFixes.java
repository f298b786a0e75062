package org.zaudit.audit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.zaudit.history.History;
import org.zaudit.history.RevisionQuery;

/**
 * What upstream did about the findings that a fork still has. Upstream's own commits are audited
 * from where the two parted: a finding that is open in the fork and ended there has one fingerprint
 * in both.
 */
public final class UpstreamFixes {
  private final History both;
  private final String head;
  private final Map<String, List<Life>> ended = new HashMap<>();

  private UpstreamFixes(History both, String head) {
    this.both = both;
    this.head = head;
  }

  /**
   * The audit of a fork in which each open finding names the commit with which it is gone upstream,
   * if it is.
   *
   * @param both the fork with the objects of upstream
   * @param upstream the commit to which upstream has come
   * @param request what was asked of the fork
   */
  public static Audit name(
      Audit fork, History both, String upstream, AuditRequest request, AuditListener listener) {
    return name(fork, both, upstream, request, Engine.of(request.rules()), listener);
  }

  static Audit name(
      Audit fork,
      History both,
      String upstream,
      AuditRequest request,
      Engine engine,
      AuditListener listener) {
    if (fork.findings().stream().noneMatch(life -> life.state() == Life.State.OPEN)) {
      return fork;
    }
    List<String> heads = both.select(request.query()).heads();
    List<String> revisions = new ArrayList<>(List.of(upstream));
    heads.forEach(head -> revisions.add("^" + head));
    var beyond = new RevisionQuery(revisions, false, Optional.empty(), Optional.empty());
    var fixes = new UpstreamFixes(both, heads.getFirst());
    Audit.run(both, request.of(beyond), engine, listener).findings().forEach(fixes::add);
    return fork.with(fork.findings().stream().map(fixes::named).toList());
  }

  private void add(Life there) {
    if (end(there).isPresent()) {
      fingerprints(there)
          .forEach(name -> ended.computeIfAbsent(name, _ -> new ArrayList<>()).add(there));
    }
  }

  /** The commit that mended it, else the one that took its function away. */
  private static Optional<CommitInfo> end(Life life) {
    return life.state() == Life.State.OPEN
        ? Optional.empty()
        : Stream.concat(life.fixed().stream(), life.vanished().stream()).findFirst();
  }

  private static Stream<String> fingerprints(Life life) {
    return Stream.concat(Stream.of(life.fingerprint()), life.previousFingerprints().stream());
  }

  private Life named(Life here) {
    return here.state() == Life.State.OPEN ? fix(here).map(f -> with(here, f)).orElse(here) : here;
  }

  /** Of several of that fingerprint, the one that began where this one did. */
  private Optional<CommitInfo> fix(Life here) {
    List<Life> candidates =
        fingerprints(here)
            .flatMap(name -> ended.getOrDefault(name, List.of()).stream())
            .distinct()
            .toList();
    return candidates.stream()
        .filter(there -> there.introduced().equals(here.introduced()))
        .findFirst()
        .or(() -> candidates.stream().findFirst())
        .flatMap(UpstreamFixes::end);
  }

  private Life with(Life here, CommitInfo fix) {
    boolean applies = both.applies(fix.commit(), head);
    String advice =
        "cherry-pick %s (%s)%s"
            .formatted(
                fix.commit().substring(0, 12),
                fix.subject(),
                applies ? "" : ", which conflicts with what is here");
    return here.goneUpstream(new Life.Upstream(fix.commit(), fix.subject(), applies), advice);
  }
}
