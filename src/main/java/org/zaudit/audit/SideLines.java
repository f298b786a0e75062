package org.zaudit.audit;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.zaudit.history.Commit;
import org.zaudit.history.History;
import org.zaudit.history.RevisionQuery;
import org.zaudit.history.Selection;
import org.zaudit.history.Tag;

/**
 * The lines of history that lead from the audited commits, or from elsewhere, to tags that are not
 * in their ancestry: release branches.
 *
 * @param commits parents before children
 * @param tagged commits among them that have a tag
 */
record SideLines(List<Commit> commits, Set<String> tagged) {

  static SideLines of(History history, Selection range, List<Tag> tags) {
    if (range.heads().isEmpty()) {
      return new SideLines(List.of(), Set.of());
    }
    List<String> revisions = new ArrayList<>();
    tags.forEach(tag -> revisions.add(tag.commit()));
    range.heads().forEach(head -> revisions.add("^" + head));
    Selection beside =
        history.select(new RevisionQuery(revisions, false, Optional.empty(), Optional.empty()));
    Set<String> audited = new HashSet<>();
    range.commits().forEach(commit -> audited.add(commit.id()));
    List<Commit> commits =
        beside.commits().stream().filter(commit -> !audited.contains(commit.id())).toList();
    Set<String> tagged = new HashSet<>();
    tags.forEach(tag -> tagged.add(tag.commit()));
    return new SideLines(commits, tagged);
  }

  /** The commits outside from which they start. */
  Set<String> forks() {
    Set<String> forks = new HashSet<>();
    commits.forEach(commit -> forks.addAll(commit.parents()));
    commits.forEach(commit -> forks.remove(commit.id()));
    return forks;
  }

  /**
   * Those that have a tag and from which one of these can be reached, parents before children. Adds
   * all commits to the graph.
   */
  List<Commit> ends(BitSet wanted, CommitGraph graph) {
    commits.forEach(graph::add);
    BitSet reaching = graph.reaching(wanted);
    return commits.stream()
        .filter(commit -> tagged.contains(commit.id()) && reaching.get(graph.add(commit)))
        .toList();
  }
}
