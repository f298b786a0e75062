package org.zaudit.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.zaudit.rules.World;

class ConditionTest {
  /**
   * Every way to leave out or define A, B and C with values around the bounds that {@link
   * RandomFormula} asks for.
   */
  private static final List<Map<String, Long>> COMPILATIONS = compilations();

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      value = {
        "defined(A) && !defined(B)                         => defined(A) && !defined(B)",
        "!defined B && defined A                           => defined(A) && !defined(B)",
        "defined(A) || (defined(B) && !defined(C))         => defined(A) || (defined(B) && !defined(C))",
        "defined(A) && defined(B) || defined(A)            => defined(A)",
        "defined(A) && defined(B) || defined(A) && !defined(B) => defined(A)",
        "!(defined(A) || defined(B))                       => !defined(A) && !defined(B)",
        "defined(A) || !defined(A)                         => 1",
        "X > 4                                             => X >= 5",
        "!(X >= 5)                                         => X < 5",
        "5 <= X && X < 7                                   => X >= 5 && X < 7",
        "X == 5                                            => X == 5",
        "X != 5                                            => X != 5",
        "X >= 5 && X < 5                                   => 0",
        "X >= 7 && X >= 5                                  => X >= 7",
        "X >= 7 || X >= 5                                  => X >= 5",
        "X == 0                                            => !X",
        "defined(X) && X                                   => X",
        "!defined(X) && X                                  => 0",
        "!defined(X) && X >= 3                             => 0",
        "defined(X) && X >= 0                              => defined(X) && X >= 0",
        "LINUX_VERSION_CODE >= KERNEL_VERSION(5, 9, 0)     => LINUX_VERSION_CODE >= KERNEL_VERSION(5,9,0)",
        "KERNEL_VERSION(3,1,300) > LINUX_VERSION_CODE      => LINUX_VERSION_CODE < KERNEL_VERSION(3,1,255)",
        "LINUX_VERSION_CODE < 0x020620 || LINUX_VERSION_CODE >= 132640 => 1",
        "RHEL_RELEASE_CODE > RHEL_RELEASE_VERSION(7,255)   => RHEL_RELEASE_CODE >= RHEL_RELEASE_VERSION(8,0)",
        "IS_ENABLED( CONFIG_X )                            => IS_ENABLED(CONFIG_X)",
        "!__has_include(<linux/mm.h>)                      => !__has_include(<linux/mm.h>)",
        "defined(A) ? B : C                                => (defined(A) && B) || (!defined(A) && C)",
        "!!B                                               => B",
        "(1 << 4) == 16 && 7/2 == 3 && 'a' == 97 && 010==8 && 0x10UL == 16 => 1",
        "1 / 0                                             => 1 / 0",
        "!(A & 4)                                          => !(A & 4)",
        "A >= B                                            => A >= B",
        "A + 1 > 3                                         => A + 1 >= 4",
        "defined(A) == 1                                   => defined(A)",
        "defined(A) != defined(B)                          => (defined(A) && !defined(B)) || (!defined(A) && defined(B))",
      })
  void readsAndWritesAsAKernelDeveloperWould(String text, String expected) {
    assertThat(Condition.parse(text)).hasToString(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "  /* nothing */ ",
        "A B",
        "defined(",
        "1.5",
        "&& A",
        "A = B",
        "\"text\"",
        "'a"
      })
  void refusesWhatIsNoExpression(String text) {
    assertThatThrownBy(() -> Condition.parse(text)).isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "A B", "defined(", "((((", "1 ? 2", "\u0000\u00ff`@", "A = B"})
  void takesWhateverStandsInAFileAsAnAtom(String text) {
    Condition condition = Condition.parseLeniently(text);
    assertThat(condition.isNever() || condition.isAlways()).isFalse();
    assertThat(condition.and(condition.not()).isNever()).isTrue();
    assertThat(Condition.parseLeniently(" " + text + "/* layout */")).isEqualTo(condition);
  }

  @Test
  void noCompilationIsForTwoSystems() {
    Condition linux = Condition.parse("defined(__linux__)");
    Condition freebsd = Condition.parse("defined(__FreeBSD__)");
    assertThat(linux.excludes(freebsd)).isTrue();
    assertThat(linux.implies(freebsd.not())).isTrue();
    assertThat(linux.and(Condition.parse("defined(_KERNEL)")).implies(freebsd.not())).isTrue();
    assertThat(linux.excludes(freebsd.not())).isFalse();
    assertThat(linux.or(freebsd).excludes(freebsd)).isFalse();
    assertThat(linux.excludes(Condition.parse("defined(__linux)"))).isFalse();
  }

  @Test
  void agreesWithTheFormulaInEveryCompilation() {
    forRandomFormulas((formula, condition) -> {
      for (Map<String, Long> compilation : COMPILATIONS) {
        assertThat(holds(condition, compilation)).isEqualTo(formula.holds(compilation));
      }
    });
  }

  @Test
  void isNeverExactlyWhenNoCompilationSatisfiesIt() {
    forRandomFormulas((formula, condition) -> {
      assertThat(condition.isNever()).isEqualTo(COMPILATIONS.stream().noneMatch(formula::holds));
      assertThat(condition.isAlways()).isEqualTo(COMPILATIONS.stream().allMatch(formula::holds));
    });
  }

  @Test
  void writesWhatItReads() {
    forRandomFormulas((_, condition) -> {
      Condition again = Condition.parse(condition.toString());
      assertThat(again.implies(condition) && condition.implies(again)).isTrue();
    });
  }

  @Test
  void combinesAsLogicDoes() {
    RandomGenerator random = new SplittableRandom(7);
    for (int i = 0; i < 500; i++) {
      RandomFormula a = RandomFormula.of(random, 3);
      RandomFormula b = RandomFormula.of(random, 3);
      Condition left = Condition.parse(a.text());
      Condition right = Condition.parse(b.text());
      assertThat(left.and(right)).as("%s && %s", a.text(), b.text()).isEqualTo(right.and(left));
      assertThat(left.or(right)).as("%s || %s", a.text(), b.text()).isEqualTo(right.or(left));
      assertThat(left.and(right).implies(left)).isTrue();
      assertThat(left.implies(left.or(right))).isTrue();
      for (Map<String, Long> compilation : COMPILATIONS) {
        assertThat(holds(left.and(right), compilation))
            .isEqualTo(a.holds(compilation) && b.holds(compilation));
        assertThat(holds(left.or(right.not()), compilation))
            .isEqualTo(a.holds(compilation) || !b.holds(compilation));
      }
    }
  }

  @Test
  void equalFormulasOfIndependentAtomsAreEqualObjects() {
    List<String> orders =
        List.of(
            "A && (B || !C)",
            "!(!A || (!B && C))",
            "A && B || A && !C",
            "(B && A) || (A && !C && !B)");
    assertThat(orders.stream().map(Condition::parse).distinct()).hasSize(1);
    assertThat(orders.stream().map(Condition::parse).map(Condition::hashCode).distinct())
        .hasSize(1);
  }

  @Test
  void withoutHoldsWhereSomeValueOfTheAtomsDoes() {
    Condition condition = Condition.parse("(A >= 1 && defined(B)) || (A >= 3 && defined(C))");
    assertThat(condition.without(Set.of("defined(B)"))).hasToString("A >= 1");
    assertThat(condition.without(Set.of("defined(B)", "defined(C)"))).hasToString("A >= 1");
    assertThat(condition.without(Set.of("A >= 1")))
        .hasToString("(A >= 3 && defined(C)) || defined(B)");
    assertThat(condition.without(Set.of("A >= 1", "A >= 3")))
        .hasToString("defined(B) || defined(C)");
    assertThat(
            Condition.parse("A < 1 && defined(B) || A >= 3 && defined(C)")
                .without(Set.of("A >= 1")))
        .hasToString("(A >= 3 && defined(C)) || (A < 3 && defined(B))");
  }

  @Test
  void assumedValuesDecideWhatFollowsFromThem() {
    Condition condition = Condition.parse("X >= 5 && defined(A)");
    assertThat(condition.assume(Map.of("X >= 7", true))).hasToString("defined(A)");
    assertThat(condition.assume(Map.of("X >= 3", false)).isNever()).isTrue();
    assertThat(condition.assume(Map.of("defined(X)", false)).isNever()).isTrue();
    assertThat(condition.assume(Map.of("X", false)).isNever()).isTrue();
    assertThat(condition.assume(Map.of("X >= 3", true))).isEqualTo(condition);
    assertThat(condition.assume(Map.of("defined(A)", true))).hasToString("X >= 5");
    assertThat(Condition.parse("defined(X)").assume(Map.of("X >= 3", true)).isAlways()).isTrue();
  }

  @Test
  void aWorldSettlesWhatItDefines() {
    World world =
        new World(
            "linux",
            Map.of("_KERNEL", "", "LEVEL", "(3)"),
            Set.of("__FreeBSD__"),
            List.of(),
            List.of(),
            List.of());
    assertThat(
            Condition.parse("defined(_KERNEL) && !defined(__FreeBSD__) && defined(HAVE_X)")
                .in(world))
        .hasToString("defined(HAVE_X)");
    assertThat(Condition.parse("LEVEL == 3 && LEVEL").in(world).isAlways()).isTrue();
    assertThat(Condition.parse("LEVEL > 3 || __FreeBSD__ >= 10").in(world).isNever()).isTrue();
  }

  @Test
  void namesItsAtomsInOrder() {
    assertThat(Condition.parse("X >= 13 && defined(X) && B || X >= 5 && defined(A)").atoms())
        .containsExactly("defined(A)", "B", "X >= 5", "X >= 13");
    assertThat(Condition.atom("X >= 13")).isEqualTo(Condition.parse("X > 12"));
    assertThat(Condition.atom("LINUX_VERSION_CODE >= KERNEL_VERSION(5,9,0)"))
        .isEqualTo(Condition.parse("LINUX_VERSION_CODE >= KERNEL_VERSION(5, 9, 0)"));
    assertThat(Condition.atom("defined(A)")).isEqualTo(Condition.parse("defined A"));
    assertThat(Condition.atom("what?").atoms()).containsExactly("what?");
  }

  @Test
  void aFormulaThatOutgrowsItsBoundIsOneAtom() {
    // Pairs that stand far apart in the order double the diagram each.
    Condition condition = Condition.never();
    for (int i = 0; i < 12; i++) {
      condition =
          condition.or(
              Condition.atom("A" + (char) ('a' + i)).and(Condition.atom("B" + (char) ('a' + i))));
    }
    assertThat(condition.size()).isLessThanOrEqualTo(Bounds.CONDITION_NODES);
    assertThat(condition.atoms()).anyMatch(atom -> atom.startsWith("condition("));
    assertThat(condition.and(condition.not()).isNever()).isTrue();
  }

  @Test
  void depthAndLengthAreNoDanger() {
    for (String hostile :
        List.of(
            "(".repeat(100_000),
            "!".repeat(100_000) + "A",
            "A||".repeat(100_000) + "A",
            "(".repeat(400) + "A" + ")".repeat(400))) {
      assertThat(Condition.parseLeniently(hostile).isNever()).isFalse();
    }
  }

  private interface Law {
    void check(RandomFormula formula, Condition condition);
  }

  private static void forRandomFormulas(Law law) {
    RandomGenerator random = new SplittableRandom(42);
    for (int i = 0; i < 3000; i++) {
      RandomFormula formula = RandomFormula.of(random, 1 + i % 5);
      try {
        law.check(formula, Condition.parse(formula.text()));
      } catch (AssertionError failure) {
        throw new AssertionError(
            "with formula " + formula.text() + " read as " + Condition.parse(formula.text()),
            failure);
      }
    }
  }

  private static boolean holds(Condition condition, Map<String, Long> definitions) {
    Map<String, Boolean> values = new LinkedHashMap<>();
    for (String atom : condition.atoms()) {
      String[] comparison = atom.split(" >= ", -1);
      String name = comparison[0].replace("defined(", "").replace(")", "");
      long value = definitions.getOrDefault(name, 0L);
      values.put(
          atom,
          atom.startsWith("defined(")
              ? definitions.containsKey(name)
              : comparison.length == 2 ? value >= Long.parseLong(comparison[1]) : value != 0);
    }
    Condition rest = condition.assume(values);
    assertThat(rest.isAlways() || rest.isNever()).isTrue();
    return rest.isAlways();
  }

  private static List<Map<String, Long>> compilations() {
    List<Map<String, Long>> all = List.of(Map.of());
    for (String name : List.of("A", "B", "C")) {
      all =
          all.stream().flatMap(some -> Stream.concat(Stream.of(some), values(name, some))).toList();
    }
    return all;
  }

  private static Stream<Map<String, Long>> values(String name, Map<String, Long> others) {
    List<Map<String, Long>> result = new ArrayList<>();
    for (long value = -2; value <= 4; value++) {
      Map<String, Long> more = new HashMap<>(others);
      more.put(name, value);
      result.add(more);
    }
    return result.stream();
  }
}
