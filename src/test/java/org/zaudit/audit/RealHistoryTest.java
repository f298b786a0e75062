package org.zaudit.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.zaudit.history.Commit;
import org.zaudit.history.History;
import org.zaudit.history.RepositoryRequest;
import org.zaudit.history.RevisionQuery;
import org.zaudit.history.Selection;
import org.zaudit.history.TransferListener;
import org.zaudit.rules.RuleSet;
import org.zaudit.rules.Rules;

/**
 * The states that a walk derives from each other are those that come out of nothing: at 200 commits
 * of a real history, drawn at random, with every analysis of the latter done anew.
 */
@EnabledIfEnvironmentVariable(named = "ZAUDIT_HISTORY", matches = ".+")
class RealHistoryTest {
  private static final int DRAWN = 200;

  private final RuleSet rules =
      Rules.load(List.of(System.getenv().getOrDefault("ZAUDIT_HISTORY_RULES", "pages").split(",")));
  private final Engine engine = Engine.of(rules);
  private final Workshop workshop = Workshop.of(rules, engine, false);
  private final Set<String> drawn = new HashSet<>();
  private int compared;

  @Test
  void aDerivedStateIsOneFromScratch() {
    Path repository = Path.of(System.getenv("ZAUDIT_HISTORY"));
    String revision = System.getenv().getOrDefault("ZAUDIT_HISTORY_REV", "HEAD");
    var request =
        new RepositoryRequest(
            Optional.of(repository.toString()), repository, Map.of(), repository, true);
    try (History history = History.open(request, TransferListener.silent());
        var scanner = new BlobScanner(history, workshop.corpus(), 2)) {
      Selection range = history.select(RevisionQuery.of(revision));
      draw(range.commits());
      var graph = new CommitGraph();
      var walk = new Walk(history, TreeState.empty(workshop), scanner, graph, new Lives(graph));
      walk.through(
          range.commits(), (version, _, _) -> compare(history, version.commit(), version.state()));
    }
    assertThat(compared).isEqualTo(drawn.size());
  }

  private void draw(List<Commit> commits) {
    List<Commit> shuffled = new ArrayList<>(commits);
    Collections.shuffle(shuffled, new Random(7));
    shuffled.stream().limit(DRAWN).forEach(commit -> drawn.add(commit.id()));
  }

  private void compare(History history, String commit, TreeState derived) {
    if (drawn.contains(commit)) {
      compared++;
      SortedMap<String, Optional<FileFacts>> files = new TreeMap<>();
      derived.tree().files().forEach((path, entry) -> files.put(path, Optional.of(entry.facts())));
      Workshop anew =
          new Workshop(
              workshop.corpus(),
              engine,
              new Memo(engine, Optional.empty(), workshop.crew()),
              workshop.vocabulary(),
              workshop.layout(),
              workshop.crew());
      TreeState scratch = TreeState.empty(anew).with(files).state();
      assertThat(history.changes(Optional.empty(), commit).changes()).hasSameSizeAs(files.keySet());
      assertThat(new HashMap<>(derived.findings())).as(commit).isEqualTo(scratch.findings());
      for (int world = 0; world < derived.worlds().size(); world++) {
        WorldState one = derived.worlds().get(world);
        WorldState other = scratch.worlds().get(world);
        assertThat(differences(one, other)).as(commit).isEmpty();
        assertThat(one.containers()).as(commit).isEqualTo(other.containers());
        assertThat(one.faults()).as(commit).isEqualTo(other.faults());
      }
    }
  }

  /** The functions whose outcomes are not the same, and in what. */
  private static List<String> differences(WorldState one, WorldState other) {
    Set<FunctionId> all = new TreeSet<>(FunctionId.ORDER);
    all.addAll(one.outcomes().keySet());
    all.addAll(other.outcomes().keySet());
    List<String> different = new ArrayList<>();
    for (FunctionId id : all) {
      Optional<Outcome> derived = one.outcome(id);
      Optional<Outcome> scratch = other.outcome(id);
      if (!derived.equals(scratch)) {
        different.add(id + " derived " + parts(derived) + " from nothing " + parts(scratch));
      }
    }
    return different;
  }

  private static String parts(Optional<Outcome> outcome) {
    return outcome
        .map(o ->
            "settled %s, recursion %d, callees %d, summary %08x, findings %08x, result %08x"
                .formatted(
                    o.settled(),
                    o.recursion().size(),
                    o.callees().size(),
                    o.summary().hashCode(),
                    o.result().findings().toString().hashCode(),
                    o.result().toString().hashCode()))
        .orElse("nothing");
  }
}
