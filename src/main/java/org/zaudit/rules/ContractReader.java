package org.zaudit.rules;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the entries under {@code functions}. */
final class ContractReader {
  /** A resource and the rule that declares it. */
  record Owned(String rule, Resource resource) {}

  private static final Map<Effect.Verb, String> VERBS = verbs();

  private static final List<String> EFFECT_KEYS =
      joined(
          List.copyOf(VERBS.values()),
          "resource",
          "kind",
          "on",
          "match",
          "accepts-null",
          "stored-in");
  private static final List<String> FUNCTION_KEYS =
      joined(EFFECT_KEYS, "call", "when", "worlds", "if", "result", "effects");

  private static final List<String> RESULTS =
      List.of(
          "plain",
          "new",
          "new zeroed",
          "never-null",
          "noreturn",
          "unwinds",
          "same as …",
          "true when …",
          "asserts …",
          "asserts-true",
          "asserts-zero",
          "asserts-operator",
          "asserts-implication",
          "asserts-equivalence");

  private static final Pattern INTO = Pattern.compile("(.+)\\s+into\\s+(.+)");
  private static final Pattern MOVE = Pattern.compile("(.+)\\s+from\\s+(\\S+)\\s+to\\s+(\\S+)");

  private final String rule;
  private final List<Resource> own;
  private final Map<String, Owned> resources;
  private final Set<String> worlds;

  /**
   * @param own resources of the file, the first of which is meant where none is named
   * @param resources all that the file may name
   */
  ContractReader(
      String rule, List<Resource> own, Map<String, Owned> resources, Set<String> worlds) {
    this.rule = rule;
    this.own = own;
    this.resources = resources;
    this.worlds = worlds;
  }

  /**
   * An entry gives a contract for each call that it names. What it says of a resource that another
   * rule declares is a contract of that rule: both speak of the same references.
   */
  List<Contract> read(Yaml yaml) {
    Section entry = Section.of("a function", yaml, FUNCTION_KEYS);
    List<Yaml.Scalar> calls = Section.texts("call", entry.need("call"));
    return calls.stream()
        .map(CallForm::read)
        .flatMap(call -> contracts(call, entry).stream())
        .toList();
  }

  private List<Contract> contracts(CallForm call, Section entry) {
    Contract.Result result = result(call, entry.text("result"));
    Map<String, List<Effect>> effects = byRule(allEffects(call, entry));
    if (effects.isEmpty() && result instanceof Contract.Result.Any) {
      throw entry
          .at()
          .error(
              "the contract of '" + call.function() + "' says nothing",
              "write 'result' or one of: " + String.join(", ", VERBS.values()));
    }
    if (effects.isEmpty()) {
      effects.put(rule, List.of());
    }
    List<Contract> contracts = new ArrayList<>();
    effects.forEach((owner, own) -> contracts.add(contract(owner, call, entry, own, result)));
    return contracts;
  }

  private Map<String, List<Effect>> byRule(List<Effect> effects) {
    Map<String, List<Effect>> byRule = new LinkedHashMap<>();
    for (Effect effect : effects) {
      String owner = Objects.requireNonNull(resources.get(effect.resource())).rule();
      byRule.computeIfAbsent(owner, _ -> new ArrayList<>()).add(effect);
    }
    return byRule;
  }

  private List<Effect> allEffects(CallForm call, Section entry) {
    List<Effect> effects = new ArrayList<>(effects(call, entry));
    for (Yaml item : entry.items("effects")) {
      Section effect = Section.of("an effect", item, EFFECT_KEYS);
      List<Effect> read = effects(call, effect);
      if (read.isEmpty()) {
        throw effect
            .at()
            .error("an effect needs a verb", "write one of: " + String.join(", ", VERBS.values()));
      }
      effects.addAll(read);
    }
    return effects;
  }

  private Contract contract(
      String owner, CallForm call, Section entry, List<Effect> effects, Contract.Result result) {
    return new Contract(
        owner,
        call.function(),
        call.parameters(),
        entry.text("when").map(Yaml.Scalar::text),
        entry.texts("worlds").stream().map(this::world).toList(),
        tests(call, entry.texts("if")),
        List.copyOf(effects),
        result);
  }

  private String world(Yaml.Scalar name) {
    if (!worlds.contains(name.text())) {
      throw name.at()
          .error("no world is called '" + name.text() + "'", Nearest.hint(name.text(), worlds));
    }
    return name.text();
  }

  private List<Effect> effects(CallForm call, Section section) {
    List<Effect> effects = new ArrayList<>();
    for (Map.Entry<Effect.Verb, String> verb : VERBS.entrySet()) {
      for (Yaml.Scalar place : section.texts(verb.getValue())) {
        effects.add(effect(call, section, verb.getKey(), place));
      }
    }
    if (effects.isEmpty()) {
      for (String key : EFFECT_KEYS) {
        if (section.has(key)) {
          throw section
              .need(key)
              .at()
              .error(
                  "'" + key + "' describes an effect, and here is none",
                  "write it beside its verb");
        }
      }
    }
    return effects;
  }

  private Effect effect(CallForm call, Section section, Effect.Verb verb, Yaml.Scalar place) {
    Resource resource = resource(section, place);
    String what = place.text();
    String from = "";
    String kind = kind(section, resource, verb);
    Optional<Term> into = Optional.empty();
    if (verb == Effect.Verb.MOVE) {
      Matcher move = MOVE.matcher(what);
      if (!move.matches()) {
        throw place
            .at()
            .error(
                "'" + what + "' does not say from where to where",
                "write 'tx from created to assigned'");
      }
      what = move.group(1);
      from = known(resource, place, move.group(2));
      kind = known(resource, place, move.group(3));
    } else if (verb == Effect.Verb.CAPTURE) {
      Matcher capture = INTO.matcher(what);
      if (capture.matches()) {
        what = capture.group(1);
        into = Optional.of(Terms.term(call.parameters(), place, capture.group(2)));
      }
    }
    return new Effect(
        verb,
        Terms.place(call.parameters(), place, what),
        resource.id(),
        kind,
        tests(call, section.texts("on")),
        match(call, section),
        section.truth("accepts-null", false),
        from,
        into,
        section.texts("stored-in").stream().map(ContractReader::path).toList());
  }

  private Resource resource(Section section, Yaml.Scalar place) {
    Optional<Yaml.Scalar> named = section.text("resource");
    if (named.isPresent()) {
      String id = named.get().text();
      Owned known = resources.get(id);
      if (known == null) {
        throw named
            .get()
            .at()
            .error("no resource is called '" + id + "'", Nearest.hint(id, resources.keySet()));
      }
      return known.resource();
    }
    if (own.isEmpty()) {
      throw place
          .at()
          .error("the file declares no resource that this could be", "write 'resource: …'");
    }
    return own.getFirst();
  }

  private static String kind(Section section, Resource resource, Effect.Verb verb) {
    Optional<Yaml.Scalar> named = section.text("kind");
    if (named.isEmpty()) {
      return resource.kinds().getFirst();
    }
    if (named.get().text().equals("any") && verb != Effect.Verb.ACQUIRE) {
      return "";
    }
    return known(resource, named.get(), named.get().text());
  }

  private static String known(Resource resource, Yaml.Scalar at, String kind) {
    if (!resource.kinds().contains(kind)) {
      throw at.at()
          .error(
              "'" + kind + "' is no kind of '" + resource.id() + "'",
              Nearest.hint(kind, resource.kinds()));
    }
    return kind;
  }

  private static Map<String, Term> match(CallForm call, Section section) {
    Map<String, Term> match = new TreeMap<>();
    section
        .get("match")
        .map(yaml -> Section.entries("'match'", yaml))
        .orElse(List.of())
        .forEach(entry ->
            match.put(
                entry.key().text(),
                Terms.term(call.parameters(), Section.text("a value of 'match'", entry.value()))));
    return Collections.unmodifiableMap(match);
  }

  private static List<Test> tests(CallForm call, List<Yaml.Scalar> texts) {
    return texts.stream()
        .flatMap(text -> Terms.tests(call.parameters(), text, text.text()).stream())
        .toList();
  }

  private static Contract.Result result(CallForm call, Optional<Yaml.Scalar> text) {
    if (text.isEmpty()) {
      return new Contract.Result.Any();
    }
    Yaml.Scalar source = text.get();
    String said = source.text().strip();
    return switch (said) {
      case "plain" -> new Contract.Result.Plain();
      case "new" -> new Contract.Result.New(false);
      case "new zeroed" -> new Contract.Result.New(true);
      case "never-null" -> new Contract.Result.NonNull();
      case "noreturn" -> new Contract.Result.NoReturn(false);
      case "unwinds" -> new Contract.Result.NoReturn(true);
      case "asserts-true" -> new Contract.Result.AssertsTrue();
      case "asserts-zero" -> new Contract.Result.AssertsZero();
      case "asserts-operator" -> new Contract.Result.AssertsOperator();
      case "asserts-implication" -> new Contract.Result.AssertsImplication();
      case "asserts-equivalence" -> new Contract.Result.AssertsEquivalence();
      default -> {
        if (said.startsWith("same as ")) {
          yield new Contract.Result.Same(Terms.term(call.parameters(), source, said.substring(8)));
        }
        if (said.startsWith("true when ")) {
          yield new Contract.Result.Truth(
              Terms.tests(call.parameters(), source, said.substring(10)));
        }
        if (said.startsWith("asserts ")) {
          yield new Contract.Result.Asserts(
              Terms.tests(call.parameters(), source, said.substring(8)));
        }
        throw source.at().error("'" + said + "' is no result", Nearest.hint(said, RESULTS));
      }
    };
  }

  /** {@code uio_dio.pages}: members, from the outermost in. */
  static List<String> path(Yaml.Scalar text) {
    List<String> path = Arrays.asList(text.text().split("\\.", -1));
    if (!path.stream().allMatch(member -> member.matches("[A-Za-z_]\\w*"))) {
      throw text.at().error("'" + text.text() + "' is no path of members", "write 'outer.inner'");
    }
    return List.copyOf(path);
  }

  private static Map<Effect.Verb, String> verbs() {
    Map<Effect.Verb, String> verbs = new EnumMap<>(Effect.Verb.class);
    for (Effect.Verb verb : Effect.Verb.values()) {
      verbs.put(
          verb,
          switch (verb) {
            case ACQUIRE -> "acquires";
            case RELEASE -> "releases";
            case CONSUME -> "consumes";
            case CAPTURE -> "captures";
            case BORROW -> "borrows";
            case MOVE -> "moves";
            case END -> "ends";
            case CLEAR -> "clears";
            case FILL -> "fills";
          });
    }
    return Collections.unmodifiableMap(verbs);
  }

  private static List<String> joined(List<String> words, String... more) {
    List<String> all = new ArrayList<>(words);
    all.addAll(Arrays.asList(more));
    return List.copyOf(all);
  }
}
