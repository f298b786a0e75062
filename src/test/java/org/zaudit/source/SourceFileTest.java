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
