package org.zaudit.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an editor says by the schema is what the loader says. */
class SchemaTest {
  private static final Schema RULES = schema("/rules/schema.json");
  private static final Schema WORLDS = schema("/rules/worlds/schema.json");

  @TempDir private Path folder;

  static Stream<String> rules() {
    return Library.ids("").stream();
  }

  static Stream<String> worlds() {
    return Library.ids("worlds/").stream();
  }

  @ParameterizedTest
  @MethodSource("rules")
  void holdsForEveryBuiltInRule(String id) {
    assertThat(RULES.validate(builtIn(id), InputFormat.YAML)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("worlds")
  void holdsForEveryBuiltInFileOfWorlds(String id) {
    assertThat(WORLDS.validate(builtIn("worlds/" + id), InputFormat.YAML)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "functions: [{call: f(x), acquires: x}]",
        "functions: [{call: [f(x), g(x)], releases: [x, return], kind: any, accepts-null: true}]",
        "functions: [{call: f(x), result: never-null}]",
        "functions: [{call: f(x), result: same as x, if: x > 0, when: defined(X), worlds: [linux]}]",
        "functions: [{call: f(x), effects: [{acquires: x, on: [return == 0]}, {moves: x from a to b}]}]",
        "functions: [{call: f(x), captures: x into return, match: {size: 4, tag: __func__}}]",
        "functions: [{call: f(x), ends: x->p, stored-in: [a.b, c]}]",
        "containers: [{array: a.b, count: a.n, holds: thing}]",
        "paths: [module/**]",
      })
  void acceptsWhatTheLoaderAccepts(String text) throws IOException {
    String file =
        "title: T\nresources: {thing: {noun: thing, kinds: [a, b], mortal: false}}\n" + text;
    Rules.load(List.of(write(file)));
    assertThat(RULES.validate(file, InputFormat.YAML)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "zebra: 1",
        "functions: {call: f(x)}",
        "functions: [{acquires: x}]",
        "functions: [{call: f(x)}]",
        "functions: [{call: f, acquires: x}]",
        "functions: [{call: f(x), acquire: x}]",
        "functions: [{call: f(x), result: nothing}]",
        "functions: [{call: f(x), result: never-null, kind: a}]",
        "functions: [{call: f(x), effects: [{kind: a}]}]",
        "functions: [{call: f(x), releases: x, accepts-null: yes}]",
        "functions: [{call: f(x), releases: x, match: [size]}]",
        "functions: [{call: f(x), releases: x, stored-in: a->b}]",
        "functions: [{call: f(x), releases: {x: y}}]",
        "functions: [{call: f(x), releases: }]",
        "containers: [{array: a.b, count: a.n}]",
        "resources: {Thing: {noun: thing}}",
        "resources: {thing: {counted: 1}}",
        "resources: {thing: {kinds: [any]}}",
        "resources: [thing]",
        "builds-on: {pages: 1}",
      })
  void refusesWhatTheLoaderRefuses(String text) throws IOException {
    String file =
        "title: T\n"
            + (text.startsWith("resources") ? "" : "resources: {thing: {kinds: [a, b]}}\n")
            + text;
    assertThat(RULES.validate(file, InputFormat.YAML)).isNotEmpty();
    String path = write(file);
    assertThat(catchThrowable(() -> Rules.load(List.of(path)))).isInstanceOf(UserError.class);
  }

  private static String builtIn(String name) {
    return new String(Library.bytes(name).orElseThrow(), StandardCharsets.UTF_8);
  }

  private String write(String text) throws IOException {
    return Files.writeString(folder.resolve("t.yaml"), text).toString();
  }

  private static Schema schema(String resource) {
    try (InputStream in = Objects.requireNonNull(SchemaTest.class.getResourceAsStream(resource))) {
      return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(in);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
