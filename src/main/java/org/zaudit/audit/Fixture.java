package org.zaudit.audit;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.zaudit.analysis.Event;
import org.zaudit.rules.RuleSet;

/**
 * A C file that says what is to be found in it, on the line where it is to be found:
 *
 * <pre>{@code
 * put_page(p);            // expect: double-release p certain
 * return (error);         // expect: leak db likely when defined(HAVE_X)
 * p = o->pages[i];        // event: alias
 * // expect-silent        on a line of its own: nothing is to be found
 * }</pre>
 *
 * An {@code event} demands that the path of the next expected finding passes there. A finding that
 * is not expected is a failure, and so is an expectation that is not met.
 */
// The text belongs to the fixture and is never changed.
@SuppressWarnings("ArrayRecordComponent")
public record Fixture(String name, byte[] text, List<Expectation> expectations) {
  private static final Pattern EXPECT =
      Pattern.compile(
          "//\\s*expect:\\s*(?<check>[a-z-]+)\\s+(?<subject>.+?)\\s+(?<confidence>certain|likely|possible)(?:\\s+when\\s+(?<condition>.+))?\\s*$");
  private static final Pattern EVENT = Pattern.compile("//\\s*event:\\s*(?<kind>[a-z]+)\\s*$");

  /** What is to be found on a line, and by which events its path goes. */
  public record Expectation(
      int line,
      String check,
      String subject,
      String confidence,
      Optional<String> condition,
      List<Step> steps) {
    String text() {
      return check + " " + subject + " " + confidence + condition.map(c -> " when " + c).orElse("");
    }
  }

  record Step(int line, String kind) {}

  /**
   * Reads the expectations of a file. Throws {@link IllegalArgumentException} for one that it
   * cannot read.
   */
  public static Fixture read(String name, byte[] text) {
    List<Expectation> expectations = new ArrayList<>();
    List<Step> steps = new ArrayList<>();
    String[] lines = new String(text, StandardCharsets.UTF_8).split("\n", -1);
    boolean silent = false;
    for (int i = 0; i < lines.length; i++) {
      Matcher expect = EXPECT.matcher(lines[i]);
      Matcher event = EVENT.matcher(lines[i]);
      if (expect.find()) {
        expectations.add(
            new Expectation(
                i + 1,
                expect.group("check"),
                expect.group("subject"),
                expect.group("confidence"),
                Optional.ofNullable(expect.group("condition")),
                List.copyOf(steps)));
        steps.clear();
      } else if (event.find()) {
        steps.add(new Step(i + 1, event.group("kind")));
      } else if (lines[i].contains("// expect:") || lines[i].contains("// event:")) {
        throw new IllegalArgumentException(
            name + ":" + (i + 1) + ": cannot read this expectation: " + lines[i].strip());
      }
      silent |= lines[i].strip().equals("// expect-silent");
    }
    if (silent != expectations.isEmpty()) {
      throw new IllegalArgumentException(
          name
              + (silent
                  ? ": says expect-silent and expects something"
                  : ": expects nothing; say so by // expect-silent"));
    }
    return new Fixture(name, text, List.copyOf(expectations));
  }

  /**
   * Analyses the file on its own. Returns what is not as expected, one line each; empty when all
   * is.
   */
  public List<String> check(RuleSet rules) {
    TreeAnalysis analysis = TreeAnalysis.of(Map.of(name, text), rules, Engine.of(rules));
    List<String> problems = new ArrayList<>();
    List<Sighting> left = new ArrayList<>(analysis.findings());
    for (Expectation expected : expectations) {
      Optional<Sighting> met = left.stream().filter(s -> meets(s, expected)).findFirst();
      if (met.isEmpty()) {
        problems.add(name + ":" + expected.line() + ": expected, not found: " + expected.text());
        continue;
      }
      left.remove(met.get());
      for (Step step : expected.steps()) {
        boolean passed =
            met.get().events().stream()
                .anyMatch(e -> e.line() == step.line() && kind(e.kind()).equals(step.kind()));
        if (!passed) {
          problems.add(
              name
                  + ":"
                  + step.line()
                  + ": the path of "
                  + expected.text()
                  + " does not pass here by "
                  + step.kind()
                  + ": "
                  + path(met.get()));
        }
      }
    }
    left.forEach(s ->
        problems.add(name + ":" + s.line() + ": found, not expected: " + text(s) + " " + path(s)));
    analysis
        .gaps()
        .forEach(g ->
            problems.add(
                name + ":" + g.line() + ": not analysed: " + g.function() + ": " + g.text()));
    return problems;
  }

  private static boolean meets(Sighting s, Expectation e) {
    return s.line() == e.line()
        && s.finding().check().id().equals(e.check())
        && s.finding().subject().equals(e.subject())
        && s.finding().confidence().id().equals(e.confidence())
        && s.condition().equals(e.condition());
  }

  private static String text(Sighting s) {
    return s.finding().check().id()
        + " "
        + s.finding().subject()
        + " "
        + s.finding().confidence().id()
        + s.condition().map(c -> " when " + c).orElse("");
  }

  private static String path(Sighting s) {
    return s.events().stream().map(e -> kind(e.kind()) + ":" + e.line()).toList().toString();
  }

  private static String kind(Event.Kind kind) {
    return kind.name().toLowerCase(java.util.Locale.ROOT);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Fixture f
        && f.name.equals(name)
        && java.util.Arrays.equals(f.text, text);
  }

  @Override
  public int hashCode() {
    return name.hashCode();
  }

  @Override
  public String toString() {
    return name;
  }
}
