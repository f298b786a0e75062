package org.zaudit.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.zaudit.rules.World;
import org.zaudit.source.Chunk;
import org.zaudit.source.Condition;
import org.zaudit.source.Configuration;
import org.zaudit.source.Expanded;
import org.zaudit.source.MacroTable;
import org.zaudit.source.Preprocessor;
import org.zaudit.source.SourceFile;
import org.zaudit.source.Span;

/**
 * Whatever bytes a file holds, none is lost, and nothing throws. In ordinary runs the collected
 * inputs are tried; {@code mvn verify -Pfuzz} looks for more.
 */
class FrontEndFuzzTest {

  @FuzzTest(maxDuration = "8m")
  void chunksAreTheFile(byte[] file) {
    StringBuilder together = new StringBuilder();
    for (Chunk chunk : SourceFile.scan(file).chunks()) {
      assertThat(chunk.offset()).isEqualTo(together.length());
      together.append(chunk.text().text());
    }
    assertThat(together.toString().getBytes(StandardCharsets.ISO_8859_1)).isEqualTo(file);
  }

  @FuzzTest(maxDuration = "8m")
  void conditionsAreReadAgain(byte[] text) {
    Condition condition;
    try {
      condition = Condition.parse(string(text));
    } catch (IllegalArgumentException _) {
      return;
    }
    assertThat(condition.and(condition.not()).isNever()).isTrue();
    assertThat(condition.or(condition.not()).isAlways()).isTrue();
    assertThat(condition.implies(condition)).isTrue();
    String printed = condition.toString();
    if (!printed.contains("condition(")) {
      // Not always the same diagram: X < 0 is X && X < 1 too.
      Condition again = Condition.parse(printed);
      assertThat(again.implies(condition)).isTrue();
      assertThat(condition.implies(again)).isTrue();
    }
  }

  @FuzzTest(maxDuration = "8m")
  void configurationsAreRead(byte[] file) {
    SourceFile source = SourceFile.scan(file);
    MacroTable macros =
        name -> source.macros().reversed().stream().filter(m -> m.name().equals(name)).toList();
    for (Chunk chunk : source.chunks()) {
      if (chunk.kind() == Chunk.Kind.FUNCTION) {
        read(chunk, macros);
      }
    }
  }

  private static void read(Chunk chunk, MacroTable macros) {
    List<Configuration> ways =
        Preprocessor.configurations(
            chunk.text(),
            chunk.condition(),
            World.byDefault(),
            macros,
            name -> name.startsWith("put"),
            name -> name.startsWith("get"));
    Span all = new Span(0, chunk.text().text().length());
    for (Configuration way : ways) {
      assertThat(way.condition().isNever()).isFalse();
      Expanded text =
          Preprocessor.expand(
              chunk.text(),
              way,
              World.byDefault(),
              macros,
              name -> name.startsWith("put"),
              name -> name.startsWith("get"));
      check(Syntax.parse(text), all);
    }
  }

  @FuzzTest(maxDuration = "8m")
  void textsAreParsed(byte[] text) {
    String body = string(text);
    check(Reading.parse(body), new Span(0, body.length()));
    String function = "int f(int a)\n{\n%s\n}\n".formatted(body);
    check(Reading.parse(function), new Span(0, function.length()));
  }

  /** What is said of the text lies in the text. */
  private static void check(Syntax.Outcome outcome, Span all) {
    switch (outcome) {
      case Syntax.Outcome.Absent() -> {}
      case Syntax.Outcome.Skipped(Span at, String _, String reason) -> {
        within(at, all);
        assertThat(reason).isNotEmpty();
      }
      case Syntax.Outcome.Parsed(FunctionDefinition function, List<Syntax.Loss> lost) -> {
        within(function.span(), all);
        within(function.body().span(), function.span());
        lost.forEach(loss -> within(loss.at(), all));
        assertThat(TreePrinter.print(function)).isNotEmpty();
      }
    }
  }

  private static void within(Span inner, Span outer) {
    assertThat(inner.start()).isBetween(outer.start(), inner.end());
    assertThat(inner.end()).isLessThanOrEqualTo(outer.end());
  }

  private static String string(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }
}
