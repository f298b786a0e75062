package org.zaudit.audit;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.zaudit.analysis.Event;
import org.zaudit.analysis.Finding;
import org.zaudit.analysis.Result;
import org.zaudit.source.Condition;
import org.zaudit.source.Span;

/** Finds the places of findings in a tree. */
final class Viewer {
  private final TreeState state;

  Viewer(TreeState state) {
    this.state = state;
  }

  /** Where a finding of a function of this tree lies, step by step. */
  Sighting sight(FunctionId id, TreeFinding found) {
    Finding finding = found.finding();
    SourceText text = SourceText.of(piece(id).orElseThrow());
    SourceText.Position at = text.position(finding.location());
    List<EventLine> events = new ArrayList<>();
    for (Event event : finding.events()) {
      SourceText.Position place = text.position(event.at());
      events.add(
          new EventLine(
              event.kind(),
              id.file(),
              id.name(),
              place.line(),
              place.column(),
              place.source(),
              event.note()));
    }
    return new Sighting(
        found.fingerprint(),
        finding,
        condition(found.condition()),
        id.file(),
        id.name(),
        at.line(),
        at.column(),
        List.copyOf(events),
        related(id, found));
  }

  /** The line of a span in a function of this tree. */
  int line(FunctionId id, Span span) {
    return SourceText.of(piece(id).orElseThrow()).position(span).line();
  }

  /** The line on which a function of this tree has its name. */
  int line(FunctionId id) {
    return line(id, head(id));
  }

  /** The lines on which the steps of a finding stand, without the white space around them. */
  List<String> statements(FunctionId id, TreeFinding found) {
    SourceText text = SourceText.of(piece(id).orElseThrow());
    return found.finding().events().stream()
        .map(event -> event.kind() + " " + text.position(event.at()).source().strip())
        .toList();
  }

  private static Optional<String> condition(Condition condition) {
    return condition.isAlways() ? Optional.empty() : Optional.of(condition.toString());
  }

  /** Every place once: where each named function has the effect, or else its head. */
  private List<RelatedLine> related(FunctionId id, TreeFinding found) {
    Scope scope = new Scope(state.tree(), found.world(), state.workshop().vocabulary());
    Set<RelatedLine> lines = new LinkedHashSet<>();
    for (Finding.Related related : found.finding().related()) {
      for (Scope.Target target : scope.functions(id.file(), related.function())) {
        FunctionId other = target.definition().id();
        SourceText text = SourceText.of(piece(other).orElseThrow());
        int line = text.position(site(other, found.world(), related.effect())).line();
        lines.add(new RelatedLine(other.file(), other.name(), line, related.note()));
      }
    }
    return List.copyOf(lines);
  }

  private Span site(FunctionId id, int world, String effect) {
    List<Result.Site> sites =
        state.worlds().get(world).outcome(id).map(o -> o.result().sites()).orElse(List.of());
    return sites.stream()
        .filter(site -> site.effect().equals(effect))
        .findFirst()
        .map(Result.Site::at)
        .orElseGet(() -> head(id));
  }

  /** The name of a function in its definition. */
  private Span head(FunctionId id) {
    String text = piece(id).orElseThrow().body().text().text();
    int at = Math.max(0, text.indexOf(id.name()));
    return new Span(at, at + id.name().length());
  }

  private Optional<FileFacts.Piece> piece(FunctionId id) {
    FileEntry entry = state.tree().files().get(id.file());
    return entry == null
        ? Optional.empty()
        : entry.facts().functions().stream()
            .filter(p -> p.ordinal() == id.ordinal() && p.body().name().equals(id.name()))
            .findFirst();
  }
}
