package org.zaudit.source;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class EnumeratorsTest {
  @Test
  void countUpFromTheLastValue() {
    assertThat(values("enum e { A, B, C = 7, D };")).containsExactly("A=0", "B=1", "C=7", "D=8");
  }

  @Test
  void shiftsBindTighterThanUnions() {
    assertThat(
            values(
                """
                typedef enum {
                  NONE = 0 << 0,
                  ONE = 1 << 0,
                  TWO = (1 << 1),
                  BOTH = ONE | 1 << 1,
                  HIGH = (ONE | TWO) << 4,
                  HEX = 0x10UL,
                } e_t;
                """))
        .containsExactly("NONE=0", "ONE=1", "TWO=2", "BOTH=3", "HIGH=48", "HEX=16");
  }

  @Test
  void whatIsNotUnderstoodIsLeftOutAndSoIsWhatCountsOnFromIt() {
    assertThat(values("enum e { A = sizeof (int), B, C = -1, D = 3 + 1, E = f(1, 2), F, G = 5 };"))
        .containsExactly("G=5");
    assertThat(values("enum e {\n#ifdef X\n A,\n#endif\n B };")).isEmpty();
    assertThat(values("enum e { A = (1 << 2, B")).isEmpty();
    assertThat(values("enum e { A = ")).isEmpty();
  }

  @Test
  void everyListOfAFileIsRead() {
    assertThat(
            values("enum a { X };\nint f(void) { return (0); }\nstruct s { enum { Y = 2 } y; };"))
        .containsExactly("X=0", "Y=2");
  }

  private static List<String> values(String text) {
    return SourceFile.scan(text.getBytes(UTF_8)).enumerators().stream()
        .map(e -> MacroDefinition.mentioned(e.name()) + "=" + e.body())
        .toList();
  }
}
