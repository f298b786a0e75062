package org.zaudit.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zaudit.source.Scanning.function;
import static org.zaudit.source.Scanning.functions;
import static org.zaudit.source.Scanning.scan;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.zaudit.source.Chunk.Kind;

class ChunksTest {
  @Test
  void cutsAFileIntoItsPieces() {
    assertThat(
            functions(
                """
                /* Says hello. */
                static int
                hello(const char *name)
                {
                  return (printf("{ %s", name) > 0 ? '}' : 0); /* } */
                }

                int x = 1;
                """))
        .containsExactly("hello");
    List<Chunk> chunks =
        scan("""
        #include <a.h>
        #define TWICE(x) ((x) + \\
            (x))
        typedef struct pair { int a, b; } pair_t;
        struct list { struct list *next; };
        typedef int (*callback_t)(void *);
        int x = 1;
        enum { A, B };
        """)
            .chunks();
    assertThat(
            chunks.stream()
                .filter(chunk -> chunk.kind() != Kind.OTHER)
                .map(chunk -> chunk.kind() + " " + chunk.name() + " " + chunk.line()))
        .containsExactly(
            "DIRECTIVE  1",
            "MACRO TWICE 2",
            "TYPE pair_t 4",
            "TYPE list 5",
            "TYPE callback_t 6",
            "DECLARATION  7",
            "TYPE  8");
  }

  @Test
  void macrosThatMakeDeclarationsNeedNoSemicolon() {
    String text =
        """
        static PATH_FUNC(path_a, "a")
        static PATH_FUNC(path_b, "b")
        static int f(void) { }
        static old(a, b)
          int a;
        {
        }
        enum kind { ONE };
        static PATH_FUNC(path_c, "c")
        enum other { TWO };
        """;
    assertThat(functions(text)).containsExactly("f", "old");
    assertThat(function(text, "f").text().text()).startsWith("static int f");
    assertThat(function(text, "old").text().text()).startsWith("static old(a, b)");
  }

  @Test
  void pragmasThatAreWordsStandForThemselves() {
    String text =
        """
        #if defined(COMPILER)
            __pragma( pack(push, 1) )
            typedef struct { int v; } packed;
            __pragma( pack(pop) )
        #else
            typedef struct { int v; } packed;
        #endif
        _Pragma("once")
        static int f(void) { return 1; }
        """;
    assertThat(functions(text)).containsExactly("f");
    assertThat(function(text, "f").text().text()).startsWith("static");
    assertThat(function(text, "f").condition().isAlways()).isTrue();
  }

  @Test
  void whatLooksLikeAFunctionAndIsNone() {
    assertThat(
            functions(
                """
                struct __attribute__((packed)) s { int a; };
                struct ALIGNED(8) t { int a; };
                static const struct ops ops = { .f = g };
                int table[SIZE(3)] = { 1, 2 };
                typedef struct { int (*f)(int a); } u;
                DECLARE_EVENT(name, TP_ARGS(a), TP_assign( { x; } ));
                enum { A = F(1), B };
                extern "C" {
                int proto(int a);
                }
                int (*fp)(int) = f;
                """))
        .isEmpty();
  }

  @Test
  void anExternalLanguageIsNoLevel() {
    String text =
        "#ifdef __cplusplus\nextern \"C\" {\n#endif\nint f(void) { return 0; }\n#ifdef __cplusplus\n}\n#endif\n";
    assertThat(functions(text)).containsExactly("f");
    assertThat(function(text, "f").condition().isAlways()).isTrue();
  }
}
