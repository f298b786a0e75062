package org.zaudit.history;

import java.io.IOException;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.zaudit.rules.UserError;

/** Makes commits of what is proposed. */
final class Proposals {
  private final Repository repository;
  private final RevWalk walk;
  private final Overlay overlay;
  private final Map<String, Optional<ObjectId>> trees;

  /**
   * Begins.
   *
   * @param trees where the trees of commits are noted that exist in memory only
   */
  Proposals(
      Repository repository, RevWalk walk, Overlay overlay, Map<String, Optional<ObjectId>> trees) {
    this.repository = repository;
    this.walk = walk;
    this.overlay = overlay;
    this.trees = trees;
  }

  Proposed of(Proposal proposal) {
    Proposed proposed = made(proposal);
    PartialClone.demandContents(repository, walk, proposed.selection());
    return proposed;
  }

  private Proposed made(Proposal proposal) {
    return switch (proposal) {
      case Proposal.Range(String base, String head) -> range(base, head);
      case Proposal.Staged() -> local("staged changes", true);
      case Proposal.WorkTree() -> local("changes in the work tree", false);
      case Proposal.Patches(String base, List<Proposal.Text> texts, int strip) ->
          patches(base, texts, strip);
    };
  }

  private Proposed range(String base, String head) {
    RevCommit from = commit(base);
    RevCommit to = commit(head);
    List<RevCommit> meet = mergeBases(from, to);
    if (meet.isEmpty()) {
      throw new UserError(
          "'"
              + base
              + "' and '"
              + head
              + "' have no commit in common"
              + (isShallow() ? " in this shallow clone" : ""),
          String.valueOf(repository.getDirectory()),
          isShallow() ? deepen() : "give a --base from which the change started");
    }
    Selection selection =
        new Selector(repository, walk).select(RevisionQuery.of(to.name(), "^" + from.name()));
    demandWhole(selection);
    return new Proposed(selection, meet.getFirst().name(), List.of());
  }

  /** Where a clone was cut off, everything would look as if the change brought it in. */
  private void demandWhole(Selection selection) {
    Set<ObjectId> cut = cutOff();
    for (Commit commit : selection.commits()) {
      if (cut.contains(ObjectId.fromString(commit.id()))) {
        throw new UserError(
            "this shallow clone ends at " + commit.id() + ", within the change",
            String.valueOf(repository.getDirectory()),
            deepen());
      }
    }
  }

  private List<RevCommit> mergeBases(RevCommit one, RevCommit other) {
    try {
      return new Revisions(repository, walk).mergeBases(one, other);
    } catch (RuntimeException _) {
      return List.of();
    }
  }

  private Proposed local(String subject, boolean staged) {
    RevCommit head = commit("HEAD");
    var local = new LocalTree(repository, overlay);
    ObjectId tree = staged ? local.staged() : local.workTree();
    Commit base = describe(head);
    // As git blame has it: no commit yet.
    String id = ObjectId.zeroId().name();
    var commit = new Commit(id, List.of(base.id()), subject, "", base.date());
    trees.put(id, Optional.of(tree));
    return one(base, List.of(commit), List.of());
  }

  private Proposed patches(String base, List<Proposal.Text> texts, int strip) {
    RevCommit on = commit(base);
    Commit described = describe(on);
    var series = new PatchSeries(overlay, described, on.getTree().getId());
    series.apply(texts, strip);
    List<Commit> commits = new ArrayList<>();
    for (PatchSeries.Step step : series.steps()) {
      commits.add(step.commit());
      trees.put(step.commit().id(), Optional.of(step.tree()));
    }
    return one(described, commits, List.copyOf(series.skipped()));
  }

  private static Proposed one(Commit base, List<Commit> commits, List<String> skipped) {
    return new Proposed(
        new Selection(commits, List.of(commits.getLast().id()), List.of(base.id()), List.of()),
        base.id(),
        skipped);
  }

  private Commit describe(RevCommit commit) {
    return new Commit(
        commit.name(),
        List.of(),
        "",
        "",
        java.time.Instant.ofEpochSecond(commit.getCommitTime()).atOffset(ZoneOffset.UTC));
  }

  private RevCommit commit(String revision) {
    try {
      ObjectId id = repository.resolve(revision + "^{commit}");
      if (id != null) {
        return walk.parseCommit(id);
      }
    } catch (IOException | RuntimeException _) {
      // Not there, or not readable: the same to whoever asked.
    }
    boolean shallow = isShallow();
    throw new UserError(
        "'" + revision + "' names no commit here" + (shallow ? ", and this clone is shallow" : ""),
        String.valueOf(repository.getDirectory()),
        shallow ? deepen() : "git log --all --oneline lists those that are there");
  }

  private boolean isShallow() {
    return !cutOff().isEmpty();
  }

  private Set<ObjectId> cutOff() {
    try {
      return repository.getObjectDatabase().getShallowCommits();
    } catch (IOException _) {
      return Set.of();
    }
  }

  private static String deepen() {
    return "fetch more history: 'fetch-depth: 0' for actions/checkout, GIT_DEPTH: 0 for GitLab,"
        + " git fetch --deepen=1000 by hand";
  }
}
