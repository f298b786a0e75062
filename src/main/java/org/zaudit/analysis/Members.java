package org.zaudit.analysis;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.zaudit.analysis.Holding.Act;
import org.zaudit.analysis.Holding.Key;
import org.zaudit.analysis.Ledger.Entry.Member;
import org.zaudit.analysis.Ledger.Way;
import org.zaudit.rules.Resource;
import org.zaudit.syntax.TypeName;

/**
 * What one function does to references in members of structures and in static storage, which it
 * leaves to other functions or has from them.
 */
final class Members {
  private final String function;
  private final Map<String, TypeName> types = new HashMap<>();
  private final Set<Ledger.Entry> entries = new LinkedHashSet<>();
  private final Set<Result.Site> sites = new LinkedHashSet<>();

  Members(String function) {
    this.function = function;
  }

  void declare(String variable, TypeName type) {
    types.put(variable, type);
  }

  Set<Ledger.Entry> entries() {
    return entries;
  }

  Set<Result.Site> sites() {
    return sites;
  }

  /** Something is set up in a place. */
  void setUp(State state, Key key, String kind, Act act) {
    if (key.object() instanceof Symbol.Address(Location place)) {
      member(state, place).ifPresent(at -> add(Way.TAKEN, at, key, kind, act));
    }
  }

  /** A reference lies in one place, and nobody else has it, when the function is done. */
  void left(State state, Key key, Holding held) {
    Symbol object = key.object();
    List<Location> places =
        state.namesOf(object).stream()
            .filter(place -> !(place.base() instanceof Location.Local))
            .toList();
    boolean isElsewhere =
        held.isShared()
            || places.size() != 1
            || state.returned.filter(value -> value.mentions(object)).isPresent()
            || state.past.captured().contains(object)
            || state.past.handedOn().contains(object);
    if (!isElsewhere
        && state.read(places.getFirst()).equals(object)
        && !places.getFirst().mentions(object)) {
      member(state, places.getFirst())
          .ifPresent(at -> add(Way.TAKEN, at, key, held.kind(), held.acquire()));
    }
  }

  /**
   * @param held null when nothing is known of it here
   */
  void given(
      State state, Key key, @Nullable Holding held, Resource resource, String kind, Act act) {
    if (held != null && held.owned() && isOursAlone(state, key.object())) {
      return;
    }
    Optional<Place> place =
        switch (key.object()) {
          case Symbol.Address(Location at) -> member(state, at);
          case Symbol.Content(Location at) -> member(state, at);
          default -> Optional.empty();
        };
    if (!key.object().isOnTheStack()) {
      add(Way.GIVEN, place.orElse(NOWHERE), key, kind, act);
    }
    if (resource.mortal() && !resource.counted() && !resource.inPlace()) {
      holder(state, key.object())
          .ifPresent(
              whole -> add(Way.FREED, new Place(whole.type(), "", whole.name()), key, kind, act));
    }
  }

  /** Somebody keeps what lies in a place, and may give it back from elsewhere. */
  void handedOver(State state, Symbol object) {
    if (object instanceof Symbol.Content(Location at)) {
      member(state, at)
          .ifPresent(place ->
              entries.add(
                  new Member(
                      Way.GIVEN,
                      place.holder(),
                      place.field(),
                      place.name(),
                      "",
                      "",
                      "",
                      "",
                      function)));
    }
  }

  /** Taken here, and in something that nobody else has come to know: it was a try that failed. */
  private static boolean isOursAlone(State state, Symbol object) {
    if (!(object instanceof Symbol.Address(Location(Location.Pointee(Symbol pointer), _, _)))) {
      return true;
    }
    Symbol whole = pointer.object();
    return !state.past.captured().contains(whole)
        && !state.past.handedOn().contains(whole)
        && state.namesOf(whole).stream()
            .allMatch(name -> name.base() instanceof Location.Local || name.mentions(whole))
        && state.holdings.entrySet().stream()
            .noneMatch(e -> e.getKey().object().equals(whole) && e.getValue().isShared());
  }

  private void add(Way way, Place at, Key key, String kind, Act act) {
    var member =
        new Member(
            way,
            at.holder(),
            at.field(),
            at.name(),
            key.rule(),
            key.resource(),
            kind,
            act.callee(),
            function);
    entries.add(member);
    sites.add(new Result.Site(member.effect(), act.at()));
  }

  private record Place(String holder, String field, String name) {}

  private static final Place NOWHERE = new Place(Member.UNKNOWN, "", "");

  private Optional<Place> member(State state, Location place) {
    String fields =
        place.steps().stream()
            .filter(Location.Field.class::isInstance)
            .map(step -> ((Location.Field) step).name())
            .collect(Collectors.joining("."));
    return switch (place.base()) {
      case Location.Local _ -> Optional.empty();
      case Location.Global(String name) -> {
        String path = fields.isEmpty() ? name : name + "." + fields;
        yield Optional.of(new Place("", path, path));
      }
      case Location.Pointee(Symbol pointer) ->
          fields.isEmpty()
              ? Optional.empty()
              : Optional.of(
                  holder(state, pointer)
                      .map(h -> new Place(h.type(), fields, h.name() + "->" + fields))
                      .orElse(new Place(Member.UNKNOWN, fields, fields)));
    };
  }

  private record Holder(String type, String name) {}

  /** The structure that a value points to, by the variable that has this value. */
  private Optional<Holder> holder(State state, Symbol pointer) {
    for (Location name : state.namesOf(pointer)) {
      if (name.base() instanceof Location.Local(String variable)
          && name.steps().isEmpty()
          && state.read(name).equals(pointer)) {
        TypeName type = types.get(variable);
        if (type != null && isStructure(type)) {
          return Optional.of(new Holder(type.base(), variable));
        }
      }
    }
    return Optional.empty();
  }

  private static boolean isStructure(TypeName type) {
    var pointedTo = new TypeName(type.base(), 0, false, false, type.isStatic(), type.isConst());
    return type.pointers() == 1
        && !type.array()
        && !type.function()
        && !pointedTo.isNumber()
        && !type.base().equals("void");
  }
}
