package org.zaudit.analysis;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.zaudit.flow.ControlFlowGraph;
import org.zaudit.rules.Contract;
import org.zaudit.rules.RuleSet;
import org.zaudit.rules.Term;
import org.zaudit.source.ChunkText;
import org.zaudit.source.Condition;
import org.zaudit.source.Configuration;
import org.zaudit.source.Essence;
import org.zaudit.source.Expanded;
import org.zaudit.source.MacroTable;
import org.zaudit.source.Preprocessor;
import org.zaudit.source.Span;
import org.zaudit.syntax.FunctionDefinition;
import org.zaudit.syntax.Syntax;

/**
 * The front door of the engine. What it gives depends on the rules and the arguments alone; safe to
 * call from several threads.
 */
public final class Analysis {
  private static final String TOO_DEEP = "values nested too deep to be followed";
  private static final MacroTable NO_MACROS = _ -> List.of();

  private final RuleSet rules;
  private final Recent<Outcome> recent = new Recent<>();

  public Analysis(RuleSet rules) {
    this.rules = rules;
  }

  /**
   * Analyses one function in every configuration.
   *
   * @param all what the tree says; safe to be asked by all of the crew
   */
  public Result analyse(Unit unit, Environment all, Crew crew) {
    Environment environment = new SymbolicConstants(all, rules::isFlag);
    Predicate<String> interesting =
        name -> rules.knows(name) || !environment.callees(name).isEmpty();
    List<Configuration> configurations =
        Preprocessor.configurations(
            unit.text(), unit.surroundings(), unit.world(), environment, rules::knows, interesting);
    List<Outcome> outcomes = new ArrayList<>();
    List<Callable<Outcome>> pieces = new ArrayList<>();
    for (Variant variant : variants(unit, configurations, environment, interesting, outcomes)) {
      pieces.addAll(pieces(unit, variant, environment));
    }
    outcomes.addAll(crew.all(pieces));
    return join(outcomes);
  }

  /** Where the parameters of a function may go, by its own text: macros are not expanded. */
  public Escapes escapes(Unit unit) {
    List<Configuration> configurations =
        Preprocessor.configurations(
            unit.text(), unit.surroundings(), unit.world(), NO_MACROS, _ -> false, _ -> false);
    return configurations.stream()
        .map(configuration ->
            Preprocessor.expand(
                unit.text(), configuration, unit.world(), NO_MACROS, _ -> false, _ -> false))
        .map(Analysis::escapes)
        .reduce(Escapes::and)
        .orElse(Escapes.UNKNOWN);
  }

  private static Escapes escapes(Expanded text) {
    return switch (Syntax.parse(text)) {
      case Syntax.Outcome.Parsed(FunctionDefinition function, List<Syntax.Loss> lost)
          when lost.isEmpty() ->
          EscapeAnalysis.of(function);
      default -> Escapes.UNKNOWN;
    };
  }

  /** What one configuration gave. */
  private record Outcome(
      Configuration configuration,
      List<Summary.Case> cases,
      boolean returns,
      List<Finding> findings,
      Set<Ledger.Entry> ledger,
      Set<Result.Site> sites,
      Optional<Result.Skip> skip,
      boolean bounded) {}

  /**
   * A configuration that gave a function; which stands for others of the same essence too.
   *
   * @param text after conditionals and macros
   */
  private record Variant(
      Configuration configuration,
      FunctionDefinition function,
      String text,
      Optional<Result.Skip> skip) {
    /** The one with more assertions stands for both: what they claim holds in every build. */
    Variant and(Variant other) {
      Variant longer = text.length() >= other.text.length() ? this : other;
      return new Variant(
          new Configuration(
              longer.configuration.values(),
              configuration.condition().or(other.configuration.condition())),
          longer.function,
          longer.text,
          longer.skip);
    }
  }

  /** The variants to be followed; what gave none goes to the outcomes. */
  private Collection<Variant> variants(
      Unit unit,
      List<Configuration> configurations,
      Environment environment,
      Predicate<String> interesting,
      List<Outcome> outcomes) {
    Map<String, Variant> variants = new LinkedHashMap<>();
    for (Configuration configuration : configurations) {
      Expanded text =
          Preprocessor.expand(
              unit.text(), configuration, unit.world(), environment, rules::knows, interesting);
      switch (Syntax.parse(text)) {
        case Syntax.Outcome.Absent() -> outcomes.add(nothing(configuration, Optional.empty()));
        case Syntax.Outcome.Skipped(Span at, String token, String reason) ->
            outcomes.add(
                nothing(
                    configuration,
                    Optional.of(new Result.Skip(configuration.condition(), at, token, reason))));
        case Syntax.Outcome.Parsed(FunctionDefinition function, List<Syntax.Loss> lost) -> {
          String essence =
              configurations.size() == 1 || !lost.isEmpty()
                  ? text.text()
                  : Essence.of(text.text(), environment, interesting, rules::isAssertion);
          variants.merge(
              essence,
              new Variant(configuration, function, text.text(), skip(configuration, lost)),
              Variant::and);
        }
      }
    }
    return variants.values();
  }

  private static Outcome nothing(Configuration configuration, Optional<Result.Skip> skip) {
    return new Outcome(configuration, List.of(), true, List.of(), Set.of(), Set.of(), skip, false);
  }

  private static Optional<Result.Skip> skip(Configuration configuration, List<Syntax.Loss> lost) {
    if (lost.isEmpty()) {
      return Optional.empty();
    }
    String reason =
        lost.size() == 1
            ? "a statement that cannot be read"
            : lost.size() + " statements that cannot be read, the first";
    Syntax.Loss first = lost.getFirst();
    return Optional.of(
        new Result.Skip(configuration.condition(), first.at(), first.token(), reason));
  }

  /**
   * Follows one rule at a time: what one resource does is no reason to keep apart the states of
   * another (ESP's one property at a time).
   */
  private List<Callable<Outcome>> pieces(Unit unit, Variant variant, Environment environment) {
    FunctionDefinition function = variant.function();
    Configuration configuration = variant.configuration();
    Set<String> words = words(variant.text());
    ControlFlowGraph graph = ControlFlowGraph.of(function, name -> isTransparent(rules, name));
    Set<String> moved = new HashSet<>();
    words.forEach(w -> environment.callees(w).forEach(c -> moved.addAll(c.summary().moved())));
    ChunkText.Digest digest =
        ChunkText.Digest.of(variant.text().getBytes(StandardCharsets.ISO_8859_1));
    List<Callable<Outcome>> pieces = new ArrayList<>();
    for (RuleSet one : withGround()) {
      String rule = one.id();
      if (rule.isEmpty() || moved.contains(rule) || one.concerns(words)) {
        pieces.add(() ->
            recent.get(
                new Recent.Key(unit.text(), configuration, digest, rule),
                new OneRule(
                    environment,
                    rule,
                    unit.world().name(),
                    function.name(),
                    configuration.condition()),
                seen -> followed(function, graph, variant, seen, one)));
      }
    }
    return pieces;
  }

  private List<RuleSet> withGround() {
    List<RuleSet> all = new ArrayList<>(rules.oneByOne());
    all.add(rules.ground());
    return all;
  }

  private static final Pattern WORD = Pattern.compile("[A-Za-z_]\\w*");

  private static Set<String> words(String text) {
    return WORD.matcher(text)
        .results()
        .map(MatchResult::group)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private static Outcome followed(
      FunctionDefinition function,
      ControlFlowGraph graph,
      Variant variant,
      OneRule environment,
      RuleSet rules) {
    Configuration configuration = variant.configuration();
    try {
      return follow(function, graph, configuration, environment, rules, variant.skip());
    } catch (StackOverflowError _) {
      // One function built up to exhaust the engine must not cost the answer about all others.
      return new Outcome(
          configuration,
          List.of(unknown(rules.id(), configuration)),
          true,
          List.of(),
          Set.of(),
          Set.of(),
          Optional.of(new Result.Skip(configuration.condition(), function.head(), "", TOO_DEEP)),
          false);
    }
  }

  private static Outcome follow(
      FunctionDefinition function,
      ControlFlowGraph graph,
      Configuration configuration,
      OneRule environment,
      RuleSet rules,
      Optional<Result.Skip> skip) {
    Sites sites = new Sites();
    Loops loops = new Loops(graph);
    Retests retests = new Retests(graph, loops);
    Diagnostics diagnostics = new Diagnostics(rules, configuration.condition(), sites, retests);
    Reports reports = new Reports(diagnostics);
    Rounds rounds = new Rounds(loops);
    State entry =
        new State(
            Trail.start(new Event(Event.Kind.CALL, function.head(), "enters " + function.name())));
    int index = 0;
    for (FunctionDefinition.Parameter p : function.parameters()) {
      boolean borrowed = p.type().isNumber() || p.type().isConst() && p.type().pointers() == 1;
      entry.memory.put(Location.local(p.name()), new Symbol.Argument(index++, p.name(), borrowed));
    }
    var variables = new Variables(function, graph);
    var contribution = new Contribution(function.name(), variables, rules::knows);
    References references =
        new References(
            rules, reports, new Agreement(environment.constants()), rounds, contribution);
    diagnostics.nameBy(references::nameOf);
    Calls calls =
        new Calls(
            function.name(), configuration.condition(), rules, environment, references, sites);
    Evaluator evaluator = new Evaluator(variables, sites, calls, references);
    Explorer explorer = new Explorer(graph, loops, rounds, retests, evaluator, references, sites);
    List<State> states = explorer.run(entry);
    int last = Math.max(function.span().start(), function.span().end() - 1);
    Exits exits =
        new Exits(
            function.name(),
            Answer.of(function.result(), graph),
            new Promised(function.name(), rules),
            new Reachability(rules, function.result()),
            reports,
            new Doubts(function.name(), rounds, retests, new Bypasses(function, graph)),
            calls::givesAway,
            untyped(function),
            contribution,
            rules.id(),
            configuration.condition(),
            new Span(last, function.span().end()));
    List<Summary.Case> cases = new ArrayList<>(exits.judge(states, references.unwound()));
    if (explorer.bounded() || cases.isEmpty() && !states.isEmpty()) {
      cases.add(unknown(rules.id(), configuration));
    }
    return new Outcome(
        configuration,
        cases,
        !states.isEmpty() || explorer.bounded(),
        diagnostics.all(),
        contribution.entries(),
        contribution.sites(),
        skip,
        explorer.bounded());
  }

  private static Set<Integer> untyped(FunctionDefinition function) {
    List<FunctionDefinition.Parameter> parameters = function.parameters();
    return IntStream.range(0, parameters.size())
        .filter(i -> parameters.get(i).type().isUntyped())
        .boxed()
        .collect(Collectors.toUnmodifiableSet());
  }

  /** What callers hear beside the rest of a function of which not all ways out can be told. */
  private static Summary.Case unknown(String rule, Configuration configuration) {
    return new Summary.Case(
        rule,
        configuration.condition(),
        Map.of(),
        Range.ANY,
        Optional.empty(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        true);
  }

  private static boolean isTransparent(RuleSet rules, String name) {
    return rules.contracts(name).stream()
        .anyMatch(c ->
            c.result() instanceof Contract.Result.Same(Term.Parameter(int index, _)) && index == 0);
  }

  private static Result join(List<Outcome> outcomes) {
    Map<Object, Finding> findings = new LinkedHashMap<>();
    Set<Ledger.Entry> ledger = new LinkedHashSet<>();
    Set<Result.Site> sites = new LinkedHashSet<>();
    Set<Condition> configurations = new LinkedHashSet<>();
    Set<Result.Skip> skips = new LinkedHashSet<>();
    Map<Object, Summary.Case> cases = new LinkedHashMap<>();
    boolean returns = false;
    boolean bounded = false;
    for (Outcome o : outcomes) {
      for (Finding f : o.findings()) {
        findings.merge(
            List.of(f.check(), f.rule(), f.identity(), f.subject(), f.callee(), f.location()),
            f,
            Analysis::joined);
      }
      for (Summary.Case c : o.cases()) {
        Summary.Case without = c.under(Condition.always());
        cases.merge(without, c, (a, b) -> a.under(a.condition().or(b.condition())));
      }
      ledger.addAll(o.ledger());
      sites.addAll(o.sites());
      o.skip().ifPresentOrElse(skips::add, () -> configurations.add(o.configuration().condition()));
      returns |= o.returns();
      bounded |= o.bounded();
    }
    Summary summary =
        new Summary(Summary.withoutModules(cases.values()), returns || outcomes.isEmpty());
    return new Result(
        summary.isTrivial() ? Summary.TRIVIAL : summary,
        List.copyOf(findings.values()),
        List.copyOf(ledger),
        List.copyOf(sites),
        List.copyOf(configurations),
        List.copyOf(skips),
        bounded);
  }

  private static Finding joined(Finding a, Finding b) {
    Finding kept = a.confidence().compareTo(b.confidence()) >= 0 ? a : b;
    return kept.under(a.condition().or(b.condition()));
  }

  /**
   * The findings of a result that hold in a tree with this ledger, containers and related functions
   * filled in.
   */
  public List<Finding> confirm(Result result, Ledger ledger) {
    return new LedgerFindings(rules).confirm(result, ledger);
  }
}
