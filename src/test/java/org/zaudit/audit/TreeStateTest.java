package org.zaudit.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class TreeStateTest {
  private final FakeEngine engine = new FakeEngine();
  private final Workshop workshop = Workshop.of(FakeEngine.rules(), engine, false);
  private TreeState state = TreeState.empty(workshop);

  private void put(String path, String text) {
    workshop.corpus().scan(path + text, text.getBytes(StandardCharsets.ISO_8859_1));
    step(path, Optional.of(workshop.corpus().facts(path + text)));
  }

  private void remove(String path) {
    step(path, Optional.empty());
  }

  private void step(String path, Optional<FileFacts> facts) {
    SortedMap<String, Optional<FileFacts>> changes = new TreeMap<>();
    changes.put(path, facts);
    state = state.with(changes).state();
  }

  private List<String> findings() {
    return state.findings().entrySet().stream()
        .flatMap(
            e -> e.getValue().stream().map(f -> e.getKey().name() + " " + f.finding().subject()))
        .sorted()
        .toList();
  }

  @Test
  void aSummaryOfAnotherFileCounts() {
    put("a.c", "void f(int x)\n{\n\tacquire(x);\n\tdrop(x);\n}\n");
    assertThat(findings()).containsExactly("f x");
    put("b.c", "void drop(int x)\n{\n\trelease(x);\n}\n");
    assertThat(findings()).isEmpty();
    put("b.c", "void drop(int x)\n{\n\tkeep(x);\n}\n");
    assertThat(findings()).containsExactly("f x");
    put("c.c", "static void drop(int x)\n{\n\trelease(x);\n}\n");
    assertThat(findings()).as("static in another file").containsExactly("f x");
    put("b.c", "void drop(int x)\n{\n\tdrop_it(x);\n}\nvoid drop_it(int x)\n{\n\trelease(x);\n}\n");
    assertThat(findings()).as("through two").isEmpty();
    remove("b.c");
    assertThat(findings()).containsExactly("f x");
  }

  @Test
  void whoMayGiveAMemberBackIsAMatterOfThisTree() {
    put("a.c", "void f(int x)\n{\n\tfill(s);\n}\nvoid g(int x)\n{\n\tfree(x);\n}\n");
    assertThat(findings()).containsExactly("g s");
    put("b.c", "void h(int x)\n{\n\tempty(any);\n\tLOOK(x);\n}\n");
    assertThat(findings()).as("does not speak of it").containsExactly("g s");
    put("a.h", "#define LOOK(x) look(s)\n");
    assertThat(findings()).isEmpty();
    put("a.h", "#define LOOK(x) look(x)\n");
    assertThat(findings()).as("no longer speaks of it").containsExactly("g s");
  }

  @Test
  void aMacroOfAHeaderCounts() {
    put("a.c", "void f(int x)\n{\n\tacquire(x);\n\tDROP(x);\n}\n");
    assertThat(findings()).containsExactly("f x");
    put("a.h", "#define DROP(x) DROP_IT(x)\n");
    assertThat(findings()).containsExactly("f x");
    put("b.h", "#define DROP_IT(x) release(x)\n");
    assertThat(findings()).isEmpty();
    put("c.c", "#define DROP_IT(x) keep(x)\n");
    assertThat(findings()).as("macro of another file").isEmpty();
    remove("b.h");
    assertThat(findings()).containsExactly("f x");
  }

  @Test
  void whereAnArgumentGoesCountsThroughWhomeverItIsPassedTo() {
    put("a.c", "void f(void *given)\n{\n\tacquire(given);\n\thand(given);\n}\n");
    assertThat(findings()).as("nothing is known of hand").isEmpty();
    put("b.c", "int hand(void *x)\n{\n\treturn (x != NULL);\n}\n");
    assertThat(findings()).containsExactly("f given");
    put("b.c", "void hand(void *x)\n{\n\thand_on(x);\n}\n");
    assertThat(findings()).as("nothing is known of hand_on").isEmpty();
    put("c.c", "void hand_on(void *x)\n{\n\thand(x);\n}\n");
    assertThat(findings()).as("in a circle").containsExactly("f given");
    put("c.c", "void hand_on(void *x)\n{\n\tall = x;\n}\n");
    assertThat(findings()).isEmpty();
    put("d.c", "static void hand_on(void *x)\n{\n}\n");
    assertThat(findings()).as("static in another file").isEmpty();
    put("c.c", "void hand_on(void *x)\n{\n}\n");
    assertThat(findings()).containsExactly("f given");
    remove("c.c");
    assertThat(findings()).isEmpty();
  }

  @Test
  void aMacroLeadsToAFunction() {
    put("a.h", "#define DROP(x) drop(x)\n");
    put("a.c", "void f(int x)\n{\n\tacquire(x);\n\tDROP(x);\n}\n");
    put("b.c", "void drop(int x)\n{\n\trelease(x);\n}\n");
    assertThat(findings()).isEmpty();
    put("b.c", "void drop(int x)\n{\n}\n");
    assertThat(findings()).containsExactly("f x");
  }

  @Test
  void theLedgerOfTheTreeDecides() {
    put("a.c", "void f(int x)\n{\n\tstale(x);\n}\n");
    assertThat(findings()).isEmpty();
    put("b.c", "void g(int x)\n{\n\tends(x);\n}\n");
    assertThat(findings()).containsExactly("f x");
    put("b.c", "void g(int x)\n{\n\tends(y);\n}\n");
    assertThat(findings()).isEmpty();
  }

  @Test
  void whatMentionsNothingOfInterestIsNotAnalysed() {
    put("a.c", "void f(int x)\n{\n\tacquire(x);\n}\nvoid g(int x)\n{\n\tf(x);\n\th(x);\n}\n");
    assertThat(engine.analysed).hasValue(1);
    put("b.c", "void h(int x)\n{\n\trelease(x);\n}\n");
    assertThat(engine.analysed).as("h, and g since it calls h").hasValue(3);
  }

  @Test
  void onlyWhatDependsOnAChangeIsAnalysedAgain() {
    String callers =
        """
        void f(int x)
        {
        \tdrop(x);
        }
        void g(int x)
        {
        \tf(x);
        }
        void h(int x)
        {
        \tacquire(x);
        }
        """;
    put("a.c", callers);
    put("b.c", "void drop(int x)\n{\n\trelease(x);\n}\n");
    assertThat(engine.analysed).as("h, drop, f, g").hasValue(4);
    put("b.c", "void drop(int x)\n{\n\tprepare();\n\trelease(x);\n}\n");
    assertThat(engine.analysed).as("its summary is the same").hasValue(5);
    put("a.c", "\n\n" + callers);
    assertThat(engine.analysed).as("they only moved").hasValue(5);
    put("b.c", "void drop(int x)\n{\n\trelease(x);\n}\n");
    assertThat(engine.analysed).as("as it was before").hasValue(5);
  }

  @Test
  void whoIsOnlyHandedOnIsNoCallee() {
    put("a.h", "#define APPLY(g, x) g(x)\n#define DROP drop\n");
    put("b.c", "void drop(int x)\n{\n\trelease(x);\n}\n");
    assertThat(callees("later(drop, x)")).isEmpty();
    assertThat(callees("drop /* it */ (x)")).containsExactly("drop");
    assertThat(callees("(drop)(x)")).containsExactly("drop");
    assertThat(callees("DROP(x)")).containsExactly("drop");
    assertThat(callees("APPLY(drop, x)")).as("a macro calls it").containsExactly("drop");
  }

  private List<String> callees(String statement) {
    put("a.c", "void f(int x)\n{\n\tacquire(x);\n\t" + statement + ";\n}\n");
    return state.worlds().stream()
        .flatMap(world -> world.outcome(new FunctionId("a.c", "f", 0)).stream())
        .flatMap(outcome -> outcome.callees().stream())
        .map(FunctionId::name)
        .toList();
  }

  @Test
  void recursionIsSolvedTogether() {
    put(
        "a.c",
        """
        void even(int x)
        {
        	odd(x);
        }
        void odd(int x)
        {
        	if (x)
        		release(x);
        	even(x);
        }
        void f(int x)
        {
        	acquire(x);
        	even(x);
        }
        """);
    assertThat(findings()).isEmpty();
  }

  /** Longer than any number of rounds: what does not go round it is known after one. */
  @Test
  void aLongWayRoundIsNoReasonToGiveUp() {
    StringBuilder ring = new StringBuilder("void f0(int x)\n{\n\trelease(x);\n\tf9(keep);\n}\n");
    for (int i = 1; i < 10; i++) {
      ring.append("void f%d(int x)\n{\n\tf%d(x);\n}\n".formatted(i, i - 1));
    }
    put("a.c", ring + "void g(int x)\n{\n\tacquire(x);\n\tf9(x);\n}\n");
    assertThat(findings()).isEmpty();
    assertThat(state.worlds().getLast().outcomes().values()).allMatch(Outcome::settled);
  }

  @Test
  void whoComesToMatterDoesSoBeforeItsCallers() {
    SortedMap<String, Optional<FileFacts>> files = new TreeMap<>();
    Map.of(
            "a.c", "void f(int x)\n{\n\tacquire(x);\n\tfirst(x);\n}\n",
            "b.c", "void first(int x)\n{\n\tsecond(x);\n}\n",
            "c.c", "void second(int x)\n{\n\tthird(x);\n}\n",
            "d.c", "void third(int x)\n{\n\trelease(x);\n}\n")
        .forEach((path, text) -> files.put(path, Optional.of(facts(workshop, path, text))));
    state = state.with(files).state();
    assertThat(findings()).isEmpty();
    assertThat(engine.analysed).as("each function once").hasValue(4);
  }

  @Test
  void recursionThatDoesNotSettleIsUnknown() {
    String text =
        "void f(int x)\n{\n\tf(opposite);\n\tkeep(x);\n\trelease_not(x);\n\tacquire_not();\n}\n";
    put("a.c", text + "void g(int x)\n{\n\tacquire(x);\n\tf(x);\n}\n");
    assertThat(findings()).containsExactly("g x");
  }

  @Test
  void whoMattersOnlyWithoutTheRecursionIsKnown() {
    put(
        "a.c",
        """
        void f(int x)
        {
        	echo(opposite);
        	stale(x);
        }
        void echo(int x)
        {
        	f(x);
        }
        """);
    WorldState world = state.worlds().getLast();
    assertThat(world.outcome(new FunctionId("a.c", "f", 0))).isPresent();
    assertThat(world.outcome(new FunctionId("a.c", "echo", 0))).isPresent();
  }

  @Test
  void theConditionOfAMacroCounts() {
    String narrow = "#ifdef WIDE\n#define DROP(x) release(x)\n#else\n#define DROP(x) (x)\n#endif\n";
    Workshop real = Workshop.of(FakeEngine.rules(), Engine.of(FakeEngine.rules()), false);
    SortedMap<String, Optional<FileFacts>> files = new TreeMap<>();
    files.put("a.h", Optional.of(facts(real, "a.h", narrow)));
    files.put("a.c", Optional.of(facts(real, "a.c", "void f(int x)\n{\n\tDROP(x);\n}\n")));
    TreeState open = TreeState.empty(real).with(files).state();
    assertThat(configurations(open)).containsExactlyInAnyOrder("defined(WIDE)", "!defined(WIDE)");
    SortedMap<String, Optional<FileFacts>> change = new TreeMap<>();
    change.put("b.h", Optional.of(facts(real, "b.h", "#define WIDE\n")));
    TreeState wide = open.with(change).state();
    assertThat(configurations(wide)).as("no text mentions what came").containsExactly("1");
    change.put("b.h", Optional.empty());
    assertThat(describe(wide.with(change).state()))
        .as("what f gave before is no answer to its own name")
        .isEqualTo(describe(open));
  }

  private static List<String> configurations(TreeState state) {
    return state.worlds().stream()
        .flatMap(world -> world.outcomes().values().stream())
        .flatMap(outcome -> outcome.result().configurations().stream())
        .map(Object::toString)
        .toList();
  }

  /** Whatever the steps, a state is the one that would come out of nothing. */
  @TestFactory
  Stream<DynamicTest> incrementalIsFromScratch() {
    return IntStream.range(0, 60)
        .mapToObj(
            seed -> DynamicTest.dynamicTest("seed " + seed, () -> compare(new RandomTree(seed))));
  }

  @TestFactory
  Stream<DynamicTest> soIsWhatOnlyTheWholeTreeTells() {
    return IntStream.range(0, 60)
        .mapToObj(seed ->
            DynamicTest.dynamicTest("seed " + seed, () -> compare(RandomTree.withMembers(seed))));
  }

  private static void compare(RandomTree random) {
    Workshop workshop = Workshop.of(FakeEngine.rules(), new FakeEngine(), false);
    TreeState now = TreeState.empty(workshop);
    for (int step = 0; step < 25; step++) {
      SortedMap<String, Optional<String>> changes = random.change();
      SortedMap<String, Optional<FileFacts>> facts = new TreeMap<>();
      changes.forEach((path, text) -> facts.put(path, text.map(t -> facts(workshop, path, t))));
      now = now.with(facts).state();

      Workshop other = Workshop.of(FakeEngine.rules(), new FakeEngine(), false);
      SortedMap<String, Optional<FileFacts>> all = new TreeMap<>();
      random.files().forEach((path, text) -> all.put(path, Optional.of(facts(other, path, text))));
      TreeState scratch = TreeState.empty(other).with(all).state();

      assertThat(describe(now))
          .as("step %d, files %s", step, random.files())
          .isEqualTo(describe(scratch));
    }
  }

  private static FileFacts facts(Workshop workshop, String path, String text) {
    workshop.corpus().scan(path + text, text.getBytes(StandardCharsets.ISO_8859_1));
    return workshop.corpus().facts(path + text);
  }

  private static Map<String, String> describe(TreeState state) {
    Map<String, String> all = new TreeMap<>();
    state.findings().forEach((id, findings) -> all.put("findings of " + id, findings.toString()));
    for (int world = 0; world < state.worlds().size(); world++) {
      WorldState solved = state.worlds().get(world);
      int number = world;
      solved
          .outcomes()
          .forEach((id, outcome) ->
              all.put(
                  "world " + number + ": " + id,
                  outcome.summary()
                      + " "
                      + outcome.settled()
                      + " "
                      + outcome.callees()
                      + " "
                      + outcome.recursion()
                      + " "
                      + outcome.result()));
      all.put("ledger of world " + world, solved.containers() + " " + solved.faults());
      all.put("loud in world " + world, new TreeMap<>(solved.loud()).toString());
    }
    return all;
  }
}
