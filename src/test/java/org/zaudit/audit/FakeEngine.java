package org.zaudit.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.zaudit.analysis.Analysis;
import org.zaudit.analysis.Check;
import org.zaudit.analysis.Confidence;
import org.zaudit.analysis.Crew;
import org.zaudit.analysis.Environment;
import org.zaudit.analysis.Escapes;
import org.zaudit.analysis.Event;
import org.zaudit.analysis.Finding;
import org.zaudit.analysis.Ledger;
import org.zaudit.analysis.Result;
import org.zaudit.analysis.Summary;
import org.zaudit.analysis.SummaryOfRelease;
import org.zaudit.analysis.Unit;
import org.zaudit.history.History;
import org.zaudit.history.RevisionQuery;
import org.zaudit.history.TestRepository;
import org.zaudit.rules.RuleSet;
import org.zaudit.rules.Rules;
import org.zaudit.source.Condition;
import org.zaudit.source.MacroDefinition;
import org.zaudit.source.Span;

/**
 * An engine that can be seen through: {@code acquire(x)} leaks when there is no {@code release(x)}
 * in the same function, be it by a macro whose body mentions {@code release} or by a function that
 * releases. A function releases when it does so without having acquired. {@code f(opposite)}
 * releases just when f does not, and {@code f(given)} when f may keep its argument. {@code bounded}
 * hits a bound before anything is found, {@code partly} after it, {@code broken} does not parse,
 * {@code stale(x)} is a fault if some function of the world {@code ends} x, {@code when(A)} puts
 * findings under a condition.
 */
final class FakeEngine implements Engine {
  private static final Pattern CALL = Pattern.compile("\\b(\\w+)\\((\\w*)\\)");
  private static final Summary RELEASES = SummaryOfRelease.summary();

  final AtomicInteger analysed = new AtomicInteger();
  final AtomicInteger escapes = new AtomicInteger();

  private static final RuleSet RULES = load();

  /** Rules in which {@code acquire} and {@code release} deal with a thing. */
  static RuleSet rules() {
    return RULES;
  }

  private static RuleSet load() {
    try {
      Path folder = Files.createTempDirectory("rules");
      Path file = folder.resolve("test.yaml");
      folder.toFile().deleteOnExit();
      file.toFile().deleteOnExit();
      Files.writeString(
          file,
          """
          title: Test
          resources:
            thing: {noun: thing, kinds: [ref], counted: true, acquired: taken, released: dropped}
          functions:
            - call: [acquire(x), stale(x), ends(x), fill(x), empty(x), free(x)]
              acquires: x
              kind: ref
            - call: [release(x)]
              releases: x
              kind: ref
            - call: [halt()]
              result: noreturn
          """);
      return Rules.load(List.of(file.toString()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The findings of a whole audit of the branch master. */
  List<Life> audit(TestRepository repository) {
    try (History history = repository.open()) {
      var request = new AuditRequest(RevisionQuery.of("master"), rules(), List.of("*"), 1, false);
      return Audit.run(history, request, this, AuditListener.silent()).findings();
    }
  }

  @Override
  public Result analyse(Unit unit, Environment environment, Crew crew) {
    analysed.incrementAndGet();
    String text = unit.text().text();
    Set<String> released = new HashSet<>();
    boolean acquires = false;
    Condition condition = Condition.always();
    List<Ledger.Entry> ledger = new ArrayList<>();
    List<Result.Site> sites = new ArrayList<>();
    String body = text.substring(text.indexOf('{'));
    int shift = text.length() - body.length();
    for (Matcher call = CALL.matcher(body); call.find(); ) {
      Span at = new Span(call.start() + shift, call.end() + shift);
      String argument = call.group(2);
      switch (call.group(1)) {
        case "acquire" -> acquires = true;
        case "when" -> condition = condition.and(Condition.parse("defined(" + argument + ")"));
        case "ends" -> {
          ledger.add(new Ledger.Entry.Container(argument, "n", "thing", self(text), "end"));
          sites.add(new Result.Site("end", at));
        }
        case "fill" -> ledger.add(member(Ledger.Way.TAKEN, "S", argument, text));
        case "empty" ->
            ledger.add(
                argument.equals("any")
                    ? member(Ledger.Way.GIVEN, Ledger.Entry.Member.UNKNOWN, "", text)
                    : member(Ledger.Way.GIVEN, "S", argument, text));
        case "free" -> ledger.add(member(Ledger.Way.FREED, "S", "", text));
        default -> {
          if (argument.equals("opposite")) {
            if (environment.callees(call.group(1)).isEmpty()) {
              released.add("opposite");
            }
          } else if (argument.equals("given")) {
            if (environment.escape(call.group(1), 0, false) != Escapes.Reach.NOTHING) {
              released.add("given");
            }
          } else if (releases(call.group(1), environment, new HashSet<>())) {
            released.add(argument);
          }
        }
      }
    }
    boolean bounded = text.contains("bounded");
    boolean broken = text.contains("broken");
    List<Finding> findings =
        bounded || broken ? List.of() : findings(body, shift, released, condition);
    return new Result(
        !released.isEmpty() && !acquires ? RELEASES : Summary.TRIVIAL,
        findings,
        ledger,
        sites,
        broken ? List.of() : List.of(Condition.always()),
        broken
            ? List.of(new Result.Skip(Condition.always(), new Span(0, 1), "broken", "cannot parse"))
            : List.of(),
        bounded || text.contains("partly"));
  }

  private static boolean releases(String name, Environment environment, Set<String> seen) {
    if (name.equals("release")) {
      return true;
    }
    if (!seen.add(name)) {
      return false;
    }
    if (environment.callees(name).stream().anyMatch(c -> !c.summary().isTrivial())) {
      return true;
    }
    for (MacroDefinition macro : environment.definitions(name)) {
      for (Matcher word = Pattern.compile("\\w+").matcher(macro.body()); word.find(); ) {
        if (releases(word.group(), environment, seen)) {
          return true;
        }
      }
    }
    return false;
  }

  private static List<Finding> findings(
      String body, int shift, Set<String> released, Condition condition) {
    Confidence confidence = body.contains("doubtful") ? Confidence.POSSIBLE : Confidence.LIKELY;
    List<Finding> findings = new ArrayList<>();
    for (Matcher call = CALL.matcher(body); call.find(); ) {
      Span at = new Span(call.start() + shift, call.end() + shift);
      String subject = call.group(2);
      if (call.group(1).equals("acquire") && !released.contains(subject)) {
        findings.add(
            finding(confidence, Check.LEAK, subject, "acquire", at, condition, Optional.empty()));
      } else if (call.group(1).equals("stale")) {
        var need = new Finding.ContainerNeed(subject, "thing", List.of());
        findings.add(
            finding(
                confidence, Check.STALE_ALIAS, subject, "stale", at, condition, Optional.of(need)));
      }
    }
    return findings;
  }

  private static Finding finding(
      Confidence confidence,
      Check check,
      String subject,
      String callee,
      Span at,
      Condition condition,
      Optional<Finding.ContainerNeed> need) {
    return new Finding(
        "test",
        check,
        confidence,
        "thing",
        subject,
        subject,
        callee,
        subject + " is not right",
        condition,
        at,
        at,
        List.of(new Event(Event.Kind.ACQUIRE, at, "taken here")),
        List.of(),
        "release it",
        need);
  }

  @Override
  public Escapes escapes(Unit unit) {
    escapes.incrementAndGet();
    return new Analysis(RULES).escapes(unit);
  }

  private static String self(String text) {
    return text.substring(0, text.indexOf('(')).replaceAll("(?s)^.*\\W", "");
  }

  private static Ledger.Entry member(Ledger.Way way, String holder, String field, String text) {
    return new Ledger.Entry.Member(
        way, holder, field, field, "test", "thing", "ref", "acquire", self(text));
  }

  @Override
  public List<Finding> confirm(Result result, Ledger ledger) {
    List<Finding> confirmed = new ArrayList<>();
    for (Finding finding : result.findings()) {
      if (finding.needs().isEmpty()) {
        confirmed.add(finding);
      } else {
        List<Finding.Related> ends =
            ledger.containers().stream()
                .filter(e -> e.field().equals(finding.needs().get().field()))
                .map(e -> new Finding.Related(e.function(), e.effect(), "ends it"))
                .toList();
        if (!ends.isEmpty()) {
          confirmed.add(finding.confirmed(ends));
        }
      }
    }
    for (Ledger.Fault fault : ledger.faults()) {
      if (fault instanceof Ledger.Orphan(Ledger.Entry.Member taken, _, _)) {
        confirmed.add(
            finding(
                Confidence.LIKELY,
                Check.LEAK,
                taken.field(),
                taken.function(),
                new Span(0, 1),
                Condition.always(),
                Optional.empty()));
      }
    }
    return confirmed;
  }
}
