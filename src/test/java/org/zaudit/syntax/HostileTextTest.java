package org.zaudit.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.zaudit.syntax.Syntax.Outcome;
import org.zaudit.syntax.grammar.C;

/** No text makes the parser throw, hang or run out of stack. */
class HostileTextTest {
  private static final List<String> WORDS =
      List.of(
          "a",
          "b",
          "size_t",
          "Node",
          "FOO",
          "__unused",
          "int",
          "struct",
          "enum",
          "static",
          "const",
          "typedef",
          "typeof",
          "sizeof",
          "offsetof",
          "va_arg",
          "_Generic",
          "_Atomic",
          "_BitInt",
          "__attribute__",
          "__extension__",
          "asm",
          "if",
          "else",
          "while",
          "do",
          "for",
          "switch",
          "case",
          "default",
          "goto",
          "break",
          "continue",
          "return",
          "__label__",
          "(",
          ")",
          "(",
          ")",
          "{",
          "}",
          "[",
          "]",
          ";",
          ";",
          ",",
          ":",
          "?",
          ".",
          "->",
          "...",
          "=",
          "+=",
          "||",
          "&&",
          "&",
          "*",
          "*",
          "+",
          "-",
          "!",
          "~",
          "++",
          "1",
          "2.5",
          "'c'",
          "\"s\"",
          "\"",
          "'",
          "/*",
          "*/",
          "//",
          "\n",
          "#",
          "\\",
          "list_for_each",
          "\u00e9",
          "@");

  @Test
  void randomWordsAreReadOrSkipped() {
    readRandomWords();
  }

  private static void readRandomWords() {
    Random random = new Random(1);
    for (int round = 0; round < 20_000; round++) {
      StringBuilder text = new StringBuilder(random.nextBoolean() ? "int f(int a) {" : "");
      int length = random.nextInt(60);
      for (int i = 0; i < length; i++) {
        text.append(WORDS.get(random.nextInt(WORDS.size())))
            .append(random.nextInt(4) == 0 ? "" : " ");
      }
      String whole = text.append(random.nextBoolean() ? "}" : "").toString();
      assertThat(Reading.parse(whole)).as(whole).isNotNull();
    }
  }

  @Test
  void randomBytesAreReadOrSkipped() {
    Random random = new Random(2);
    for (int round = 0; round < 2_000; round++) {
      StringBuilder text = new StringBuilder("f(){");
      for (int i = random.nextInt(200); i > 0; i--) {
        text.append((char) random.nextInt(256));
      }
      assertThat(Reading.parse(text.append('}').toString())).as(text.toString()).isNotNull();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "(",
        "((",
        "[",
        "{",
        "({",
        "!",
        "* ",
        "- ",
        "(int)",
        "(Node *)",
        "sizeof ",
        "sizeof (",
        "a = ",
        "a ? ",
        "a ? b : ",
        "a ?: ",
        "a + ",
        "a, ",
        "a.",
        "a->",
        "a[",
        "a(",
        "f()",
        "f(a, ",
        "if (a) ",
        "if (a) b(); else ",
        "while (a) ",
        "do ",
        "for (;;) ",
        "switch (a) ",
        "case 1: ",
        "a: ",
        "a ",
        "a\n",
        "FOO(a)\n",
        "list_for_each(a) ",
        "int a = ",
        "int *",
        "int (*a)(",
        "typeof (",
        "(a){",
        "{ [0] = ",
        "a = { ",
        "struct { ",
        "struct s ",
        "__attribute__((",
        "[[",
        "asm(\"\" : ",
        "\"s\" ",
        "'",
        "\"",
        "/*",
        "/* */ ",
        "#",
        "?",
        ") ",
        "] ",
        "; ",
        ", ",
        "else ",
        "\\",
        "1 ",
        "1'1",
        ".",
        "0x",
        "_Generic(a, int: ",
        "va_arg(ap, ",
        "x = (T){1} ",
        "goto *",
        "&&a + ",
        "&&"
      })
  void repetitionIsHarmless(String part) {
    for (String text :
        List.of(
            "void f(void) {" + part.repeat(10_000) + "}",
            "void f(void) {" + part.repeat(10_000),
            part.repeat(10_000) + "f(void) { }",
            "void f(" + part.repeat(10_000) + ") { }")) {
      assertThat(onASmallStack(text)).as(part).isNotNull();
    }
  }

  /** Eight times the text must not take sixty-four times as long. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "a = 1; ",
        "a b + ; ",
        "f(a !, ",
        "x = (T){1} + ",
        "a ",
        "(a) ",
        "\"s\" ",
        "a\n",
        "FOO(a)\n",
        "/*",
        "\"\\\"",
        "[ ",
        "} ",
        ") ",
        "if (! ) ",
        "'\\'",
        "0x1.",
        "int a, ",
        "a: ",
        "((a*"
      })
  void timeIsLinear(String part) {
    String small = "void f(void) {" + part.repeat(10_000) + "}";
    String large = "void f(void) {" + part.repeat(80_000) + "}";
    time(large);
    assertThat(time(large)).as(part).isLessThan(Math.max(time(small), 5_000_000) * 8 * 4);
  }

  private static long time(String text) {
    long best = Long.MAX_VALUE;
    for (int round = 0; round < 3; round++) {
      long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
      Reading.parse(text);
      best = Math.min(best, ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start);
    }
    return best;
  }

  @Test
  void deepNestingIsSkipped() {
    for (String text :
        List.of(
            "int f(void) { return " + "(".repeat(10_000) + "1" + ")".repeat(10_000) + "; }",
            "int f(void) { return " + "a + ".repeat(10_000) + "1; }",
            "int f(void) { return " + "-".repeat(1) + " - ".repeat(10_000) + "1; }",
            "int f(void) " + "{".repeat(10_000) + "}".repeat(10_000))) {
      assertThat(onASmallStack(text))
          .isInstanceOfSatisfying(
              Outcome.Skipped.class,
              skipped -> assertThat(skipped.reason()).isEqualTo("nested too deep"));
    }
  }

  @Test
  void whatPeopleNestIsRead() {
    String chain = "if (a) b(); else ".repeat(200) + "c();";
    String parentheses = "x = " + "(".repeat(60) + "1" + ")".repeat(60) + ";";
    String sum = "x = 1" + " + a".repeat(200) + ";";
    for (String text : List.of(chain, parentheses, sum)) {
      assertThat(onASmallStack("void f(void) { " + text + " }"))
          .isInstanceOfSatisfying(
              Outcome.Parsed.class, parsed -> assertThat(parsed.lost()).isEmpty());
    }
  }

  /**
   * The parser's only prediction is the dangling else's, and so its cache stays as small as it is.
   */
  @Test
  void predictionDoesNotGrow() {
    readRandomWords();
    BoundedParser parser = new BoundedParser(Tokens.of("").toStream(), 0);
    int states = 0;
    for (var decision : parser.getInterpreter().decisionToDFA) {
      states += decision.states.size();
    }
    assertThat(states).isBetween(1, 50);
    assertThat(C._ATN.getNumberOfDecisions()).isGreaterThan(50);
  }

  private static Outcome onASmallStack(String text) {
    AtomicReference<Outcome> outcome = new AtomicReference<>();
    AtomicReference<Throwable> failure = new AtomicReference<>();
    Thread thread = new Thread(null, () -> outcome.set(Reading.parse(text)), "small", 512 * 1024);
    thread.setUncaughtExceptionHandler((_, error) -> failure.set(error));
    thread.start();
    try {
      thread.join();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    assertThat(failure.get()).isNull();
    return Objects.requireNonNull(outcome.get());
  }
}
