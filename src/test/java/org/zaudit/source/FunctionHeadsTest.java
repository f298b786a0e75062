package org.zaudit.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zaudit.source.Scanning.functions;
import static org.zaudit.source.Scanning.scan;

import org.junit.jupiter.api.Test;
import org.zaudit.source.Chunk.Kind;

class FunctionHeadsTest {
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

  private static Chunk last(String text) {
    return scan(text).chunks().stream()
        .filter(chunk -> chunk.kind() == Kind.FUNCTION)
        .reduce((_, chunk) -> chunk)
        .orElseThrow();
  }
}
