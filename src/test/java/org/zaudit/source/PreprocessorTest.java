package org.zaudit.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.zaudit.rules.World;

/** The last function of a file in its configurations, with the macros of the file. */
class PreprocessorTest {

  @Test
  void oneConfigurationForEachTextThatThereIs() {
    assertThat(
            texts(
                """
                int f(void)
                {
                #if defined(A) && LEVEL >= 5
                  a();
                #endif
                #if LEVEL < 5
                  b();
                #endif
                }
                """))
        .containsExactlyInAnyOrder(
            "defined(A) && LEVEL >= 5: int f(void) { a(); }",
            "!defined(A) && LEVEL >= 5: int f(void) { }",
            "LEVEL < 5: int f(void) { b(); }");
  }

  @Test
  void conditionsThatExcludeEachOtherNeverMeet() {
    assertThat(
            texts(
                """
                int f(void)
                {
                #ifdef __linux__
                  a();
                #endif
                #ifdef __FreeBSD__
                  b();
                #endif
                }
                """))
        .containsExactlyInAnyOrder(
            "defined(__linux__): int f(void) { a(); }",
            "defined(__FreeBSD__) && !defined(__linux__): int f(void) { b(); }",
            "!defined(__FreeBSD__) && !defined(__linux__): int f(void) { }");
  }

  @Test
  void nobodyCompilesWhatComesToAnError() {
    assertThat(
            texts(
                """
                int f(void)
                {
                #if defined(A)
                  a();
                #elif defined(B)
                  b();
                #else
                #error "neither"
                #endif
                }
                """))
        .containsExactlyInAnyOrder(
            "defined(A): int f(void) { a(); }", "!defined(A) && defined(B): int f(void) { b(); }");
  }

  @Test
  void manyConditionsAreCoveredBranchByBranch() {
    StringBuilder text = new StringBuilder("int f(void)\n{\n");
    for (int i = 0; i < 12; i++) {
      text.append("#ifdef A%d\n  a%d();\n#else\n  b%d();\n#endif\n".formatted(i, i, i));
    }
    List<String> texts = texts(text + "}\n");
    assertThat(texts).hasSize(Bounds.CONFIGURATIONS);
    for (int i = 0; i < 12; i++) {
      String taken = " a" + i + "();";
      String left = " b" + i + "();";
      assertThat(texts).anyMatch(t -> t.contains(taken)).anyMatch(t -> t.contains(left));
    }
  }

  @Test
  void macrosThatHideControlFlowAreSeenThrough() {
    assertThat(
            expanded(
                """
                #define ENTER(v) do { lock(v); if ((v)->dead) { unlock(v); return (EIO); } } while (0)
                #define EXIT(v) unlock(v)
                """,
                "ENTER(x); EXIT(x);"))
        .isEqualTo(
            "do { lock ( x ) ; if ( ( x ) -> dead ) { unlock ( x ) ; return ( EIO ) ; } } while ( 0 ) ; EXIT(x);");
    assertThat(expanded("#define OPEN {\n#define CLOSE }\n", "if (a) OPEN b(); CLOSE"))
        .isEqualTo("if (a) { b(); }");
    assertThat(expanded("#define SET(p, v) ((p)->next = (v))\n", "SET(a, b);"))
        .isEqualTo("( ( a ) -> next = ( b ) ) ;");
    assertThat(expanded("#define AGAIN goto top\n", "AGAIN;")).isEqualTo("goto top ;");
    assertThat(expanded("#define EACH(i, n) for (i = 0; i < (n); i++)\n", "EACH(k, 3) g(k);"))
        .startsWith("for ( k = 0 ; k < ( 3 ) ; k ++ )");
  }

  @Test
  void macrosWithoutConsequenceStayCalls() {
    assertThat(expanded("#define MAX(a, b) ((a) > (b) ? (a) : (b))\n", "x = MAX(y, z);"))
        .isEqualTo("x = MAX(y, z);");
  }

  @Test
  void macrosThatMentionWhatContractsKnowAreExpanded() {
    assertThat(expanded("#define PUT(p) give_back(p, TAG)\n", "PUT(q);"))
        .isEqualTo("give_back ( q , TAG ) ;");
    // Through another macro, inside of an argument.
    assertThat(
            expanded(
                "#define VERIFY0(x) VERIFY((x) == 0)\n#define PUT(p) give_back(p)\n",
                "VERIFY0(PUT(q));"))
        .isEqualTo("VERIFY0( give_back ( q ) );");
    assertThat(expanded("#define take(p) take_it(p, 1)\n", "take(q);")).isEqualTo("take(q);");
  }

  @Test
  void operatorsAndVariableArguments() {
    assertThat(expanded("#define CAT(a, b) if (a##b) g(#b)\n", "CAT(x, y z);"))
        .isEqualTo("if ( xy z ) g ( \"y z\" ) ;");
    assertThat(expanded("#define LOG(f, ...) do { say(f, ##__VA_ARGS__); } while (0)\n", "LOG(a);"))
        .isEqualTo("do { say ( a ) ; } while ( 0 ) ;");
    assertThat(
            expanded(
                "#define LOG(f, ...) do { say(f, __VA_ARGS__); } while (0)\n", "LOG(a, b, c);"))
        .isEqualTo("do { say ( a , b , c ) ; } while ( 0 ) ;");
    assertThat(expanded("#define LOG(f, rest...) do { say(f, rest); } while (0)\n", "LOG(a, b);"))
        .isEqualTo("do { say ( a , b ) ; } while ( 0 ) ;");
  }

  @Test
  void aMacroIsNoMacroInItself() {
    assertThat(expanded("#define g(x) do { g(x); } while (0)\n", "g(g(1));"))
        .isEqualTo("do { g ( do { g ( 1 ) ; } while ( 0 ) ) ; } while ( 0 ) ;");
  }

  @Test
  void aFunctionMayHaveTheNameOfAMacro() {
    assertThat(texts("#define f(x) (0)\nstatic inline int\nf(int x)\n{ return f(x); }\n"))
        .containsExactly("1: static inline int f(int x) { return ( 0 ) ; }");
    assertThat(
            texts("#define MAKE(n) int n(void) { return 1; } int made_##n(void)\nMAKE(f)\n{ }\n"))
        .containsExactly("1: int f ( void ) { return 1 ; } int made_f ( void ) { }");
  }

  @Test
  void theConditionOfADefinitionIsAChoice() {
    assertThat(
            texts(
                """
                #ifdef DEBUG
                #define CHECK(x) if (!(x)) return 1
                #else
                #define CHECK(x)
                #endif
                int f(int a) { CHECK(a); }
                """))
        .containsExactlyInAnyOrder(
            "defined(DEBUG): int f(int a) { if ( ! ( a ) ) return 1 ; }",
            "!defined(DEBUG): int f(int a) { ; }");
  }

  @Test
  void whatAMacroBringsInStandsAtItsInvocation() {
    SourceFile file = scan("#define LEAVE return\nint f(void) { LEAVE; }\n");
    Chunk chunk = function(file);
    Expanded expanded = expand(file, chunk, configurations(file, chunk).getFirst());
    int at = expanded.text().indexOf("return");
    Span span = expanded.positions().original(at, at + 6);
    assertThat(chunk.text().text().substring(span.start(), span.end())).isEqualTo("LEAVE");
    assertThat(expanded.positions().macro(at)).isEqualTo("LEAVE");
    assertThat(expanded.positions().macro(0)).isEmpty();
  }

  /** A body in a function, as it is read with these macros before it. */
  private static String expanded(String macros, String body) {
    List<String> texts = texts(macros + "int f(void) { " + body + " }\n");
    assertThat(texts).hasSize(1);
    String text = texts.getFirst();
    return text.substring(text.indexOf('{') + 2, text.length() - 2);
  }

  private static List<String> texts(String text) {
    SourceFile file = scan(text);
    Chunk chunk = function(file);
    return configurations(file, chunk).stream()
        .map(
            way -> way.condition() + ": " + expand(file, chunk, way).text().replaceAll("\\s+", " "))
        .toList();
  }

  private static List<Configuration> configurations(SourceFile file, Chunk chunk) {
    return Preprocessor.configurations(
        chunk.text(),
        chunk.condition(),
        World.byDefault(),
        macros(file),
        PreprocessorTest::isContract,
        PreprocessorTest::isContract);
  }

  private static Expanded expand(SourceFile file, Chunk chunk, Configuration way) {
    return Preprocessor.expand(
        chunk.text(),
        way,
        World.byDefault(),
        macros(file),
        PreprocessorTest::isContract,
        PreprocessorTest::isContract);
  }

  private static boolean isContract(String name) {
    return Set.of("take", "give_back").contains(name);
  }

  private static MacroTable macros(SourceFile file) {
    return name -> file.macros().reversed().stream().filter(m -> m.name().equals(name)).toList();
  }

  private static Chunk function(SourceFile file) {
    return file.chunks().stream()
        .filter(chunk -> chunk.kind() == Chunk.Kind.FUNCTION)
        .reduce((_, last) -> last)
        .orElseThrow();
  }

  private static SourceFile scan(String text) {
    return SourceFile.scan(text.getBytes(StandardCharsets.ISO_8859_1));
  }
}
