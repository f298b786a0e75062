package org.zaudit.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.zaudit.analysis.Confidence;
import org.zaudit.analysis.Event;
import org.zaudit.rules.RuleSet;
import org.zaudit.rules.Rules;

/**
 * What the engine says of random programs, against what their runs show: nothing that a run shows
 * is missed, and nothing is certain that no run shows.
 */
class OracleTest {
  private static final String CORPUS = "oracle.c";
  private static final String HEAD = "/* shown: ";
  private static final String FOOT = " */";
  private static final String MISSED = "missed: ";
  private static final int BATCH = 250;
  private static final int PROBLEMS = 10;

  /**
   * Of so many programs one may show what is missed: what differs from round to round of a loop.
   */
  private static final int A_MISS_IN = 100;

  /** And one may have what is certain and never shown: what goes with a result of a helper. */
  private static final int A_FALSE_ONE_IN = 250;

  private static final RandomGeneratorFactory<RandomGenerator> RANDOM =
      RandomGeneratorFactory.of("L64X128MixRandom");

  /** Programs of different seeds are different ones. */
  private static final long SEEDS = 1_000_000;

  private final RuleSet rules = Rules.load(List.of(resource("oracle.yaml").toString()));

  @TempDir private Path folder;

  /**
   * A program, and what its runs show.
   *
   * @param firstLine the lines before {@code f}
   */
  private record Known(String name, String text, int firstLine, CountingRun.Shown shown) {
    private static final Pattern NAME = Pattern.compile("(?m)^int\n(f\\d+)\\(");

    static Known of(RandomProgram program, CountingRun.Shown shown) {
      return of(program.toString(), shown);
    }

    private static Known of(String program, CountingRun.Shown shown) {
      String text = RandomProgram.PREAMBLE + program;
      Matcher name = NAME.matcher(text);
      if (!name.find()) {
        throw new IllegalArgumentException("no function f in " + program);
      }
      int before = (int) text.substring(0, name.start()).lines().count();
      return new Known(name.group(1), text, before, shown);
    }

    /** What {@link #toString} gave. */
    static Known parse(String recorded) {
      int end = recorded.indexOf('\n');
      String shown = recorded.substring(0, recorded.indexOf(FOOT));
      return of(recorded.substring(end + 1), CountingRun.Shown.parse(shown));
    }

    /** What does not agree with that in what was found. */
    List<String> problems(List<Sighting> found) {
      List<String> problems = new ArrayList<>();
      for (int line : shown.leaks()) {
        if (found.stream()
            .noneMatch(s -> isLeak(s) && (lines(s).contains(line) || named(s, line)))) {
          problems.add(MISSED + "leak of what is taken in line " + line);
        }
      }
      for (int line : shown.bad()) {
        if (found.stream().noneMatch(s -> !isLeak(s) && s.line() - firstLine == line)) {
          problems.add(MISSED + "use of what was given back, in line " + line);
        }
      }
      for (Sighting s : found) {
        if (s.finding().confidence() == Confidence.CERTAIN && !isShown(s)) {
          problems.add(
              "not shown: "
                  + s.finding().check().id()
                  + " in line "
                  + (s.line() - firstLine)
                  + " of what is taken in "
                  + lines(s)
                  + ": "
                  + s.finding().message());
        }
      }
      return problems;
    }

    private boolean isShown(Sighting s) {
      return isLeak(s)
          ? lines(s).stream()
              .anyMatch(line -> shown.leaks().contains(line) || shown.laterLeaks().contains(line))
          : shown.bad().contains(s.line() - firstLine)
              || shown.laterBad().contains(s.line() - firstLine);
    }

    /** What is taken there goes by the same name: one report stands for both. */
    private boolean named(Sighting s, int line) {
      String taken = text.lines().skip(firstLine + line - 1L).findFirst().orElseThrow();
      return taken.contains(s.finding().subject());
    }

    /** Where the path takes something. */
    private List<Integer> lines(Sighting s) {
      return s.events().stream()
          .filter(e -> e.kind() == Event.Kind.ACQUIRE)
          .map(e -> e.line() - firstLine)
          .toList();
    }

    private static boolean isLeak(Sighting s) {
      return switch (s.finding().check()) {
        case LEAK, LOST_REFERENCE, PARTIAL_ACQUIRE, INCONSISTENT_PATHS -> true;
        default -> false;
      };
    }

    @Override
    public String toString() {
      return HEAD + shown + FOOT + "\n" + text.substring(RandomProgram.PREAMBLE.length());
    }
  }

  @TestFactory
  Stream<DynamicTest> recorded() throws IOException {
    return Stream.of(Files.readString(resource(CORPUS)).split(Pattern.quote(HEAD)))
        .skip(1)
        .map(Known::parse)
        .map(known ->
            DynamicTest.dynamicTest(
                known.name(), () -> assertThat(compare(List.of(known))).isEmpty()));
  }

  /**
   * {@code mvn test -Poracle}: needs a C compiler and, for 100,000 programs, an hour. With {@code
   * -Doracle.record=true} what the runs show is recorded.
   */
  @Test
  @EnabledIfSystemProperty(named = "oracle.programs", matches = "\\d+")
  void random() throws Exception {
    int programs = Integer.getInteger("oracle.programs");
    long seed = Long.getLong("oracle.seed", 1);
    Map<String, Integer> kinds = new TreeMap<>();
    List<String> missed = new ArrayList<>();
    List<String> notShown = new ArrayList<>();
    StringBuilder record = new StringBuilder();
    for (int first = 0; first < programs; first += BATCH) {
      List<Known> known = run(first, Math.min(first + BATCH, programs), seed);
      for (String problem : compare(known)) {
        (problem.startsWith(MISSED) ? missed : notShown).add(problem);
      }
      known.forEach(k -> kinds.merge(kind(k.shown()), 1, Integer::sum));
      known.forEach(record::append);
    }
    System.out.printf(
        "%d programs: %s; missed %d, not shown %d%n",
        programs, kinds, missed.size(), notShown.size());
    if (Boolean.getBoolean("oracle.record")) {
      Files.writeString(resource(CORPUS), record);
    }
    assertFew(notShown, programs / A_FALSE_ONE_IN);
    assertFew(missed, programs / A_MISS_IN);
  }

  private static void assertFew(List<String> problems, int most) {
    assertThat(problems.size())
        .as(String.join("\n", problems.stream().limit(PROBLEMS).toList()))
        .isLessThanOrEqualTo(most);
  }

  private List<Known> run(int first, int end, long seed) throws IOException, InterruptedException {
    List<RandomProgram> batch = new ArrayList<>();
    for (int i = first; i < end; i++) {
      batch.add(RandomProgram.of(i, RANDOM.create(seed * SEEDS + i)));
    }
    List<Optional<CountingRun.Shown>> shown = CountingRun.of(batch, folder);
    List<Known> known = new ArrayList<>();
    for (int i = 0; i < batch.size(); i++) {
      RandomProgram program = batch.get(i);
      shown.get(i).ifPresent(s -> known.add(Known.of(program, s)));
    }
    return known;
  }

  private static String kind(CountingRun.Shown shown) {
    return (shown.leaks().isEmpty() ? "" : "leak ") + (shown.bad().isEmpty() ? "" : "bad");
  }

  private List<String> compare(List<Known> programs) {
    Map<String, byte[]> files = new LinkedHashMap<>();
    programs.forEach(p -> files.put(p.name() + ".c", p.text().getBytes(StandardCharsets.UTF_8)));
    TreeAnalysis analysis = TreeAnalysis.of(files, rules, Engine.of(rules));
    List<String> problems = new ArrayList<>();
    for (Known program : programs) {
      List<Sighting> found =
          analysis.findings().stream().filter(s -> s.file().equals(program.name() + ".c")).toList();
      for (String problem : program.problems(found)) {
        problems.add(problem + "\n" + program);
      }
    }
    return problems;
  }

  private static Path resource(String name) {
    return Path.of("src/test/resources/org/zaudit/audit", name);
  }
}
