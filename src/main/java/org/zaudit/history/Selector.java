package org.zaudit.history;

import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;

/**
 * Finds the commits of a query. Reads them one by one instead of letting JGit walk, which stops for
 * good at the first commit that is damaged.
 */
final class Selector {
  private final Revisions revisions;
  private final RevWalk walk;
  private final Map<ObjectId, Damage> damage = new LinkedHashMap<>();

  Selector(Repository repository, RevWalk walk) {
    this.revisions = new Revisions(repository, walk);
    this.walk = walk;
  }

  Selection select(RevisionQuery query) {
    Revisions.Ends ends = revisions.ends(query);
    Set<RevCommit> left = ancestry(ends.unwanted(), new HashSet<>());
    List<RevCommit> roots = new ArrayList<>(ends.wanted());
    roots.addAll(ends.more());
    Predicate<RevCommit> inTime = inTime(query);
    Map<String, Commit> chosen = new LinkedHashMap<>();
    for (RevCommit commit : ancestry(roots, left)) {
      if (inTime.test(commit)) {
        chosen.put(commit.name(), describe(commit));
      }
    }
    List<Commit> ordered = TopologicalOrder.of(chosen);
    return new Selection(
        ordered,
        heads(ends.wanted(), ordered, chosen.keySet()),
        starts(ordered, chosen.keySet()),
        List.copyOf(damage.values()));
  }

  private static Predicate<RevCommit> inTime(RevisionQuery query) {
    Instant since = query.since().orElse(Instant.MIN);
    Instant until = query.until().orElse(Instant.MAX);
    return commit -> {
      Instant date = Instant.ofEpochSecond(commit.getCommitTime());
      return !date.isBefore(since) && !date.isAfter(until);
    };
  }

  private Set<RevCommit> ancestry(Collection<RevCommit> from, Set<RevCommit> without) {
    Set<RevCommit> seen = new LinkedHashSet<>();
    var open = new ArrayDeque<RevCommit>(from);
    while (!open.isEmpty()) {
      RevCommit commit = open.pop();
      if (!without.contains(commit) && isReadable(commit) && seen.add(commit)) {
        for (RevCommit parent : commit.getParents()) {
          open.push(parent);
        }
      }
    }
    return seen;
  }

  private boolean isReadable(RevCommit commit) {
    if (damage.containsKey(commit)) {
      return false;
    }
    try {
      walk.parseHeaders(commit);
      return true;
    } catch (IOException | RuntimeException e) {
      // JGit answers some kinds of damage with unchecked exceptions.
      damage.put(commit.copy(), new Damage(commit.name(), "", Reason.of(e)));
      return false;
    }
  }

  private Commit describe(RevCommit commit) {
    List<String> parents = new ArrayList<>();
    for (RevCommit parent : commit.getParents()) {
      if (isReadable(parent) && !parents.contains(parent.name())) {
        parents.add(parent.name());
      }
    }
    Commit described =
        new Commit(commit.name(), parents, subject(commit), author(commit), date(commit));
    // A hundred thousand messages are not needed twice.
    commit.disposeBody();
    return described;
  }

  private String subject(RevCommit commit) {
    try {
      walk.parseBody(commit);
      return commit.getShortMessage();
    } catch (IOException | RuntimeException _) {
      return "";
    }
  }

  private static String author(RevCommit commit) {
    try {
      PersonIdent author = commit.getAuthorIdent();
      return author == null ? "" : author.getName();
    } catch (RuntimeException _) {
      return "";
    }
  }

  private static java.time.OffsetDateTime date(RevCommit commit) {
    Instant when = Instant.ofEpochSecond(commit.getCommitTime());
    try {
      PersonIdent committer = commit.getCommitterIdent();
      return when.atOffset(
          committer == null ? ZoneOffset.UTC : committer.getZoneId().getRules().getOffset(when));
    } catch (RuntimeException _) {
      // An offset such as +9999 is no time zone, but the instant stands.
      return when.atOffset(ZoneOffset.UTC);
    }
  }

  private static List<String> heads(
      List<RevCommit> wanted, List<Commit> ordered, Set<String> chosen) {
    Set<String> heads = new LinkedHashSet<>();
    boolean cutOff = false;
    for (RevCommit head : wanted) {
      cutOff |= !chosen.contains(head.name());
      if (chosen.contains(head.name())) {
        heads.add(head.name());
      }
    }
    if (cutOff) {
      // The newest commits that a date left over stand for the head that it cut off.
      Set<String> tips = new LinkedHashSet<>();
      ordered.forEach(commit -> tips.add(commit.id()));
      ordered.forEach(commit -> tips.removeAll(commit.parents()));
      heads.addAll(tips);
    }
    return List.copyOf(heads);
  }

  private static List<String> starts(List<Commit> ordered, Set<String> chosen) {
    Set<String> starts = new TreeSet<>();
    for (Commit commit : ordered) {
      for (String parent : commit.parents()) {
        if (!chosen.contains(parent)) {
          starts.add(parent);
        }
      }
    }
    return List.copyOf(starts);
  }
}
