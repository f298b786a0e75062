package org.zaudit.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zaudit.source.Scanning.function;
import static org.zaudit.source.Scanning.functions;
import static org.zaudit.source.Scanning.scan;

import java.util.List;
import org.junit.jupiter.api.Test;

class ConditionalsTest {
  @Test
  void bracesThatBranchesOpenDifferentlyMeetAgain() {
    assertThat(
            functions(
                """
                int f(int a, int b)
                {
                #ifdef HAVE_A
                  if (a) {
                #elif defined(HAVE_B)
                  if (a) { if (b) {
                #endif
                    g();
                #ifdef HAVE_A
                  }
                #elif defined(HAVE_B)
                  } }
                #endif
                  return 0;
                }
                int h(void)
                {
                #ifdef KERNEL
                  if (x) {
                #else
                  if (y) {
                #endif
                    g();
                  }
                #if !defined(KERNEL)
                  return 1;
                }
                #else
                  return 2;
                }
                #endif
                int next(void) { return 0; }
                """))
        .containsExactly("f", "h", "next");
  }

  @Test
  void conditionsAreThoseAround() {
    String text =
        """
        #if defined(A) && !defined(B)
        int f(void) { }
        #elif VERSION >= 3
        int g(void) { }
        #else
        int h(void) { }
        #endif
        """;
    assertThat(function(text, "f").condition()).hasToString("defined(A) && !defined(B)");
    assertThat(function(text, "g").condition())
        .hasToString("(!defined(A) && VERSION >= 3) || (defined(B) && VERSION >= 3)");
    assertThat(function(text, "h").condition())
        .hasToString("(!defined(A) && VERSION < 3) || (defined(B) && VERSION < 3)");
  }

  @Test
  void whatTheFileItselfDefinesIsKnown() {
    String text =
        """
        #ifdef HAVE_A
        #define USE_A
        #define LEVEL 3
        #endif
        #undef GONE
        #if defined(USE_A) && LEVEL > 2
        int f(void) { }
        #endif
        #ifdef GONE
        int g(void) { }
        #endif
        """;
    assertThat(function(text, "f").condition())
        .hasToString("defined(HAVE_A) || (LEVEL >= 3 && defined(USE_A))");
    assertThat(function(text, "g").condition().isNever()).isTrue();
  }

  @Test
  void whatIsDisabledNeedNotBeC() {
    String text =
        "#if 0\nIt doesn't { parse\n#if A\n#else\n#endif\n#define X\n#else\nint f(void) { }\n#endif\n";
    assertThat(functions(text)).containsExactly("f");
    assertThat(scan(text).macros()).isEmpty();
    assertThat(scan(text).chunks().get(1).condition().isNever()).isTrue();
  }

  @Test
  void aGuardIsNoCondition() {
    String guarded =
        "/* c */\n#ifndef _A_H\n#define _A_H\n#define X 1\nint f(void) { }\n#endif /* _A_H */\n";
    assertThat(function(guarded, "f").condition().isAlways()).isTrue();
    assertThat(scan(guarded).macros()).allMatch(macro -> macro.condition().isAlways());
    for (String more : List.of("int g;\n", "#define Y\n")) {
      assertThat(function(guarded + more, "f").condition()).hasToString("!defined(_A_H)");
      assertThat(scan(guarded + more).macros().get(1).condition()).hasToString("!defined(_A_H)");
    }
    String divided = "#ifndef A\n#define A\nint f(void) { }\n#else\nint g(void) { }\n#endif\n";
    assertThat(function(divided, "f").condition()).hasToString("!defined(A)");
    assertThat(function(divided, "g").condition()).hasToString("defined(A)");
  }
}
