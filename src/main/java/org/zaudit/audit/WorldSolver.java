package org.zaudit.audit;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.zaudit.analysis.Environment;
import org.zaudit.analysis.Escapes;
import org.zaudit.analysis.Result;
import org.zaudit.analysis.Summary;
import org.zaudit.analysis.Unit;
import org.zaudit.source.MacroDefinition;

/**
 * Brings the outcomes of one world up to date with its tree: bottom-up over the strongly connected
 * components of the calls among relevant functions, and from there to whoever mentions a function
 * whose summary changed. What comes out depends on the tree alone, not on the outcomes to begin
 * with.
 */
final class WorldSolver {
  /**
   * After so many rounds an effect of a recursion that still moves will mostly move for ever: it
   * counts something.
   */
  private static final int ROUNDS = 4;

  /** From then on what moves beside references, such as what is known of memory, may as well. */
  private static final int EXACT_ROUNDS = 2;

  /** Each pass goes one step up a chain of callers that matter; real chains are far shorter. */
  private static final int PASSES = 200;

  private final Corpus corpus;
  private final Memo memo;
  private final Vocabulary vocabulary;
  private final Scope scope;
  private WorldState state;
  private final SortedSet<FunctionId> changed = new TreeSet<>(FunctionId.ORDER);

  /** Summaries of the recursion that is being solved, which stand for those in the state. */
  private final Map<FunctionId, Summary> working = new HashMap<>();

  private final Set<String> workingNames = new HashSet<>();

  private final Called called;
  private final Arguments arguments;

  /** Whether anybody wants to know of a function; of others nothing is known. */
  private Predicate<FunctionId> counts = _ -> true;

  /**
   * Functions that are of no interest so far. They have their places in the order, so that those
   * that come to matter, by what they call, do so before their callers are looked at.
   */
  private final Set<FunctionId> waiting = new HashSet<>();

  /** Functions for which the callees that the state has may be those of another tree. */
  private final Set<FunctionId> fresh = new HashSet<>();

  /**
   * What others hear of a function.
   *
   * @param byItself when it tells them something beside its summary
   */
  private record Heard(Summary summary, boolean loud, boolean byItself) {}

  WorldSolver(Corpus corpus, Memo memo, Vocabulary vocabulary, Scope scope, WorldState before) {
    this.corpus = corpus;
    this.memo = memo;
    this.vocabulary = vocabulary;
    this.scope = scope;
    this.state = before;
    this.called = new Called(scope);
    this.arguments = new Arguments(memo, vocabulary, scope);
  }

  /**
   * The state in which these functions, which may be gone, and all that depend on them are up to
   * date.
   */
  WorldState settle(Collection<FunctionId> stale) {
    if (stale.isEmpty()) {
      return state;
    }
    WorldState before = state;
    Set<FunctionId> touched = withRecursions(stale);
    WorldState settled = bringUpToDate(touched);
    touched.addAll(changed);
    if (!before.pairs().hold(before, settled, touched, scope)) {
      // It takes all functions to say that none gives something back.
      Mentions mentions = Mentions.all(corpus, vocabulary, scope.tree());
      state = settled.with(new Pairing(scope, mentions, settled).pairs());
    }
    return state;
  }

  /**
   * The state in which these wanted functions, as far as they are there, and all that they may call
   * are up to date, and nothing is known of others. They are as they would be if everything were
   * settled: an outcome depends on the text and on whom its names may mean, and these are all in
   * it.
   *
   * @param stale functions, which may be gone, that are not as they were in the state before
   */
  WorldState settle(Set<FunctionId> stale, Set<FunctionId> wanted) {
    Map<FunctionId, List<FunctionId>> before = state.cone();
    Set<FunctionId> open = withRecursions(stale.stream().filter(before::containsKey).toList());
    Map<FunctionId, List<FunctionId>> cone =
        Called.cone(
            wanted.stream().filter(this::exists).toList(),
            id ->
                before.containsKey(id) && !stale.contains(id)
                    ? before.get(id)
                    : called.by(id).functions());
    open.retainAll(cone.keySet());
    cone.keySet().stream().filter(id -> !before.containsKey(id)).forEach(open::add);
    state = state.within(cone).withContainers();
    counts = cone::containsKey;
    return bringUpToDate(open);
  }

  private WorldState bringUpToDate(Set<FunctionId> stale) {
    WorldState before = state;
    SortedSet<FunctionId> pending = new TreeSet<>(FunctionId.ORDER);
    for (FunctionId id : stale) {
      for (FunctionId asking : state.asking(id.name())) {
        if (exists(asking) && counts.test(asking)) {
          pending.add(asking);
        }
      }
      if (exists(id)) {
        // One that has an outcome from another text must lose it.
        if (definition(id).body().isOfInterest() || isActive(id)) {
          pending.add(id);
        } else {
          waiting.add(id);
        }
      } else {
        assign(id, Optional.empty());
      }
    }
    for (int pass = 0; pass < PASSES && !pending.isEmpty(); pass++) {
      pending = pass(pending);
    }
    WorldState now = state;
    if (changed.stream().anyMatch(id -> !now.contribution(id).equals(before.contribution(id)))) {
      state = now.withContainers();
    }
    return state;
  }

  /** The functions whose outcomes are not what they were. */
  SortedSet<FunctionId> changed() {
    return changed;
  }

  /** These, and those solved together with them: the recursion may be gone. */
  private Set<FunctionId> withRecursions(Collection<FunctionId> stale) {
    Set<FunctionId> all = new TreeSet<>(FunctionId.ORDER);
    all.addAll(stale);
    stale.forEach(id -> state.outcome(id).ifPresent(outcome -> all.addAll(outcome.recursion())));
    return all;
  }

  private boolean exists(FunctionId id) {
    return scope.has(id) && scope.tree().definition(id).isPresent();
  }

  /** Brings these up to date, callees first. Returns those that this made stale in turn. */
  private SortedSet<FunctionId> pass(SortedSet<FunctionId> stale) {
    fresh.addAll(stale);
    Set<FunctionId> dirty = new HashSet<>(stale);
    List<List<FunctionId>> components =
        Components.of(
            stale, id -> callees(id, callee -> stale.contains(callee) || mayMatter(callee)));
    Map<FunctionId, Integer> position = new HashMap<>();
    for (int i = 0; i < components.size(); i++) {
      for (FunctionId id : components.get(i)) {
        position.put(id, i);
      }
    }
    SortedSet<FunctionId> next = new TreeSet<>(FunctionId.ORDER);
    for (int i = 0; i < components.size(); i++) {
      if (components.get(i).stream().anyMatch(dirty::contains)) {
        for (FunctionId mentioner : solve(components.get(i))) {
          boolean later = position.getOrDefault(mentioner, -1) > i;
          (later ? dirty : next).add(mentioner);
        }
      }
    }
    return next;
  }

  private boolean mayMatter(FunctionId id) {
    return isActive(id) || waiting.contains(id);
  }

  private boolean isActive(FunctionId id) {
    return state.outcomes().containsKey(id);
  }

  /** Solves one component. Returns those that must be looked at again because a summary changed. */
  private Set<FunctionId> solve(List<FunctionId> component) {
    Map<FunctionId, Heard> before = new HashMap<>();
    component.forEach(id -> before.put(id, heard(id)));
    solveMembers(component);
    Set<FunctionId> again = new TreeSet<>(FunctionId.ORDER);
    for (FunctionId id : component) {
      if (!heard(id).equals(before.get(id))) {
        Set<FunctionId> mentioners = mentioners(id);
        component.forEach(mentioners::remove);
        again.addAll(mentioners);
      }
    }
    return again;
  }

  private Heard heard(FunctionId id) {
    return new Heard(summary(id), isLoud(id), tellsByItself(definition(id)));
  }

  private void solveMembers(List<FunctionId> component) {
    FunctionId first = component.getFirst();
    if (component.size() == 1 && callees(first, first::equals).isEmpty()) {
      assign(first, evaluateAlone(first));
      return;
    }
    Set<FunctionId> alsoRelevant = new HashSet<>();
    boolean isSolved = false;
    while (!isSolved) {
      new Recursion(component, alsoRelevant).solve();
      List<FunctionId> left = component.stream().filter(this::isActive).toList();
      if (left.size() < component.size()) {
        // Without those that turned out not to matter it may be no recursion at all.
        Components.of(left, id -> callees(id, left::contains)).forEach(this::solveMembers);
      }
      // They may matter after all, to what the others turned out to be then.
      isSolved =
          !alsoRelevant.addAll(
              component.stream()
                  .filter(id -> !isActive(id) && isRelevant(definition(id)))
                  .toList());
    }
  }

  /** Its name in its own head is no call: what it gave in another tree must not count. */
  private Optional<Outcome> evaluateAlone(FunctionId id) {
    working.put(id, Summary.TRIVIAL);
    Optional<Outcome> outcome = evaluateIfRelevant(id);
    working.remove(id);
    return outcome;
  }

  /**
   * Functions that call each other: solved together, in rounds, from the trivial summaries up. In
   * each round callees come first, as far as there is such an order, and whoever calls them hears
   * what they are by then: only what goes round the recursion takes a round more.
   */
  private final class Recursion {
    private final List<FunctionId> members;
    private final Set<FunctionId> alsoRelevant;

    /** What each was taken for in the round before. */
    private final Map<FunctionId, Summary> roundBefore = new HashMap<>();

    private final Map<FunctionId, Optional<Outcome>> outcomes = new LinkedHashMap<>();
    private final Set<FunctionId> moving = new HashSet<>();

    /**
     * @param alsoRelevant of its members, those that are evaluated whether they seem to matter or
     *     not
     */
    Recursion(List<FunctionId> component, Set<FunctionId> alsoRelevant) {
      this.alsoRelevant = alsoRelevant;
      // The order must not depend on where the search that found them began.
      List<FunctionId> sorted = component.stream().sorted(FunctionId.ORDER).toList();
      Set<FunctionId> inside = Set.copyOf(sorted);
      members =
          Components.calleesFirst(
              sorted,
              id -> callees(id, inside::contains).stream().sorted(FunctionId.ORDER).toList());
      moving.addAll(members);
    }

    void solve() {
      for (FunctionId id : members) {
        workingNames.add(id.name());
        working.put(id, Summary.TRIVIAL);
      }
      for (int round = 0; round < ROUNDS && !moving.isEmpty(); round++) {
        moving.clear();
        for (FunctionId id : members) {
          Optional<Outcome> outcome = outcome(id);
          outcomes.put(id, outcome);
          Summary summary = outcome.map(Outcome::summary).orElse(Summary.TRIVIAL);
          Summary before = Objects.requireNonNull(working.put(id, summary));
          roundBefore.put(id, before);
          if (!(round < EXACT_ROUNDS ? summary.equals(before) : summary.movesLike(before))) {
            moving.add(id);
          }
        }
      }
      if (!moving.isEmpty()) {
        giveUp();
      }
      working.clear();
      workingNames.clear();
      outcomes.forEach((id, outcome) -> assign(id, outcome.map(this::together)));
    }

    /** What still moves is unknown, to its callers as to the other members. */
    private void giveUp() {
      moving.forEach(id ->
          working.compute(
              id,
              (_, now) ->
                  Objects.requireNonNull(now).agreed(Objects.requireNonNull(roundBefore.get(id)))));
      for (FunctionId id : members) {
        Summary told = Objects.requireNonNull(working.get(id));
        outcomes.put(
            id,
            outcome(id)
                .map(o ->
                    new Outcome(told, o.result(), o.callees(), members, false, o.remembered())));
      }
    }

    private Optional<Outcome> outcome(FunctionId id) {
      return alsoRelevant.contains(id) ? Optional.of(evaluate(id)) : evaluateIfRelevant(id);
    }

    private Outcome together(Outcome outcome) {
      return new Outcome(
          outcome.summary(),
          outcome.result(),
          outcome.callees(),
          members,
          outcome.settled(),
          outcome.remembered());
    }
  }

  /** The outcome of a function as things stand; empty when it is not relevant. */
  private Optional<Outcome> evaluateIfRelevant(FunctionId id) {
    return isRelevant(definition(id)) ? Optional.of(evaluate(id)) : Optional.empty();
  }

  private Outcome evaluate(FunctionId id) {
    Definition definition = definition(id);
    View view = new View(id);
    Memo.Found found = memo.result(definition.body(), unit(definition), view);
    Result result = found.result();
    state = state.asking(id, view.asked);
    // All trivial summaries say the same to callers, whatever else they hold.
    Summary summary = result.summary().isTrivial() ? Summary.TRIVIAL : result.summary();
    return new Outcome(
        summary, result, called.by(id).functions(), List.of(), true, found.remembered());
  }

  private Definition definition(FunctionId id) {
    return scope.tree().definition(id).orElseThrow();
  }

  private boolean isRelevant(Definition definition) {
    if (vocabulary.concerns(definition.body())) {
      return true;
    }
    return vocabulary.concerns(scope.names(definition))
        || called.by(definition.id()).names().stream()
            .anyMatch(name -> isLoud(definition.id().file(), name));
  }

  private boolean isLoud(String file, String name) {
    boolean perhaps = state.loud().containsKey(name) || workingNames.contains(name);
    return perhaps
        && scope.functions(file, name).stream().anyMatch(t -> isLoud(t.definition().id()));
  }

  private boolean isLoud(FunctionId id) {
    Summary inWork = working.get(id);
    return inWork != null
        ? inWork.movesReferences()
        : state.outcome(id).map(Outcome::isLoud).orElse(false);
  }

  private Summary summary(FunctionId id) {
    Summary inWork = working.get(id);
    return inWork != null
        ? inWork
        : state.outcome(id).map(Outcome::summary).orElse(Summary.TRIVIAL);
  }

  private Unit unit(Definition definition) {
    return new Unit(definition.body().text(), definition.condition(), scope.world());
  }

  /**
   * What callers are told of a function. One that has no outcome, since no rule concerns it, is
   * looked at when somebody asks, and by itself.
   */
  private Summary told(Definition definition) {
    if (working.containsKey(definition.id()) || !tellsByItself(definition)) {
      return summary(definition.id());
    }
    var alone = new Alone(new View(definition.id()));
    return memo.result(definition.body(), unit(definition), alone).result().summary();
  }

  private boolean tellsByItself(Definition definition) {
    return !isActive(definition.id()) && vocabulary.tells(definition.body());
  }

  /** What it may call, of those that count. */
  private List<FunctionId> callees(FunctionId id, Predicate<FunctionId> counts) {
    Optional<Outcome> known = fresh.contains(id) ? Optional.empty() : state.outcome(id);
    List<FunctionId> all = known.map(Outcome::callees).orElseGet(() -> called.by(id).functions());
    return all.stream().filter(counts).toList();
  }

  /** Those whose text, or a macro they mention, mentions its name where that may mean it. */
  private Set<FunctionId> mentioners(FunctionId id) {
    Set<FunctionId> found =
        Mentions.ofInterest(corpus, vocabulary, scope.tree()).ofFunction(definition(id));
    found.removeIf(mentioner -> !scope.has(mentioner) || !counts.test(mentioner));
    return found;
  }

  private void assign(FunctionId id, Optional<Outcome> outcome) {
    Optional<Outcome> before = state.outcome(id);
    if (!before.equals(outcome)) {
      if (outcome.filter(Outcome::isLoud).isPresent()) {
        corpus.becomesOfInterest(id.name());
      }
      state = state.with(id, outcome);
      changed.add(id);
    }
  }

  /** What names mean in one function. */
  private final class View implements Environment {
    private final FunctionId function;

    /** Names of the functions on whose text an answer depended. */
    private final Set<String> asked = new HashSet<>();

    View(FunctionId function) {
      this.function = function;
    }

    @Override
    public List<MacroDefinition> definitions(String name) {
      return scope.macros(function.file(), name);
    }

    /** Nobody hears of a function that is only handed on: nothing is done by it here. */
    @Override
    public List<Callee> callees(String name) {
      if (!called.by(function).names().contains(name)) {
        return List.of();
      }
      List<Callee> callees = new ArrayList<>();
      boolean anySays = false;
      for (Scope.Target target : scope.functions(function.file(), name)) {
        Summary summary = told(target.definition());
        anySays |= !summary.isTrivial();
        callees.add(new Callee(target.condition(), summary));
      }
      return anySays ? List.copyOf(callees) : List.of();
    }

    @Override
    public Escapes.Reach escape(String name, int position, boolean isPlace) {
      Arguments.Answer answer = arguments.of(function.file(), name, position, isPlace);
      asked.addAll(answer.names());
      return answer.reach();
    }
  }

  /** A function by itself: nothing is known of any other. */
  private record Alone(Environment view) implements Environment {
    @Override
    public List<MacroDefinition> definitions(String name) {
      return view.definitions(name);
    }

    @Override
    public List<Callee> callees(String name) {
      return List.of();
    }

    @Override
    public Escapes.Reach escape(String name, int position, boolean isPlace) {
      return Escapes.Reach.ITSELF;
    }
  }
}
