package org.zaudit.analysis;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.zaudit.analysis.Holding.Act;
import org.zaudit.analysis.Holding.Key;
import org.zaudit.analysis.Ledger.Entry.Member;
import org.zaudit.analysis.Ledger.Way;
import org.zaudit.rules.Resource;
import org.zaudit.syntax.TypeName;

/**
 * What one function contributes to the ledger: which containers it ends, and what it does to
 * references in members of structures and in static storage, which it leaves to other functions or
 * has from them. A member is known by the type of the structure and its name, whatever the object,
 * so that no more than declarations is asked of types. Belongs to the analysis of one function.
 */
final class Contribution {
  private final String function;
  private final Predicate<String> isContract;
  private final Variables variables;
  private final Set<Ledger.Entry> entries = new LinkedHashSet<>();
  private final Set<Result.Site> sites = new LinkedHashSet<>();

  private record Stored(Place at, Holding held) {}

  /** References that were stored in members on some path, by the member. */
  private final Map<Key, Map<String, Stored>> stored = new LinkedHashMap<>();

  /** Objects that on some path went on from the place where they were stored. */
  private final Set<Symbol> elsewhere = new HashSet<>();

  /**
   * @param variables those of the function
   * @param isContract whether rules say what a function of that name does
   */
  Contribution(String function, Variables variables, Predicate<String> isContract) {
    this.function = function;
    this.variables = variables;
    this.isContract = isContract;
  }

  Set<Ledger.Entry> entries() {
    return entries;
  }

  Set<Result.Site> sites() {
    return sites;
  }

  /** The whole array in a member is given back, as far as its count says. */
  void end(String array, String count, String resource) {
    entries.add(new Ledger.Entry.Container(array, count, resource, function, released(resource)));
  }

  /** A reference that was there before is given back. */
  void releases(String resource, Act act) {
    sites.add(new Result.Site(released(resource), act.at()));
  }

  private static String released(String resource) {
    return "release " + resource;
  }

  /**
   * Something is stored where others may find it.
   *
   * @param before what stood there
   */
  void stored(
      State state, Location place, Symbol value, @Nullable Symbol before, Predicate<Key> isMortal) {
    if (before instanceof Symbol.Made && isOutside(place)) {
      isElsewhere(before);
    }
    if (!(value instanceof Symbol.Made) || !isOutside(place) || place.mentions(value)) {
      return;
    }
    state.holdings.forEach((key, held) -> {
      if (key.object().equals(value)
          && held.net() > 0
          && held.acquire().happened()
          && !held.acquire().lodged()
          && !held.isShared()
          && isMortal.test(key)) {
        member(state, place)
            .ifPresent(at ->
                stored
                    .computeIfAbsent(key, _ -> new LinkedHashMap<>())
                    .put(at.field(), new Stored(at, held)));
      }
    });
  }

  /** True when this function did it, and not one that it called. */
  boolean isOwnAct(Act act) {
    return isContract.test(act.callee());
  }

  private static boolean isOutside(Location place) {
    return !(place.base() instanceof Location.Local);
  }

  /** Somebody has a reference by another way than the place where it was stored. */
  void isElsewhere(Symbol object) {
    elsewhere.add(Trail.young(object));
  }

  /** What lies in one place, and nowhere else, when the function is done. */
  void finish() {
    stored.forEach((key, places) -> {
      if (places.size() == 1 && !elsewhere.contains(key.object())) {
        places
            .values()
            .forEach(s -> add(Way.TAKEN, s.at(), key, s.held().kind(), s.held().acquire()));
      }
    });
  }

  /** Something is set up in a place. */
  void setUp(State state, Key key, String kind, Act act) {
    if (key.object() instanceof Symbol.Address(Location place)) {
      member(state, place).ifPresent(at -> add(Way.TAKEN, at, key, kind, act));
    }
  }

  /** A way out of the function: what it has allocated, and what it returns. */
  void leave(State state, Function<Key, Resource> resources) {
    state.returned.ifPresent(this::isElsewhere);
    state.holdings.forEach((key, held) -> {
      Resource resource = resources.apply(key);
      if (held.acquire().happened()
          && !held.acquire().lodged()
          && resource.mortal()
          && !resource.counted()) {
        made(state, key, held);
      }
    });
  }

  private void made(State state, Key key, Holding held) {
    holder(state, key.object())
        .ifPresent(whole ->
            add(
                Way.MADE,
                new Place(whole.type(), "", whole.name()),
                key,
                held.kind(),
                held.acquire()));
  }

  /**
   * Something is given back.
   *
   * @param held null when nothing is known of it here
   */
  void given(
      State state, Key key, @Nullable Holding held, Resource resource, String kind, Act act) {
    if (state.namesOf(key.object()).stream().anyMatch(Contribution::isOutside)) {
      isElsewhere(key.object());
    }
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
    isElsewhere(object);
    if (object instanceof Symbol.Content(Location at)) {
      member(state, at)
          .ifPresent(place ->
              entries.add(
                  new Member(
                      Way.HANDED_OVER,
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
    if (!(object instanceof Symbol.Address(Location(Location.Base base, _, _)))) {
      return true;
    }
    if (!(base instanceof Location.Pointee(Symbol pointer))) {
      return base instanceof Location.Local;
    }
    Symbol whole = pointer.object();
    return !state.past.captured().contains(whole)
        && !state.past.handedOn().contains(whole)
        && state.namesOf(whole).stream().noneMatch(name -> isOutside(name) && !name.mentions(whole))
        && state.holdings.entrySet().stream()
            .noneMatch(e -> e.getKey().object().equals(whole) && e.getValue().isShared());
  }

  private void add(Way way, Place at, Key key, String kind, Act act) {
    // Of what a contract speaks of, what it is made of is another matter.
    boolean isDirect = isOwnAct(act) && !isContract.test(function);
    if (way == Way.TAKEN && at.holder().isEmpty() && !isDirect) {
      // Who is called takes it.
      return;
    }
    var member =
        new Member(
            way,
            at.holder(),
            at.field(),
            at.name(),
            key.rule(),
            key.resource(),
            isDirect ? kind : "",
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
        TypeName type = variables.type(variable);
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
