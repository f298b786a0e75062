package org.zaudit.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zaudit.source.Scanning.scan;

import java.util.List;
import org.junit.jupiter.api.Test;

class MacrosAndIncludesTest {
  @Test
  void macrosAreListedWithTheirConditions() {
    assertThat(
            scan(
                    """
                    #define EMPTY
                    #define F(a, b...) do { g(a);  /* why */ \\
                        h(b); } while (0)
                    #define V( x , ... )x
                    #define S "/* no comment */"  // one
                    #define P (x)
                    #ifdef A
                    #define R 1
                    #else
                    #define R 2
                    #endif
                    int f(void) {
                    #define INNER 3
                    }
                    """)
                .macros()
                .stream()
                .map(MacroDefinition::toString))
        .containsExactly(
            "MacroDefinition[name=EMPTY, parameters=Optional.empty, body=, condition=1]",
            "MacroDefinition[name=F, parameters=Optional[[a, b...]], body=do { g(a); h(b); } while (0), condition=1]",
            "MacroDefinition[name=V, parameters=Optional[[x, ...]], body=x, condition=1]",
            "MacroDefinition[name=S, parameters=Optional.empty, body=\"/* no comment */\", condition=1]",
            "MacroDefinition[name=P, parameters=Optional.empty, body=(x), condition=1]",
            "MacroDefinition[name=R, parameters=Optional.empty, body=1, condition=defined(A)]",
            "MacroDefinition[name=R, parameters=Optional.empty, body=2, condition=!defined(A)]",
            "MacroDefinition[name=INNER, parameters=Optional.empty, body=3, condition=1]");
  }

  @Test
  void aLaterDefinitionIsTheOneInForce() {
    assertThat(conditions("#define X 1\n#ifdef A\n#undef X\n#define X 2\n#endif\n"))
        .containsExactly("!defined(A)", "defined(A)");
    // A macro for one table, and one that functions used before it went.
    assertThat(conditions("#define X 1\nint a[] = { X };\n#undef X\n")).containsExactly("0");
    assertThat(conditions("#define X 1\nint f(void) { X; }\n#undef X\n")).containsExactly("1");
  }

  @Test
  void includesAreNamed() {
    assertThat(
            scan("#include <sys/a.h>\n# include \"b.h\" /* c */\n#include MACRO\n#include_next <c.h>\n")
                .includes())
        .containsExactly("sys/a.h", "b.h", "c.h");
  }

  private static List<String> conditions(String text) {
    return scan(text).macros().stream().map(macro -> macro.condition().toString()).toList();
  }
}
