package org.zaudit.audit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.zaudit.analysis.Crew;
import org.zaudit.analysis.Finding;
import org.zaudit.audit.store.Store;
import org.zaudit.history.Change;
import org.zaudit.history.Changes;
import org.zaudit.history.Commit;
import org.zaudit.history.Damage;
import org.zaudit.history.History;
import org.zaudit.history.Proposed;
import org.zaudit.history.Selection;

/**
 * One check of one change: an audit of what it consists of, from where it starts, as far as the
 * change can make a difference.
 */
final class CheckRun implements AutoCloseable {
  private final History history;
  private final Proposed proposed;
  private final Selection range;
  private final CheckRequest request;
  private final AuditListener listener;
  private final Optional<Store> store;
  private final Crew crew;
  private final BlobScanner scanner;
  private final Workshop workshop;
  private final Coverage coverage;
  private final Map<String, TreeState> starts = new HashMap<>();
  private Lives lives;
  private Walk walk;
  private final Map<String, Commit> commits = new HashMap<>();
  private final Map<Lifeline, Cause> causes = new HashMap<>();
  private final SortedSet<FunctionId> functions = new TreeSet<>(FunctionId.ORDER);
  private final SortedSet<String> files = new TreeSet<>();
  private int done;

  CheckRun(
      History history,
      Proposed proposed,
      CheckRequest request,
      Engine engine,
      AuditListener listener) {
    this.history = history;
    this.proposed = proposed;
    this.range = proposed.selection();
    this.request = request;
    this.listener = listener;
    this.store =
        request.kept().map(folder -> Store.open(folder, Edition.of(request.rules(), false)));
    this.crew = new Crew(request.jobs());
    this.workshop = Workshop.of(request.rules(), engine, false, store.map(Results::new), crew);
    this.scanner = new BlobScanner(history, workshop.corpus(), request.jobs());
    this.coverage = new Coverage(workshop.corpus());
    range.commits().forEach(commit -> commits.put(commit.id(), commit));
    var graph = new CommitGraph();
    this.lives = new Lives(graph);
    this.walk = new Walk(history, TreeState.empty(workshop), scanner, graph, lives);
  }

  Check run() {
    listener.progress(0, range.commits().size(), 0);
    walk(request.everything() ? new Demand.Everything() : demanded(), this::step);
    Optional<Version> head = range.heads().stream().findFirst().flatMap(walk::version);
    head.ifPresent(CheckRun::open);
    return result(head);
  }

  /**
   * The functions that the change can make a difference to: those it touches, then those who hear
   * something else from one of these than before, and so on until nobody does. Of each it must be
   * known what stood before, so the walk begins again for those that were met on the way; what was
   * analysed for one walk serves the next.
   */
  private Demand demanded() {
    Set<FunctionId> wanted = Set.of();
    while (true) {
      Set<FunctionId> more = new HashSet<>(wanted);
      walk(Demand.of(wanted), (_, _, next) -> more.addAll(next.beyond()));
      if (more.size() == wanted.size()) {
        return Demand.of(wanted);
      }
      wanted = more;
    }
  }

  private void walk(Demand demand, Walk.Listener hears) {
    var graph = new CommitGraph();
    lives = new Lives(graph);
    walk = new Walk(history, TreeState.empty(workshop, demand), scanner, graph, lives);
    // Few, and each is compared with its parent.
    commits.keySet().forEach(walk::keep);
    Optional<String> near = Optional.empty();
    for (String start : range.starts()) {
      begin(start, near, demand);
      near = near.or(() -> Optional.of(start));
    }
    walk.through(range.commits(), hears);
  }

  private void begin(String start, Optional<String> near, Demand demand) {
    TreeState known = starts.get(start);
    if (known != null && demand instanceof Demand.Some(Set<FunctionId> functions)) {
      walk.start(start, near, known.knowing(functions));
    } else {
      walk.start(start, near, (_, _, _) -> {});
    }
    walk.version(start).ifPresent(version -> starts.put(start, version.state()));
  }

  private void step(Version version, Changes changes, TreeState.Next next) {
    for (Change change : changes.changes()) {
      files.add(change.path());
      if (change instanceof Change.Put(String _, String blob)) {
        coverage.blob(blob);
      }
    }
    coverage.look(next.state(), next.functions());
    functions.addAll(next.functions());
    Commit commit = commits.get(version.commit());
    if (commit != null) {
      commit.parents().stream()
          .findFirst()
          .flatMap(walk::version)
          .ifPresent(parent -> causes(parent, version, next.functions()));
    }
    listener.progress(++done, range.commits().size(), lives.count());
  }

  private void causes(Version parent, Version version, Set<FunctionId> touched) {
    for (FunctionId id : touched) {
      for (Holding holding : version.holdings(id)) {
        Lifeline life = holding.life().whole();
        boolean beginsHere =
            life.beginnings().stream().anyMatch(b -> b.number() == version.number());
        if (beginsHere) {
          Cause.of(parent.state(), version.state(), id, holding.finding())
              .ifPresent(cause -> causes.put(life, cause));
        }
      }
    }
  }

  private static void open(Version head) {
    head.holdings()
        .forEach((id, list) -> list.forEach(h -> h.life().whole().opensAt(head.seen(id, h))));
  }

  private Check result(Optional<Version> head) {
    var writer = new AuditResult(history.name(), request.audit(), List.of());
    List<Notice> notices = new ArrayList<>(damaged());
    List<Life> findings = new ArrayList<>();
    boolean passes = true;
    if (head.isPresent()) {
      var ignores = new Ignores(history, range.starts(), head.get().commit(), files);
      for (List<Lifeline> shared : Fate.shared(lives.lives())) {
        Lifeline line = shared.getFirst();
        Life life = life(shared, writer);
        if (writer.isReported(line) && life.confidence().compareTo(request.confidence()) >= 0) {
          Optional<Ignore> silence = line.isOpen() ? ignores.silencing(life) : Optional.empty();
          boolean bringsIn = life.state() == Life.State.INTRODUCED;
          passes &= !bringsIn || silence.filter(s -> !ignores.isAdded(s)).isPresent();
          boolean wanted = bringsIn || life.state() == Life.State.REPAIRED || request.everything();
          if (wanted && silence.isEmpty()) {
            findings.add(life);
          }
        }
      }
      notices.addAll(ignores.notices());
      List<TreeState> before = new ArrayList<>();
      range.starts().forEach(s -> walk.version(s).ifPresent(v -> before.add(v.state())));
      notices.addAll(new NewGaps(history, before, head.get()).notices(functions, files));
    }
    Audit audit = writer.of(range, List.of(), coverage.counts(), notices);
    return new Check(audit.with(findings), passes);
  }

  private Life life(List<Lifeline> shared, AuditResult writer) {
    Lifeline line = shared.getFirst();
    Life life = writer.life(shared);
    boolean stood = life.introduced().isEmpty();
    Life.State state =
        stood ? life.state() : line.isOpen() ? Life.State.INTRODUCED : Life.State.REPAIRED;
    Finding finding = line.last().sighting().finding();
    Place at = life.location();
    List<RelatedLine> related = new ArrayList<>(life.related());
    Cause cause =
        shared.stream().map(causes::get).filter(Objects::nonNull).findFirst().orElse(null);
    Place place = at;
    if (cause != null) {
      FunctionId changed = cause.function();
      place = new Place(at.commit(), changed.file(), changed.name(), cause.line(), 1);
      related.addFirst(
          new RelatedLine(
              at.file(), at.function(), at.line(), "goes wrong here because of the change"));
    }
    return life.seenAs(state, place, related, finding.advice());
  }

  private List<Notice> damaged() {
    Set<Damage> damage = new LinkedHashSet<>(range.damage());
    damage.addAll(walk.damage());
    List<Notice> notices = new ArrayList<>();
    damage.forEach(one -> notices.add(Notice.of(one)));
    for (String path : proposed.skipped()) {
      notices.add(
          new Notice(
              Notice.Kind.NOT_ANALYSED,
              Optional.of(path),
              Optional.empty(),
              OptionalInt.empty(),
              "a binary patch, left out"));
    }
    return notices;
  }

  @Override
  public void close() {
    scanner.close();
    crew.close();
    store.ifPresent(Store::close);
  }
}
