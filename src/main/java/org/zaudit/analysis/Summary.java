package org.zaudit.analysis;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.zaudit.source.Condition;

/**
 * What a caller may know of a function: values only, no positions, so that equal summaries mean
 * equal behaviour to every caller (function summaries after Sharir, Pnueli, 1981). Symbols are
 * those of the callee at its entry; {@link Symbol.Made} with a negative site stands for what the
 * call brings into being.
 *
 * @param cases what may happen; of those of one rule exactly one does. Empty with {@code returns}:
 *     the default, it borrows and changes nothing that matters
 * @param returns false when no path comes back
 */
public record Summary(List<Case> cases, boolean returns) {
  /** The node of a {@link Symbol.Merged} that some paths of the callee leave as it was. */
  static final int MAY_STAY = -1;

  /** The node of a {@link Symbol.Merged} that all paths change, each to a value of its own. */
  static final int CHANGED = -2;

  /**
   * The node of a {@link Symbol.Merged} that some paths leave as it was and the others set to NULL.
   */
  static final int STAYS_OR_NULL = -3;

  /** The rule of cases that hold for whatever rule has none of its own. */
  static final String GROUND = "";

  /** What a function is taken for of which nothing is known. */
  public static final Summary TRIVIAL = new Summary(List.of(), true);

  /**
   * @param rule the rule that was followed, or {@link #GROUND}
   * @param condition configurations in which it can happen
   * @param guards what it asks of values at entry; a value that is not named is free
   * @param result what the result may be
   * @param returned the result itself, when the caller can name it or it is new
   * @param captured of the arguments and what they point to, what somebody was given who keeps it
   * @param handedOn objects that somebody was given who keeps them, perhaps, or that were stored
   *     where the caller cannot look
   * @param bounded it may do anything else: not all ways out could be followed
   */
  public record Case(
      String rule,
      Condition condition,
      Map<Symbol, Range> guards,
      Range result,
      Optional<Symbol> returned,
      List<Change> changes,
      List<Store> stores,
      List<Symbol> captured,
      List<Symbol> handedOn,
      boolean bounded) {
    private boolean returnsArgument() {
      return returned.filter(value -> value.object() instanceof Symbol.Argument).isPresent();
    }

    private boolean givesBack(Change.Count what) {
      return changes.stream()
          .anyMatch(c ->
              c instanceof Change.Count count
                  && count.by() < 0
                  && count.object().equals(what.object())
                  && count.resource().equals(what.resource()));
    }

    private boolean isModule() {
      return changes.stream().filter(this::isStatic).count() > Bounds.STATICS;
    }

    private Case withoutStatics() {
      List<Change> others = changes.stream().filter(c -> !isStatic(c)).toList();
      return new Case(
          rule, condition, guards, result, returned, others, stores, captured, handedOn, bounded);
    }

    /** True when a caller finds what it is about by way of static storage alone. */
    private boolean isStatic(Change change) {
      return switch (change) {
        case Change.Count(Symbol.Made made, _, _, _, _, _, _) ->
            returned.filter(r -> r.mentions(made)).isEmpty()
                && stores.stream()
                    .filter(s -> s.value().mentions(made) || s.location().mentions(made))
                    .allMatch(s -> s.location().isStatic());
        case Change.Count count -> Location.pointee(count.object()).isStatic();
        case Change.Run run -> run.array().isStatic();
        case Change.Ended(Location array) -> array.isStatic();
      };
    }

    Case under(Condition other) {
      return new Case(
          rule, other, guards, result, returned, changes, stores, captured, handedOn, bounded);
    }
  }

  /** An effect on references. */
  public sealed interface Change {
    /**
     * True when it is about an object deep inside what the caller handed over. Who does the same
     * again does it, as a rule, to another one: the next of a list, the one put in its place.
     */
    default boolean isInside() {
      return this instanceof Count count && count.object().pointers() > Bounds.IN_SIGHT;
    }

    /** True when it is about what lies in something that the caller handed over. */
    default boolean isInsideArgument() {
      return this instanceof Count count && count.object().pointers() > 0;
    }

    /**
     * The number of references on one object.
     *
     * @param by zero of one that came to be and was given back, and is still named
     */
    record Count(
        Symbol object,
        String rule,
        String resource,
        String kind,
        int by,
        Map<String, Symbol> match,
        String callee)
        implements Change {}

    /** References in a run of array elements. */
    record Run(
        Location array,
        Symbol from,
        Symbol to,
        String rule,
        String resource,
        String kind,
        boolean acquired,
        boolean all,
        String callee)
        implements Change {}

    /** The container at that array is gone. */
    record Ended(Location array) implements Change {}
  }

  /** A value that memory holds afterwards. */
  public record Store(Location location, Symbol value) {
    /** An argument, or a part of what it points to, is stored. */
    boolean keepsArgument() {
      return Symbol.Argument.isKeptBy(value);
    }

    /** Through a pointer that was passed for the purpose. */
    boolean isOutParameter() {
      return location.steps().isEmpty()
          && location.base() instanceof Location.Pointee(Symbol.Argument _);
    }
  }

  /**
   * The same cases; of a rule of which one sets up or tears down a whole module, without all that
   * is in static storage. To tell a part of it would be worse than nothing.
   */
  static List<Case> withoutModules(Collection<Case> cases) {
    Set<String> modules =
        cases.stream().filter(Case::isModule).map(Case::rule).collect(Collectors.toSet());
    return cases.stream()
        .map(c -> modules.contains(c.rule()) ? c.withoutStatics() : c)
        .distinct()
        .toList();
  }

  /** What it says to who follows that rule. */
  Summary of(String rule) {
    List<Case> mine = new ArrayList<>(about(rule));
    Condition rest =
        mine.stream().map(Case::condition).reduce(Condition.never(), Condition::or).not();
    for (Case c : about(GROUND)) {
      Condition condition = c.condition().and(rest);
      if (!condition.isNever()) {
        mine.add(c.under(condition));
      }
    }
    Summary heard = new Summary(List.copyOf(mine), returns);
    return heard.isTrivial() ? TRIVIAL : heard;
  }

  /** The rules whose references change hands. */
  Set<String> moved() {
    return cases.stream()
        .filter(c -> !c.changes().isEmpty())
        .map(Case::rule)
        .collect(Collectors.toSet());
  }

  private List<Case> about(String rule) {
    return cases.stream().filter(c -> c.rule().equals(rule)).toList();
  }

  /** True when it says no more than which arguments are kept: of the others nothing is known. */
  boolean onlyCaptures() {
    return saysNothingBesideCaptures() && cases.stream().anyMatch(c -> !c.captured().isEmpty());
  }

  private boolean saysNothingBesideCaptures() {
    return returns
        && !movesReferences()
        && cases.stream().noneMatch(Case::returnsArgument)
        && cases.stream().flatMap(c -> c.stores().stream()).noneMatch(Store::keepsArgument);
  }

  /**
   * The cases of those rules of which both say that the same becomes of references; what they say
   * of whatever rule, if they say the same.
   */
  public Summary agreed(Summary other) {
    return new Summary(cases.stream().filter(c -> agrees(c.rule(), other)).toList(), returns);
  }

  private boolean agrees(String rule, Summary other) {
    return rule.equals(GROUND)
        ? about(rule).equals(other.about(rule))
        : of(rule).movesLike(other.of(rule));
  }

  /**
   * True when a caller learns nothing from it: no reference changes hands, no argument is kept or
   * captured or returned, and it comes back.
   */
  public boolean isTrivial() {
    return saysNothingBesideCaptures() && cases.stream().allMatch(c -> c.captured().isEmpty());
  }

  /**
   * The objects on which this case gives references back while another case does not, though no
   * caller can tell which of the two it was: by arguments, result, and what is afterwards where the
   * object was. The last one of many holders to let go frees it, say.
   */
  Set<Symbol> givenBackPerhaps(Case one) {
    Set<Symbol> perhaps = new HashSet<>();
    for (Change change : one.changes()) {
      if (change instanceof Change.Count count && count.by() < 0) {
        cases.stream()
            .filter(other -> looksLike(one, other, count.object()) && !other.givesBack(count))
            .findFirst()
            .ifPresent(_ -> perhaps.add(count.object()));
      }
    }
    return perhaps;
  }

  private static boolean looksLike(Case one, Case other, Symbol object) {
    return one.rule().equals(other.rule())
        && !one.result().intersect(other.result()).isEmpty()
        && !one.condition().excludes(other.condition())
        && leaves(one, object) == leaves(other, object)
        && one.guards().entrySet().stream()
            .allMatch(guard -> {
              Range there = other.guards().getOrDefault(guard.getKey(), Range.ANY);
              return isHidden(guard.getKey(), object)
                  || !there.intersect(guard.getValue()).isEmpty();
            });
  }

  /** Of the node of a {@link Symbol.Merged}: what was there may still be. */
  static boolean mayStay(int node) {
    return node == MAY_STAY || node == STAYS_OR_NULL;
  }

  /** Whether the object is afterwards where it was found: a caller sees what stands there. */
  private static boolean leaves(Case one, Symbol object) {
    return !(object instanceof Symbol.Content(Location found))
        || one.stores().stream()
            .noneMatch(store ->
                store.location().equals(found)
                    && !(store.value() instanceof Symbol.Merged(int node, _) && mayStay(node)));
  }

  /** What lies in memory, other than the object itself, a caller does not look at. */
  private static boolean isHidden(Symbol fact, Symbol object) {
    return !fact.mentions(object) && fact.anyPart(part -> part instanceof Symbol.Content)
        || fact.anyPart(part ->
            part instanceof Symbol.Content(Location(Location.Base base, _, _))
                && base instanceof Location.Pointee(Symbol pointer)
                && pointer.mentions(object));
  }

  /**
   * True when the same may become of references, with the same results; what is told of other
   * memory may differ.
   */
  public boolean movesLike(Summary other) {
    return returns == other.returns && moves().equals(other.moves());
  }

  private Set<List<Object>> moves() {
    return cases.stream()
        .filter(c -> !c.changes().isEmpty())
        .map(c -> List.<Object>of(c.rule(), c.condition(), c.result(), c.changes()))
        .collect(Collectors.toSet());
  }

  /** True when it makes its callers worth a look, even if they mention nothing else. */
  public boolean movesReferences() {
    return cases.stream().anyMatch(c -> !c.changes().isEmpty());
  }
}
