package org.zaudit.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zaudit.syntax.Syntax.Outcome;

/** What cannot be read costs no more than itself. */
class RecoveryTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          a = 3 + ; b();                   | 1 | (unknown "a = 3 + ;") (call b);
          a b + c; b();                    | 1 | (unknown "a b + c;") (call b);
          if (a + ) b(); else c();         | 1 | (if (unknown "(a + )") (call b); (call c);)
          while (a;) b();                  | 1 | (while (unknown "(a;)") (call b);)
          for (a) b();                     | 1 | (for - (unknown "(a)") - (call b);)
          f(a + , b); c();                 | 1 | (call f (unknown "a +") b); (call c);
          f(a ! b, c);                     | 1 | (call f (unknown "a ! b") c);
          int a[] = { 1 ! 2, 3 };          | 1 | (declare (a 'int[]' {(unknown "1 ! 2") 3}))
          f(a[); b();                      | 1 | (call f (unknown "a[")); (call b);
          ) a(); b();                      | 1 | (unknown ") a();") (call b);
          else a(); b();                   | 1 | (unknown "else a();") (call b);
          { a(; } b();                     | 1 | (block (unknown "a(;")) (call b);
          asm("" : "r" (a +)); b();        | 1 | (asm (unknown "(\"\" : \"r\" (a +))")) (call b);
          x = (T){ 1 } 3; b();             | 1 | (unknown "x = (T){ 1 } 3;") (call b);
          int g(int x) { return (x); } b();| 1 | (unknown "int g(int x) { return (x); }") (call b);
          a(); # b c                       | 1 | (call a); (unknown "# b c")
          return (a                        | 1 | (unknown "return (a")
          """)
  void losesTheStatementOnly(String text, int lost, String tree) {
    Outcome outcome = Reading.parse("void f(void) { " + text + " }");
    assertThat(outcome).isInstanceOf(Outcome.Parsed.class);
    Outcome.Parsed parsed = (Outcome.Parsed) outcome;
    assertThat(TreePrinter.print(parsed.function().body())).isEqualTo("(block " + tree + ")");
    assertThat(parsed.lost()).hasSize(lost);
  }

  @Test
  void keepsTheBodyOfAHeadThatItCannotRead() {
    Outcome outcome = Reading.parse("int f(int a) 3 + { return (1); }");
    assertThat(outcome).isInstanceOf(Outcome.Parsed.class);
    Outcome.Parsed parsed = (Outcome.Parsed) outcome;
    assertThat(parsed.lost()).hasSize(1);
    assertThat(TreePrinter.print(parsed.function()))
        .isEqualTo("(function f '' () (block (return 1)))");
  }

  @Test
  void readsTheLastOfSeveralFunctions() {
    String text =
        """
        struct wrap { int a; };
        static int f(int a);
        void wrapper(void) { f(1); }
        static int f(int a)
        { return (a); }
        """;
    assertThat(Reading.parse(text))
        .isInstanceOfSatisfying(
            Outcome.Parsed.class,
            parsed -> {
              assertThat(TreePrinter.print(parsed.function()))
                  .isEqualTo("(function f static 'int' ((a 'int')) (block (return a)))");
              assertThat(parsed.lost()).hasSize(1);
            });
  }

  @Test
  void countsWhatFollowsOnTheBody() {
    assertThat(Reading.parse("int f(int a) { } int b;"))
        .isInstanceOfSatisfying(
            Outcome.Parsed.class, parsed -> assertThat(parsed.lost()).hasSize(1));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          int f(int a) { { | int
          { }              | {
          """)
  void skipsWhatHasNoBody(String text, String token) {
    assertThat(Reading.parse(text))
        .isInstanceOfSatisfying(
            Outcome.Skipped.class,
            skipped -> {
              assertThat(skipped.reason()).isEqualTo("no function body");
              assertThat(skipped.token()).isEqualTo(token);
            });
  }

  @Test
  void missesNothingWhereThereIsNoFunction() {
    assertThat(Reading.parse("")).isInstanceOf(Outcome.Absent.class);
    assertThat(Reading.parse(" /* nothing */ ")).isInstanceOf(Outcome.Absent.class);
    assertThat(Reading.parse("int f(int a);")).isInstanceOf(Outcome.Absent.class);
  }
}
