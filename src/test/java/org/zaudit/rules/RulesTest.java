package org.zaudit.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zaudit.rules.Test.Comparison;

class RulesTest {
  @TempDir private Path folder;

  @Test
  void loadsAllBuiltInRulesWhenNoneIsNamed() {
    RuleSet rules = Rules.load(List.of());
    assertThat(rules.rules()).extracting(Rule::id).isEqualTo(Rules.builtIn());
    assertThat(Rules.builtIn()).contains("pages").doesNotContain("c").isSorted();
  }

  @Test
  void readsAContractIntoTermsOverItsParameters() {
    assertThat(Rules.load(List.of("pages")).contracts("iov_iter_get_pages2"))
        .containsExactly(
            new Contract(
                "pages",
                "iov_iter_get_pages2",
                List.of("iter", "pages", "size", "n", "start"),
                Optional.empty(),
                List.of(),
                List.of(),
                List.of(
                    new Effect(
                        Effect.Verb.ACQUIRE,
                        new Place.Segment(
                            new Term.Parameter(1, "pages"),
                            new Term.Number(0),
                            new Term.Arithmetic(
                                "/",
                                new Term.Arithmetic(
                                    "-",
                                    new Term.Arithmetic(
                                        "+", new Term.Returned(), new Term.Constant("PAGE_SIZE")),
                                    new Term.Number(1)),
                                new Term.Constant("PAGE_SIZE"))),
                        "page",
                        "ref",
                        List.of(
                            new org.zaudit.rules.Test(
                                new Term.Returned(), Comparison.GREATER, new Term.Number(0))),
                        Map.of(),
                        false,
                        "",
                        Optional.empty(),
                        List.of())),
                new Contract.Result.Any()));
  }

  @Test
  void tellsTheFormsOfAFunctionApartByTheirArguments() {
    RuleSet rules = Rules.load(List.of("pages"));
    assertThat(rules.contracts("get_user_pages", 8)).hasSize(1);
    assertThat(rules.contracts("get_user_pages", 4).getFirst().parameters())
        .containsExactly("start", "n", "flags", "pages");
    assertThat(rules.contracts("get_user_pages", 7).getFirst().parameters()).hasSize(6);
    assertThat(rules.contracts("get_user_pages", 3)).isEmpty();
    assertThat(rules.contracts("no_such_function", 3)).isEmpty();
  }

  @Test
  void knowsFactsOfCWithoutListingThemAsARule() {
    RuleSet rules = Rules.load(List.of("pages"));
    assertThat(rules.rules()).extracting(Rule::id).containsExactly("pages");
    assertThat(rules.contracts("likely").getFirst().result())
        .isEqualTo(new Contract.Result.Same(new Term.Parameter(0, "x")));
    assertThat(rules.contracts("IS_ERR").getFirst().result())
        .isEqualTo(
            new Contract.Result.Truth(
                List.of(
                    new org.zaudit.rules.Test(
                        new Term.Parameter(0, "pointer"), Comparison.LESS, new Term.Number(0)))));
  }

  @Test
  void declaresTheProgramsOfOpenZfs() {
    List<World> worlds = Rules.load(List.of("pages")).worlds();
    assertThat(worlds).extracting(World::name).containsExactly("linux", "freebsd", "userland");
    assertThat(worlds.get(0).defined()).containsKeys("_KERNEL", "__linux__");
    assertThat(worlds.get(1).matches())
        .containsExactly("module/zfs/dmu.c", "module/os/freebsd/zfs/zfs_vfsops.c");
    assertThat(worlds).allSatisfy(world -> assertThat(world.defined()).doesNotContainKey("_LP64"));
  }

  @Test
  void letsAFileBuildOnItsNeighboursAndOnBuiltInRules() throws IOException {
    write(
        "thing.yaml",
        """
        title: Things
        resources: {thing: {noun: thing}}
        functions: [{call: take(t), acquires: t}]
        """);
    Path box =
        write(
            "box.yaml",
            """
            title: Boxes
            builds-on: [thing, pages]
            functions:
              - call: box(t, p)
                consumes: t
                resource: thing
              - call: wrap(p)
                captures: p into return
                resource: page
                kind: pin
            """);
    RuleSet rules = Rules.load(List.of(box.toString()));
    assertThat(rules.rules()).extracting(Rule::id).containsExactly("box");
    assertThat(rules.resource("thing")).isPresent();
    assertThat(rules.contracts("take")).hasSize(1);
    assertThat(rules.contracts("box")).extracting(Contract::rule).containsExactly("thing");
    assertThat(rules.contracts("wrap")).extracting(Contract::rule).containsExactly("pages");
    assertThat(rules.isSelected("box")).isTrue();
    assertThat(rules.isSelected("thing")).isFalse();
    assertThat(rules.contracts("wrap").getFirst().effects().getFirst())
        .satisfies(effect -> {
          assertThat(effect.kind()).isEqualTo("pin");
          assertThat(effect.into()).contains(new Term.Returned());
        });
  }

  @Test
  void changesTheDigestWithTheFileAndWithWhatItBuildsOn() throws IOException {
    Path base = write("thing.yaml", "title: Things\nresources: {thing: {noun: thing}}\n");
    Path box = write("box.yaml", "title: Boxes\nbuilds-on: thing\n");
    String before = digest(box);
    assertThat(before).matches("sha256:[0-9a-f]{64}").isEqualTo(digest(box));
    Files.writeString(base, "title: Things \nresources: {thing: {noun: thing}}\n");
    String between = digest(box);
    Files.writeString(box, "title: Box\nbuilds-on: thing\n");
    assertThat(List.of(before, between, digest(box))).doesNotHaveDuplicates();
  }

  @Test
  void takesAllFilesOfAFolderInOrder() throws IOException {
    write("b.yaml", "title: B\n");
    write("a.yaml", "title: A\n");
    write("notes.txt", "none");
    assertThat(Rules.load(List.of(folder.toString())).rules())
        .extracting(Rule::id)
        .containsExactly("a", "b");
  }

  @Test
  void refusesWhatItCannotFind() {
    assertThatThrownBy(() -> Rules.load(List.of("page")))
        .isInstanceOf(UserError.class)
        .hasMessage("--rules: there is no rule, file or folder 'page'; did you mean 'pages'?");
    assertThatThrownBy(() -> Rules.load(List.of(folder.toString())))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("holds no rule file");
  }

  @Test
  void refusesFilesThatBuildOnEachOtherInACircle() throws IOException {
    write("a.yaml", "title: A\nbuilds-on: b\n");
    Path b = write("b.yaml", "title: B\nbuilds-on: a\n");
    assertThatThrownBy(() -> Rules.load(List.of(b.toString())))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("a.yaml:2:12: 'b' builds on this file in turn");
  }

  @Test
  void refusesTwoDeclarationsOfAResource() throws IOException {
    Path a = write("a.yaml", "title: A\nresources: {x: {noun: x}}\n");
    Path b = write("b.yaml", "title: B\nresources: {x: {noun: x}}\n");
    assertThatThrownBy(() -> Rules.load(List.of(a.toString(), b.toString())))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("the resource 'x' is declared in");
  }

  private static String digest(Path file) {
    return Rules.load(List.of(file.toString())).rules().getFirst().digest();
  }

  private Path write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }
}
