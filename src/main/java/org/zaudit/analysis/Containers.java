package org.zaudit.analysis;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.zaudit.analysis.Exits.Exit;
import org.zaudit.analysis.Finding.ContainerNeed;
import org.zaudit.analysis.Holding.Key;
import org.zaudit.analysis.Symbol.Content;
import org.zaudit.analysis.Symbol.Made;

/** What the ways out of a function leave of the runs in arrays, and of single slots of them. */
final class Containers {
  private final Reports reports;
  private final Contribution contribution;

  Containers(Reports reports, Contribution contribution) {
    this.reports = reports;
    this.contribution = contribution;
  }

  void judge(Exit exit, List<Exit> all) {
    State state = exit.state();
    for (Segment s : state.segments) {
      if (s.way() == Segment.Way.ACQUIRED) {
        if (!lengthIsKnown(state, s)) {
          reports.partial(state, s, exit.at());
        }
      } else if (!s.all() && !s.act().inherited() && !state.ended.contains(s.array())) {
        need(state, s.array(), s.resource())
            .ifPresent(n ->
                reports.staleAlias(
                    state,
                    new Key(s.element(), s.rule(), s.resource()),
                    s.act(),
                    exit.at(),
                    Optional.of(n)));
      } else if (s.all()
          && !s.act().inherited()
          && all.stream().allMatch(x -> x.equals(exit) || endsToo(x.state(), exit.state(), s))) {
        end(s);
      }
      if (s.way() == Segment.Way.RELEASED) {
        contribution.releases(s.resource(), s.act());
      }
    }
    state.holdings.forEach((k, h) -> {
      if (h.net() < 0) {
        contribution.releases(k.resource(), h.release());
        if (k.object() instanceof Content(Location slot)
            && !h.owned()
            && !h.release().inherited()
            && slot.base() instanceof Location.Pointee
            && state.read(slot).equals(k.object())
            && !state.ended.contains(slot.array())
            && slot.visibleToCallerOrAged()) {
          need(state, slot.array(), k.resource())
              .ifPresent(n -> reports.staleAlias(state, k, h.release(), exit.at(), Optional.of(n)));
        }
      }
    });
  }

  /** The field that holds the array, when it is one. */
  private static Optional<ContainerNeed> need(State state, Location array, String resource) {
    if (array.steps().isEmpty()
        && array.base() instanceof Location.Pointee(Content(Location field))
        && !field.steps().isEmpty()
        && field.steps().getLast() instanceof Location.Field) {
      List<String> changed = new ArrayList<>();
      state.memory.forEach((l, v) -> {
        if (l.base().equals(field.base())
            && !v.equals(new Content(l))
            && !v.equals(new Symbol.Aged(new Content(l)))) {
          changed.add(fields(l));
        }
      });
      return Optional.of(new ContainerNeed(fields(field), resource, List.copyOf(changed)));
    }
    return Optional.empty();
  }

  private static String fields(Location l) {
    return l.steps().stream()
        .filter(Location.Field.class::isInstance)
        .map(s -> ((Location.Field) s).name())
        .collect(Collectors.joining("."));
  }

  /**
   * The other way out gives the whole run back as well, or can be told from this one by what the
   * caller knows (there was nothing in it).
   */
  private static boolean endsToo(State other, State state, Segment run) {
    if (other.segments.stream()
        .anyMatch(s ->
            s.array().equals(run.array())
                && s.resource().equals(run.resource())
                && s.way() == run.way()
                && s.all())) {
      return true;
    }
    if (other.range(Arithmetic.apply("-", run.to(), run.from())).high() <= 0) {
      return true;
    }
    return state.facts.entrySet().stream()
        .anyMatch(f ->
            f.getKey().visibleToCaller()
                && other.range(f.getKey()).intersect(f.getValue()).isEmpty());
  }

  /**
   * A function that gives back every element below a count that lies beside the array tells that
   * the array is a container.
   */
  private void end(Segment s) {
    if (s.array().base() instanceof Location.Pointee(Content(Location field))
        && s.from().equals(Symbol.Constant.ZERO)
        && s.to() instanceof Content(Location count)
        && count.base().equals(field.base())) {
      contribution.end(fields(field), fields(count), s.resource());
    }
  }

  /** True when a value that outlives the function tells how many elements were taken. */
  static boolean lengthIsKnown(State state, Segment s) {
    Set<Symbol> parts = new HashSet<>();
    collect(s.to(), parts);
    Set<Symbol> before = new HashSet<>();
    collect(s.from(), before);
    parts.removeAll(before);
    if (parts.isEmpty()) {
      return true;
    }
    if (state.returned.map(r -> parts.stream().anyMatch(r::mentions)).orElse(false)) {
      return true;
    }
    if (parts.stream().allMatch(Symbol::visibleToCaller)) {
      return true;
    }
    return state.memory.entrySet().stream()
        .anyMatch(e -> e.getKey().outlives() && parts.stream().anyMatch(e.getValue()::mentions));
  }

  private static void collect(Symbol s, Set<Symbol> parts) {
    switch (s) {
      case Symbol.Operation(_, Symbol a, Symbol b) -> {
        collect(a, parts);
        collect(b, parts);
      }
      case Symbol.Constant _, Symbol.Named _, Symbol.Text _ -> {}
      case Symbol.Argument _, Content _, Made _, Symbol.Merged _, Symbol.Aged _, Symbol.Address _ ->
          parts.add(s);
    }
  }
}
