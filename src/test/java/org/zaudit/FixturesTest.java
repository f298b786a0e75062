package org.zaudit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.zaudit.audit.Fixture;
import org.zaudit.rules.RuleSet;
import org.zaudit.rules.Rules;

/**
 * Every fixture: reports where they are expected, silence elsewhere. Those in a folder that is
 * named after a rule are read by that rule, the others by all of them.
 */
class FixturesTest {
  private static final Path FIXTURES = Path.of("src/test/fixtures");

  static Stream<Path> fixtures() throws IOException {
    try (Stream<Path> files = Files.walk(FIXTURES)) {
      return files.filter(f -> f.toString().endsWith(".c")).sorted().toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("fixtures")
  void isAsItSays(Path file) throws IOException {
    String folder = FIXTURES.relativize(file).getName(0).toString();
    RuleSet rules = Rules.load(Rules.builtIn().contains(folder) ? List.of(folder) : List.of());
    assertThat(Fixture.read(file.getFileName().toString(), Files.readAllBytes(file)).check(rules))
        .isEmpty();
  }
}
