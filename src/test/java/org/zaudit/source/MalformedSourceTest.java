package org.zaudit.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zaudit.source.Scanning.function;
import static org.zaudit.source.Scanning.functions;
import static org.zaudit.source.Scanning.scan;

import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class MalformedSourceTest {
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

  private static String texts(SourceFile file) {
    return file.chunks().stream().map(chunk -> chunk.text().text()).collect(Collectors.joining());
  }
}
