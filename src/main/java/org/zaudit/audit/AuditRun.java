package org.zaudit.audit;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.zaudit.analysis.Crew;
import org.zaudit.audit.store.Store;
import org.zaudit.history.Change;
import org.zaudit.history.Changes;
import org.zaudit.history.Commit;
import org.zaudit.history.Damage;
import org.zaudit.history.History;
import org.zaudit.history.Selection;
import org.zaudit.history.Tag;
import org.zaudit.source.ChunkText;

/** One audit of one history. */
final class AuditRun implements AutoCloseable {
  private final History history;
  private final AuditRequest request;
  private final AuditListener listener;
  private final Optional<Store> store;
  private final Crew crew;
  private final Workshop workshop;
  private final BlobScanner scanner;
  private final CommitGraph graph = new CommitGraph();
  private final Lives lives = new Lives(graph);
  private final Walk walk;
  private final Coverage coverage;
  private final List<Tag> tags;
  private final Map<String, List<Tag>> tagsOf = new HashMap<>();
  private final BooleanSupplier isDue;
  private int done;
  private int total;

  /**
   * @param isDue asked after each commit: whether how the walk stands is to be kept, so that a run
   *     that goes on after this one was stopped need not begin anew
   */
  AuditRun(
      History history,
      AuditRequest request,
      Engine engine,
      AuditListener listener,
      BooleanSupplier isDue) {
    this.isDue = isDue;
    this.history = history;
    this.request = request;
    this.listener = listener;
    this.store =
        request
            .kept()
            .map(folder -> Store.open(folder, Edition.of(request.rules(), request.everything())));
    this.crew = new Crew(request.jobs());
    this.workshop =
        Workshop.of(request.rules(), engine, request.everything(), store.map(Results::new), crew);
    this.scanner = new BlobScanner(history, workshop.corpus(), request.jobs());
    this.walk = new Walk(history, TreeState.empty(workshop), scanner, graph, lives);
    this.coverage = new Coverage(workshop.corpus());
    this.tags = request.releases() ? history.tags() : List.of();
    tags.forEach(tag -> tagsOf.computeIfAbsent(tag.commit(), _ -> new ArrayList<>()).add(tag));
  }

  Audit run() {
    Selection range = history.select(request.query());
    total = range.commits().size();
    listener.progress(0, total, 0);
    SideLines side = SideLines.of(history, range, tags);
    Optional<KeptAudit> kept =
        store.map(s -> KeptAudit.of(s, history.name(), request, range, side, tags));
    // An object that could not be read may be there the next time.
    return kept.filter(_ -> range.damage().isEmpty())
        .flatMap(KeptAudit::find)
        .orElseGet(() -> {
          Audit audit = run(range, side);
          if (range.damage().isEmpty() && walk.damage().isEmpty()) {
            kept.ifPresent(k -> k.keep(audit));
          }
          return audit;
        });
  }

  private Audit run(Selection range, SideLines side) {
    side.forks().forEach(walk::keep);
    range.heads().forEach(walk::keep);
    Optional<KeptWalk> kept = store.map(s -> KeptWalk.of(s, range, this::tagsOf));
    Optional<KeptWalk.Resume> earlier = kept.flatMap(k -> k.find(side.forks()));
    Optional<String> near = range.starts().stream().findFirst();
    earlier.ifPresentOrElse(e -> resume(range, e), () -> begin(range, near));
    int walked = earlier.map(KeptWalk.Resume::walked).orElse(0);
    walk(range, walked, kept);
    Snapshot walkedAll = snapshot();
    open(range.heads());
    Optional<Followed> followed = follow(side, near, earlier.flatMap(e -> e.snapshot().followed()));
    if (isUndamaged(range)) {
      kept.ifPresent(k -> k.keep(range.commits().size(), walkedAll.with(followed)));
    }
    return new AuditResult(history.name(), request, tags)
        .of(range, lives.lives(), coverage.counts(), notices(range));
  }

  private void walk(Selection range, int walked, Optional<KeptWalk> kept) {
    int first = done - walked;
    walk.through(
        range.commits().subList(walked, range.commits().size()),
        (version, changes, next) -> {
          inRange(version, changes, next);
          if (kept.isPresent() && isUndamaged(range) && isDue.getAsBoolean()) {
            kept.get().keep(done - first, snapshot());
          }
        });
  }

  private boolean isUndamaged(Selection range) {
    return range.damage().isEmpty() && walk.damage().isEmpty();
  }

  private Snapshot snapshot() {
    return new Snapshot(lives.save(), coverage.save(), walk.save(), Optional.empty());
  }

  private void begin(Selection range, Optional<String> near) {
    for (String start : range.starts()) {
      walk.start(start, near.filter(first -> !first.equals(start)), this::inRange);
    }
  }

  private void resume(Selection range, KeptWalk.Resume earlier) {
    range.starts().forEach(start -> graph.add(start, List.of()));
    range.commits().subList(0, earlier.walked()).forEach(graph::add);
    lives.restore(earlier.snapshot().lives());
    coverage.restore(earlier.snapshot().coverage());
    walk.resume(earlier.snapshot().versions());
    done = earlier.walked();
  }

  private List<Tag> tagsOf(String commit) {
    return tagsOf.getOrDefault(commit, List.of());
  }

  private void inRange(Version version, Changes changes, TreeState.Next next) {
    for (Change change : changes.changes()) {
      if (change instanceof Change.Put(String _, String blob)) {
        coverage.blob(blob);
      }
    }
    coverage.look(next.state(), next.functions());
    passed(version);
  }

  private void passed(Version version) {
    tagged(version);
    done++;
    listener.progress(Math.min(done, total), total, lives.count());
  }

  private void tagged(Version version) {
    for (Tag tag : tagsOf(version.commit())) {
      forEachLife(version, (_, holding) -> holding.life().whole().carriedBy(tag.name()));
    }
  }

  private void open(List<String> heads) {
    // Seen as the first of the heads sees it.
    for (String head : heads.reversed()) {
      walk.version(head)
          .ifPresent(version ->
              forEachLife(
                  version,
                  (id, holding) -> holding.life().whole().opensAt(version.seen(id, holding))));
    }
  }

  private interface Visitor {
    void visit(FunctionId id, Holding holding);
  }

  private static void forEachLife(Version version, Visitor visitor) {
    version.holdings().forEach((id, list) -> list.forEach(holding -> visitor.visit(id, holding)));
  }

  /**
   * Goes to the tags of other lines that contain a commit which brought something in; or does what
   * was done when these were reached before. Returns what that was, if it can be said.
   */
  private Optional<Followed> follow(
      SideLines side, Optional<String> near, Optional<Followed> earlier) {
    Lives.Saved before = lives.save();
    int numbers = graph.size();
    BitSet beginnings = new BitSet();
    lives.lives().forEach(life -> life.beginnings().forEach(b -> beginnings.set(b.number())));
    List<Commit> ends = side.ends(beginnings, graph);
    ChunkText.Digest lines = KeptWalk.lines(side.commits(), ends, this::tagsOf);
    Optional<Followed> again =
        earlier.filter(e -> e.serves(lines, lives)).map(e -> e.after(numbers));
    if (again.isPresent()) {
      again.get().applyTo(lives);
      return again;
    }
    lives.leaveRange();
    total += ends.size();
    var sideWalk = new SideWalk(walk, side.commits(), near, (version, _, _) -> tagged(version));
    for (Commit end : ends) {
      sideWalk.reach(end);
      listener.progress(Math.min(++done, total), total, lives.count());
    }
    return Followed.between(lines, numbers, before, lives);
  }

  private List<Notice> notices(Selection range) {
    Set<Damage> damage = new java.util.LinkedHashSet<>(range.damage());
    damage.addAll(walk.damage());
    List<Notice> notices = new ArrayList<>();
    damage.forEach(one -> notices.add(Notice.of(one)));
    notices.addAll(coverage.notices());
    return notices;
  }

  @Override
  public void close() {
    scanner.close();
    crew.close();
    store.ifPresent(Store::close);
  }
}
