package org.zaudit.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each mistake gives one message: where, what, what to write instead. */
class RuleErrorTest {
  private static final String THING = "title: T\nresources: {thing: {kinds: [held, pinned]}}\n";

  @TempDir private Path folder;

  @Test
  void namesTheNearestKey() {
    assertThat(error(THING + "functions:\n  - call: f(x)\n    aquires: x\n"))
        .isEqualTo("t.yaml:5:5: 'aquires' is no key of a function; did you mean 'acquires'?");
  }

  @Test
  void listsTheKeysWhenNoneIsNear() {
    assertThat(error("title: T\nzebra: 1\n"))
        .isEqualTo(
            "t.yaml:2:1: 'zebra' is no key of a rule file; use one of: title, builds-on, paths, flags,"
                + " resources, containers, functions");
  }

  @Test
  void refusesFlagsThatAreNoNames() {
    assertThat(error("title: T\nflags: [KM_SLEEP, 3rd]\n"))
        .isEqualTo("t.yaml:2:19: '3rd' is no name of a constant; write it as C would");
  }

  @Test
  void namesTheNearestParameter() {
    assertThat(error(THING + "functions:\n  - call: f(page)\n    acquires: pgae\n"))
        .isEqualTo(
            "t.yaml:5:15: in 'pgae' 'pgae' is no parameter of the call; did you mean 'page'?");
  }

  @Test
  void namesTheNearestKind() {
    assertThat(error(THING + "functions:\n  - {call: f(x), acquires: x, kind: pined}\n"))
        .isEqualTo("t.yaml:4:37: 'pined' is no kind of 'thing'; did you mean 'pinned'?");
  }

  @Test
  void namesTheNearestResource() {
    assertThat(error(THING + "functions:\n  - {call: f(x), acquires: x, resource: things}\n"))
        .isEqualTo("t.yaml:4:41: no resource is called 'things'; did you mean 'thing'?");
  }

  @Test
  void namesTheNearestWorld() {
    assertThat(error(THING + "functions:\n  - {call: f(x), acquires: x, worlds: linus}\n"))
        .isEqualTo("t.yaml:4:39: no world is called 'linus'; did you mean 'linux'?");
  }

  @Test
  void saysWhatAValueShouldBe() {
    assertThat(error("title: [a]\n"))
        .isEqualTo("t.yaml:1:8: 'title' is a text, and here is a list; write one line of text");
    assertThat(error("title: T\nfunctions: {call: f(x)}\n"))
        .isEqualTo(
            "t.yaml:2:12: 'functions' is a list, and here is a mapping; begin each item with '- '");
    assertThat(error(THING + "functions: [{call: f(x), releases: x, accepts-null: yes}]\n"))
        .isEqualTo(
            "t.yaml:3:53: 'accepts-null' is true or false, and here is 'yes'; write one of the two");
  }

  @Test
  void explainsTheSignsThatYamlTakesForItself() {
    assertThat(error(THING + "functions:\n  - call: f(x)\n    acquires: *x\n"))
        .isEqualTo(
            "t.yaml:5:15: '*' begins an alias in YAML, and rule files have none; put C that begins"
                + " with '*' in quotes: \"*dbp\"");
    assertThat(error(THING + "functions:\n  - call: f(x)\n    acquires: &lock x\n"))
        .contains("'&' begins an anchor in YAML");
    assertThat(error(THING + "functions:\n  - call: f(x)\n    acquires: x\n    on: !return\n"))
        .contains("t.yaml:6:9: '!' begins a tag in YAML");
  }

  @Test
  void refusesAContractThatSaysNothing() {
    assertThat(error(THING + "functions:\n  - call: f(x)\n"))
        .startsWith("t.yaml:4:5: the contract of 'f' says nothing");
    assertThat(error(THING + "functions:\n  - call: f(x)\n    kind: held\n"))
        .startsWith("t.yaml:5:11: 'kind' describes an effect, and here is none");
  }

  @Test
  void refusesASecondContractForTheSameCase() {
    assertThat(
            error(
                THING
                    + "functions:\n  - {call: f(x), acquires: x}\n  - {call: f(y), releases: y}\n"))
        .startsWith("t.yaml:5:5: 'f' has a second contract for the same case");
  }

  @Test
  void refusesAKeyThatStandsTwice() {
    assertThat(error("title: T\ntitle: U\n"))
        .isEqualTo(
            "t.yaml:2:1: 'title' stands here for the second time; keep this one or that of line 1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "x +",
        "(x",
        "x)",
        "x ->",
        "x[0",
        "x[0 .. ]",
        "*x[0 .. 1]",
        "x $ y",
        "x y",
        "99999999999999999999",
        "x = 1",
        "",
        "return[",
        "&",
        "-",
        "x..",
        "x.1"
      })
  void refusesWhatIsNoPlace(String place) {
    assertThat(error(THING + "functions:\n  - call: f(x)\n    acquires: \"" + place + "\"\n"))
        .startsWith("t.yaml:5:15: ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "f",
        "f(",
        "f(x",
        "f(x,,y)",
        "f(x) y",
        "(x)",
        "f(x, x)",
        "f(return)",
        "f(..., x)",
        "1(x)"
      })
  void refusesWhatIsNoCall(String call) {
    assertThat(error(THING + "functions:\n  - call: \"" + call + "\"\n    acquires: x\n"))
        .startsWith("t.yaml:4:11: ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"return = 0", "return ==", "return == 0 || x", "return &&", "!"})
  void refusesWhatIsNoTest(String test) {
    assertThat(
            error(
                THING + "functions:\n  - call: f(x)\n    acquires: x\n    on: \"" + test + "\"\n"))
        .startsWith("t.yaml:6:9: ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "\n\n",
        "# nothing",
        "- a",
        "text",
        "a: b: c",
        "\"",
        "a: [",
        "\t- x",
        "{a: b",
        "--- \n--- \n",
        "%YAML 9\n---\na: b"
      })
  void refusesWhatIsNoRuleFile(String text) {
    assertThat(error(text)).startsWith("t.yaml").doesNotContain("\n");
  }

  @Test
  void survivesHostileFiles() {
    assertThat(error("a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n")).startsWith("t.yaml:1:4: ");
    assertThat(error("title: " + "[".repeat(100_000))).startsWith("t.yaml:1:");
    assertThat(error("title: " + "{a: ".repeat(10_000))).startsWith("t.yaml:1:");
    assertThat(error("- ".repeat(100_000))).startsWith("t.yaml:");
    assertThat(error("title: " + "x".repeat(2_000_000))).contains("longer than any rule file");
    assertThat(error("title: " + "x".repeat(500_000))).contains("longer than 1000 characters");
    assertThat(error(THING + "functions:\n  - call: f(x)\n    acquires: " + "(".repeat(100_000)))
        .contains("longer than");
    assertThat(error(THING + "functions:\n  - call: f(x)\n    acquires: " + "(".repeat(199)))
        .contains("here is the end");
    assertThat(error("title: \"\\e[31m\"\nx\u0085: 1")).doesNotContain("\u001b", "\u0085");
    assertThat(error(new byte[] {0x7f, 'E', 'L', 'F', 2, 1, 1, 0, 0, 0})).startsWith("t.yaml");
    assertThat(error(new byte[] {(byte) 0xff, (byte) 0xfe, 0, 'a'})).contains("not UTF-8");
    assertThat(error(new byte[10_000])).startsWith("t.yaml");
  }

  private String error(String text) {
    return error(text.getBytes(StandardCharsets.UTF_8));
  }

  private String error(byte[] bytes) {
    try {
      Path file = Files.write(folder.resolve("t.yaml"), bytes);
      UserError error =
          catchThrowableOfType(UserError.class, () -> Rules.load(List.of(file.toString())));
      assertThat(error).isNotNull();
      return Objects.requireNonNull(error.getMessage()).replace(folder + "/", "");
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
