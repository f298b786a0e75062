package org.zaudit.audit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.zaudit.analysis.Ledger;
import org.zaudit.analysis.Ledger.Entry.Member;
import org.zaudit.analysis.Ledger.Orphan;

/**
 * Joins what the functions of a tree contribute to the field ledger, and finds what does not fit
 * together: what is given back as another kind than any function takes it as; and what is taken
 * into a member of a structure, or into static storage, and given back from there by no function,
 * though some function frees the structure or gives back what was taken along with it. Who mentions
 * the member, and gives such things back from where the engine cannot tell, is believed to.
 */
final class Pairing {
  private final Scope scope;
  private final Mentions mentions;
  private final WorldState state;

  /** What was taken into one place, or given back from places of that name. */
  private record Place(String holder, String field, String rule, String resource, String kind) {
    static final Comparator<Place> ORDER =
        Comparator.comparing(Place::rule)
            .thenComparing(Place::resource)
            .thenComparing(Place::kind)
            .thenComparing(Place::holder)
            .thenComparing(Place::field);

    static Place of(Member member) {
      return new Place(
          member.holder(), member.field(), member.rule(), member.resource(), member.kind());
    }

    /** One that is given back by what does not ask for its kind. */
    Place ofAnyKind() {
      return new Place(holder, field, rule, resource, "");
    }

    static Place ofName(Member member) {
      return new Place("", member.word(), member.rule(), member.resource(), "");
    }
  }

  private record Act(FunctionId function, Member member) {}

  private final Map<Place, List<Act>> taken = new TreeMap<>(Place.ORDER);
  private final Map<Place, List<Act>> takenAs = new HashMap<>();
  private final Map<Place, List<Act>> givenAs = new TreeMap<>(Place.ORDER);
  private final Set<Place> given = new HashSet<>();

  /** Words for members. */
  private final Set<String> handedOver = new HashSet<>();

  private final Map<FunctionId, Set<Place>> givenFromAnywhere = new HashMap<>();
  private final Map<Place, List<Act>> givenStatic = new HashMap<>();
  private final Map<String, List<Act>> freed = new HashMap<>();
  private final Map<FunctionId, List<Member>> takenBy = new HashMap<>();

  /** What {@link Pairs} remember of how they were found. */
  private final Set<String> words = new HashSet<>();

  private final Set<FunctionId> mentioning = new HashSet<>();

  /** Functions that may have given something back from any place that they mention. */
  private final Set<FunctionId> unclear = new HashSet<>();

  /**
   * @param mentions by whatever function
   */
  Pairing(Scope scope, Mentions mentions, WorldState state) {
    this.scope = scope;
    this.mentions = mentions;
    this.state = state;
    state.outcomes().keySet().stream().filter(this::isBounded).forEach(unclear::add);
    // In one order, whatever the state came from.
    Map<FunctionId, List<Ledger.Entry>> sorted = new TreeMap<>(FunctionId.ORDER);
    sorted.putAll(state.entries());
    sorted.forEach((function, entries) -> {
      for (Ledger.Entry entry : entries) {
        if (entry instanceof Member member) {
          enter(new Act(function, member));
        }
      }
    });
    unclear.addAll(givenFromAnywhere.keySet());
  }

  Pairs pairs() {
    Map<FunctionId, List<Ledger.Fault>> faults = new TreeMap<>(FunctionId.ORDER);
    taken.forEach((place, acts) -> orphans(place, acts, faults));
    givenAs.forEach((place, acts) -> mismatches(place, acts, faults));
    return new Pairs(faults, words, mentioning);
  }

  /** What is taken into a place and not given back from there. */
  private void orphans(Place place, List<Act> acts, Map<FunctionId, List<Ledger.Fault>> faults) {
    Member member = acts.getFirst().member();
    if (given.contains(Place.ofName(member)) || handedOver.contains(member.word())) {
      return;
    }
    Set<FunctionId> takers = new HashSet<>();
    acts.forEach(act -> takers.add(act.function()));
    List<Act> ends = ends(place, acts, takers);
    if (ends.isEmpty() || takers.stream().anyMatch(this::isBounded) || mayBeGiven(member)) {
      return;
    }
    Act end = ends.getFirst();
    List<String> others =
        ends.stream()
            .map(act -> act.member().function())
            .filter(name -> !name.equals(end.member().function()))
            .distinct()
            .toList();
    faults
        .computeIfAbsent(end.function(), _ -> new ArrayList<>())
        .add(new Orphan(member, end.member(), others));
  }

  /** Who gives something back in a way that suits none of those who take it. */
  private void mismatches(Place place, List<Act> acts, Map<FunctionId, List<Ledger.Fault>> faults) {
    List<Act> takers = takenAs.getOrDefault(place, List.of());
    for (Act act : acts) {
      Member given = act.member();
      boolean isAlike =
          takers.stream()
              .map(taker -> taker.member().kind())
              .anyMatch(kind -> kind.isEmpty() || kind.equals(given.kind()));
      // Many take what they are handed by others; who does both in one file knows what it is.
      Optional<Act> taker =
          takers.stream()
              .filter(other -> other.function().file().equals(act.function().file()))
              .findFirst();
      if (!isAlike && taker.isPresent() && !mayBeFilledByCallers(given)) {
        faults
            .computeIfAbsent(act.function(), _ -> new ArrayList<>())
            .add(new Ledger.Mismatch(taker.get().member(), given));
      }
    }
  }

  private void enter(Act act) {
    Member member = act.member();
    Place place = Place.of(member).ofAnyKind();
    switch (member.way()) {
      case TAKEN, MADE -> takenAs.computeIfAbsent(place, _ -> new ArrayList<>()).add(act);
      case GIVEN, FREED -> {
        if (!member.kind().isEmpty() && !member.holder().equals(Member.UNKNOWN)) {
          givenAs.computeIfAbsent(place, _ -> new ArrayList<>()).add(act);
        }
      }
      case HANDED_OVER -> {}
    }
    switch (member.way()) {
      case MADE -> {}
      case TAKEN -> {
        if (!member.holder().equals(Member.UNKNOWN)) {
          taken.computeIfAbsent(Place.of(member), _ -> new ArrayList<>()).add(act);
          takenBy.computeIfAbsent(act.function(), _ -> new ArrayList<>()).add(member);
        }
      }
      case GIVEN -> {
        if (member.field().isEmpty()) {
          givenFromAnywhere
              .computeIfAbsent(act.function(), _ -> new HashSet<>())
              .add(Place.of(member));
        } else {
          given.add(Place.ofName(member));
        }
        if (member.holder().isEmpty()) {
          givenStatic.computeIfAbsent(Place.of(member), _ -> new ArrayList<>()).add(act);
        }
      }
      case HANDED_OVER -> handedOver.add(member.word());
      case FREED -> freed.computeIfAbsent(member.holder(), _ -> new ArrayList<>()).add(act);
    }
  }

  /** Where a structure is freed; or what was taken into static storage beside this, given back. */
  private List<Act> ends(Place place, List<Act> acts, Set<FunctionId> takers) {
    List<Act> ends = new ArrayList<>();
    if (place.holder().isEmpty()) {
      for (Act act : acts) {
        for (Member beside : takenBy.getOrDefault(act.function(), List.of())) {
          if (beside.holder().isEmpty()
              && beside.rule().equals(place.rule())
              && beside.resource().equals(place.resource())
              && beside.kind().equals(place.kind())
              && !beside.field().equals(place.field())) {
            Place other = Place.of(beside);
            ends.addAll(givenStatic.getOrDefault(other, List.of()));
            ends.addAll(givenStatic.getOrDefault(other.ofAnyKind(), List.of()));
          }
        }
      }
    } else {
      ends.addAll(freed.getOrDefault(place.holder(), List.of()));
    }
    ends.removeIf(end -> takers.contains(end.function()));
    // Who calls one of them does the same, by it.
    Set<String> names = new HashSet<>();
    ends.forEach(end -> names.add(end.member().function()));
    ends.removeIf(end -> names.contains(end.member().callee()));
    return ends;
  }

  /** Somebody puts there what he was handed: of what kind that is his callers know. */
  private boolean mayBeFilledByCallers(Member member) {
    words.add(member.word());
    return decidedBy(
        mentions.of(Set.of(member.word())).stream().filter(scope::has),
        id ->
            scope
                .tree()
                .definition(id)
                .filter(d -> KeptArguments.inMember(d.body().text().text(), member.word()))
                .isPresent());
  }

  private boolean decidedBy(Stream<FunctionId> functions, Predicate<FunctionId> test) {
    Optional<FunctionId> first = functions.filter(test).findFirst();
    first.ifPresent(mentioning::add);
    return first.isPresent();
  }

  /** By who mentions it, and gives such things back from where cannot be told. */
  private boolean mayBeGiven(Member member) {
    Place any = new Place(Member.UNKNOWN, "", member.rule(), member.resource(), member.kind());
    words.add(member.word());
    return decidedBy(
        unclear.stream(),
        id -> {
          Set<Place> places = givenFromAnywhere.getOrDefault(id, Set.of());
          return (isBounded(id) || places.contains(any) || places.contains(any.ofAnyKind()))
              && mentions(id, member.word());
        });
  }

  private boolean mentions(FunctionId id, String word) {
    return scope.tree().definition(id).filter(d -> scope.names(d).contains(word)).isPresent();
  }

  private boolean isBounded(FunctionId id) {
    return state.isBounded(id);
  }
}
