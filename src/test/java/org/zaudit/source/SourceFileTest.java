package org.zaudit.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.zaudit.source.Chunk.Kind;

class SourceFileTest {
  /** What files are made of, and what they must not be made of. */
  private static final List<String> SHARDS =
      List.of(
          "\n",
          "\n",
          "\n",
          " ",
          "\t",
          "\r\n",
          "\\\n",
          "\\\r\n",
          "{",
          "}",
          "(",
          ")",
          "[",
          "]",
          ";",
          "=",
          ",",
          "*",
          "\"",
          "'",
          "\\",
          "/*",
          "*/",
          "//",
          "/",
          "#",
          "#if 0\n",
          "#if A\n",
          "#ifdef A\n",
          "#ifndef A\n",
          "#elif B > 3\n",
          "#else\n",
          "#endif\n",
          "#define F(x) x {\n",
          "#define A\n",
          "#undef A\n",
          "#include <a.h>\n",
          "#error don't\n",
          "int ",
          "f(int a)",
          "f(a, b)",
          "struct s ",
          "typedef ",
          "extern \"C\" ",
          "MACRO(x)",
          "return 0;",
          "static ",
          "x",
          "\0",
          "\u00ef\u00bb\u00bf",
          "\u00e4",
          "'{'",
          "\"{\"",
          "'\\''");

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
  void aFunctionIsOneChunkThoughItsHeadDiffersByConditional() {
    String text =
        """
        #ifdef HAVE_A
        #ifdef HAVE_VOID
        static void
        submit(struct bio *b)
        #else
        static int
        submit(struct bio *b)
        #endif
        #else
        static int
        request(struct queue *q, struct bio *b)
        #endif
        {
          run(b);
        }
        int next(void) { return 0; }
        """;
    assertThat(functions(text)).containsExactly("submit", "next");
    Chunk chunk = scan(text).chunks().getFirst();
    assertThat(chunk.text().text()).startsWith("#ifdef HAVE_A").endsWith("}");
    assertThat(chunk.condition().isAlways()).isTrue();
  }

  @Test
  void aHeadMayBeginBeforeTheConditional() {
    assertThat(
            functions(
                """
                static int
                #ifdef HAVE_MODE
                open_it(struct disk *d, mode_t m)
                #else
                open_it(struct device *d, flags_t f)
                #endif
                {
                  return 0;
                }
                int next(void) { return 0; }
                """))
        .containsExactly("open_it", "next");
  }

  @Test
  void headsThatAreMacroCallsBelongToTheBodyBehindThem() {
    String text =
        """
        #if defined(HAVE_FILE)
        DEFINE_OP(int, tmpfile, struct inode *, dir, struct file *, file)
        #else
        DEFINE_OP(int, tmpfile, struct inode *, dir, struct dentry *, dentry)
        #endif
        {
          return 0;
        }
        DEFINE_OP(int, mkdir, struct inode *, dir)
        {
          return 0;
        }
        EXPORT(tmpfile)
        EXPORT(mkdir)
        static int after(void)
        {
          return 0;
        }
        """;
    assertThat(functions(text)).containsExactly("tmpfile", "mkdir", "after");
    assertThat(last(text).text().text()).startsWith("static int after");
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
  void aClosingBraceTooManyOrTooFewCostsOneFunction() {
    assertThat(functions("int f(void)\n{\n  if (x) {\n}\n\nint g(void)\n{\n}\nint h(void)\n{\n}\n"))
        .containsExactly("f", "g", "h");
    assertThat(functions("int f(void)\n{\n}}\n}\n\nint g(void)\n{\n}\n")).containsExactly("f", "g");
  }

  @Test
  void aConditionalThatIsNeverClosedCostsOneFunction() {
    String text =
        """
        int f(void)
        {
        #ifdef HAVE_A
          g();
        #ifdef HAVE_B
          h();
        #endif
        }

        int next(void)
        {
        #ifdef HAVE_C
          g();
        #endif
        }

        int last(void)
        {
        }
        """;
    assertThat(functions(text)).containsExactly("f", "next", "last");
  }

  @Test
  void whatFollowsAnErrorIsNotC() {
    String text =
        """
        #ifdef HAVE_A
        static inline int f(void) { return 1; }
        #else
        #error "this cannot be built: "
          "don't even try {"
        #endif
        static int
        #ifdef HAVE_B
        g(int a)
        {
        #else
        #error "no g"
        #endif
          return a;
        }
        int h(void) { }
        """;
    assertThat(functions(text)).containsExactly("f", "g", "h");
    assertThat(function(text, "g").text().text()).startsWith("static int\n#ifdef");
    assertThat(function(text, "h").condition().isAlways()).isTrue();
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
  void statementsBehindABraceTooManyAreNoFunctions() {
    String text =
        """
        int f(void)
        {
        }
          if (x) {
            g();
          }
          while (y) {
          }
        }

        int h(void)
        {
        }
        """;
    assertThat(functions(text)).containsExactly("f", "h");
  }

  @Test
  void stylesOfFunctionHeads() {
    assertThat(
            functions(
                """
                int old(a, b)
                  int a;
                  char *b;
                {
                }
                main(argc, argv)
                  char **argv;
                {
                }
                static inline __attribute__((always_inline)) struct page *attributed(int a) __must_hold(lock)
                {
                }
                __attribute__((noinline))
                static void decorated(void)
                {
                }
                size_t (*pointer(int a))(char)
                {
                }
                int (parenthesised)(void)
                {
                }
                static ALIGNED(8) int aligned(void)
                {
                }
                __BEGIN_DECLS

                struct s *in_braces(struct s { int a; } *x) {
                }
                """))
        .containsExactly(
            "old",
            "main",
            "attributed",
            "decorated",
            "pointer",
            "parenthesised",
            "aligned",
            "in_braces");
  }

  @Test
  void aMacroMayHoldTheParameters() {
    assertThat(functions("static int\nhandle HANDLER_ARGS\n{\n}\nint f(void)\n{\n}\n"))
        .containsExactly("handle", "f");
    assertThat(functions("struct pair ALIGNED {\n};\nint a[] = { 1 };\n")).isEmpty();
  }

  @Test
  void aMacroMayMakeTheWholeHead() {
    assertThat(
            functions(
                """
                DEFINE_OP(int, make, 3, struct node *, parent, mode_t, mode)
                {
                }
                static DEFINE_OP(struct entry *, find, 1, const char *, name)
                {
                }
                DEFINE_CALL(flag_t, get)
                {
                }
                DECORATED(int) other(void)
                {
                }
                PLAIN(3)
                {
                }
                """))
        .containsExactly("make", "find", "get", "other", "PLAIN");
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

  @Test
  void whatIsNotTerminatedEndsWithItsLineOrTheFile() {
    assertThat(functions("char *s = \"abc\n;int f(void) { x = 'a\n }\nint g(void) { }\n"))
        .containsExactly("f", "g");
    assertThat(
            functions(
                "int f(void) { \"}\\\n}\"; }\nint g(void) { /* } */ } // {\nint h(void) { }\n"))
        .containsExactly("f", "g", "h");
    assertThat(texts(scan("int f(void) { /* "))).isEqualTo("int f(void) { /* ");
  }

  @Test
  void textsKnowTheirIdentifiersAndTellThemselvesApart() {
    ChunkText text = new ChunkText("if (a->b) { /* no */ return \"c\" + 0x1F + a; }\n#ifdef D\n");
    Names names = new Names();
    assertThat(text.identifiers(names)).containsExactly("D", "a", "b", "ifdef");
    assertThat(new ChunkText("b a").identifiers(names).getFirst())
        .isSameAs(text.identifiers(names).get(1));
    assertThat(text.digest())
        .isEqualTo(new ChunkText(text.text()).digest())
        .isNotEqualTo(new ChunkText("").digest());
    // As sha256sum says of the empty file.
    assertThat(new ChunkText("").digest()).hasToString("e3b0c44298fc1c149afbf4c8996fb924");
  }

  @Test
  void losesNoByteOfAnything() {
    RandomGenerator random = new SplittableRandom(1);
    for (int i = 0; i < 20_000; i++) {
      StringBuilder text = new StringBuilder();
      for (int shards = random.nextInt(1 + i / 200); shards > 0; shards--) {
        text.append(
            random.nextInt(20) == 0
                ? String.valueOf((char) random.nextInt(256))
                : SHARDS.get(random.nextInt(SHARDS.size())));
      }
      SourceFile file = scan(text.toString());
      assertThat(texts(file)).as("text %s", text).isEqualTo(text.toString());
      int offset = 0;
      for (Chunk chunk : file.chunks()) {
        assertThat(chunk.offset()).isEqualTo(offset);
        assertThat(chunk.text().text()).isNotEmpty();
        assertThat(chunk.line())
            .isEqualTo(1 + (int) text.substring(0, offset).chars().filter(c -> c == '\n').count());
        offset += chunk.text().text().length();
      }
    }
  }

  private static Chunk function(String text, String name) {
    return scan(text).chunks().stream()
        .filter(chunk -> chunk.kind() == Kind.FUNCTION && chunk.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static Chunk last(String text) {
    return scan(text).chunks().stream()
        .filter(chunk -> chunk.kind() == Kind.FUNCTION)
        .reduce((_, chunk) -> chunk)
        .orElseThrow();
  }

  private static List<String> conditions(String text) {
    return scan(text).macros().stream().map(macro -> macro.condition().toString()).toList();
  }

  private static SourceFile scan(String text) {
    return SourceFile.scan(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  private static String texts(SourceFile file) {
    return file.chunks().stream().map(chunk -> chunk.text().text()).collect(Collectors.joining());
  }

  private static List<String> functions(String text) {
    return scan(text).chunks().stream()
        .filter(chunk -> chunk.kind() == Kind.FUNCTION)
        .map(Chunk::name)
        .toList();
  }
}
