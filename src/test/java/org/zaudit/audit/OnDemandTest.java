package org.zaudit.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What is found by looking at no more than a change can make a difference to. */
class OnDemandTest {
  private final FakeEngine engine = new FakeEngine();
  private final Workshop workshop = Workshop.of(FakeEngine.rules(), engine, false);

  @Test
  void onlyWhatAChangeReachesIsAnalysed() {
    Map<String, String> files =
        Map.of(
            "a.c", "void f(int x)\n{\n\tacquire(x);\n\tdrop(x);\n}\n",
            "b.c", "void drop(int x)\n{\n\tput(x);\n}\nvoid put(int x)\n{\n\trelease(x);\n}\n",
            "c.c", "void other(int x)\n{\n\tacquire(x);\n}\n");
    Pair pair = check(files, "b.c", "void drop(int x)\n{\n\tput(x);\n\tput(y);\n}\n");
    assertThat(names(pair.wanted)).containsExactly("drop", "f", "put");
    assertThat(pair.before.findings()).isEmpty();
    assertThat(names(pair.after.findings().keySet())).containsExactly("f");
    assertThat(engine.analysed).as("put, drop, f; f without them").hasValue(4);
  }

  @Test
  void aChangeThatTellsNobodyAnythingStaysWhereItIs() {
    Map<String, String> files =
        Map.of(
            "a.c", "void f(int x)\n{\n\tacquire(x);\n\tdrop(x);\n}\n",
            "b.c", "void drop(int x)\n{\n\trelease(x);\n}\n");
    Pair pair = check(files, "b.c", "void drop(int x)\n{\n\tprepare();\n\trelease(x);\n}\n");
    assertThat(names(pair.wanted)).containsExactly("drop");
    assertThat(engine.analysed).hasValue(2);
  }

  @Test
  void whoEndsAnArrayIsAskedWhereAFindingHangsOnIt() {
    Map<String, String> files =
        Map.of(
            "a.c", "void f(int pages)\n{\n}\n",
            "b.c", "void g(int x)\n{\n\tends(pages);\n}\n",
            "c.c", "void h(int x)\n{\n\tends(others);\n}\n");
    Pair pair = check(files, "a.c", "void f(int pages)\n{\n\tstale(pages);\n}\n");
    assertThat(names(pair.after.findings().keySet())).containsExactly("f");
    assertThat(names(pair.wanted)).containsExactly("f", "g");
  }

  @Test
  void whoeverLosesTheEndOfAnArrayIsLookedAt() {
    Map<String, String> files =
        Map.of(
            "a.c", "void f(int x)\n{\n\tstale(pages);\n}\n",
            "b.c", "void g(int x)\n{\n}\n");
    Pair pair = check(files, "b.c", "void g(int x)\n{\n\tends(pages);\n}\n");
    assertThat(pair.before.findings()).isEmpty();
    assertThat(names(pair.after.findings().keySet())).containsExactly("f");
  }

  private static List<String> names(Set<FunctionId> functions) {
    return functions.stream().map(FunctionId::name).sorted().toList();
  }

  private Pair check(Map<String, String> files, String path, String text) {
    SortedMap<String, Optional<FileFacts>> all = new TreeMap<>();
    files.forEach((p, t) -> all.put(p, Optional.of(facts(workshop, p, t))));
    SortedMap<String, Optional<FileFacts>> change = new TreeMap<>();
    change.put(path, Optional.of(facts(workshop, path, text)));
    return Pair.of(workshop, all, change);
  }

  /** Two versions, known as far as the step between them can make a difference. */
  private record Pair(TreeState before, TreeState after, Set<FunctionId> wanted) {
    static Pair of(
        Workshop workshop,
        SortedMap<String, Optional<FileFacts>> files,
        SortedMap<String, Optional<FileFacts>> change) {
      Set<FunctionId> wanted = new TreeSet<>(FunctionId.ORDER);
      TreeState before = TreeState.empty(workshop, Demand.of(wanted)).with(files).state();
      while (true) {
        TreeState.Next next = before.with(change);
        if (!wanted.addAll(next.beyond())) {
          return new Pair(before, next.state(), wanted);
        }
        before = before.knowing(wanted);
      }
    }
  }

  /** What was asked for is as it is where everything is known, and the rest differs in nothing. */
  @TestFactory
  Stream<DynamicTest> onDemandIsAsWithEverything() {
    return IntStream.range(0, 120)
        .mapToObj(seed -> DynamicTest.dynamicTest("seed " + seed, () -> compare(seed)));
  }

  private static void compare(int seed) {
    var random = new RandomTree(seed);
    SortedMap<String, Optional<String>> files = new TreeMap<>();
    for (int i = 0; i < 4; i++) {
      files.putAll(random.change());
    }
    for (int step = 0; step < 15; step++) {
      SortedMap<String, Optional<String>> change = random.change();
      Workshop all = Workshop.of(FakeEngine.rules(), new FakeEngine(), false);
      TreeState wholeBefore = TreeState.empty(all).with(facts(all, files)).state();
      TreeState wholeAfter = wholeBefore.with(facts(all, change)).state();

      Workshop some = Workshop.of(FakeEngine.rules(), new FakeEngine(), false);
      Pair pair = Pair.of(some, facts(some, files), facts(some, change));

      String what = "seed %d, step %d, files %s, change %s".formatted(seed, step, files, change);
      for (FunctionId id : everyFunction(wholeBefore, wholeAfter)) {
        String before = findings(wholeBefore, id);
        String after = findings(wholeAfter, id);
        if (pair.wanted().contains(id)) {
          assertThat(findings(pair.before(), id)).as("%s, before, %s", id, what).isEqualTo(before);
          assertThat(findings(pair.after(), id)).as("%s, after, %s", id, what).isEqualTo(after);
        } else {
          assertThat(after).as("%s, not asked for, %s", id, what).isEqualTo(before);
        }
      }
      assertThat(outcomes(pair.before())).as(what).isSubsetOf(outcomes(wholeBefore));
      assertThat(outcomes(pair.after())).as(what).isSubsetOf(outcomes(wholeAfter));
      files.putAll(change);
    }
  }

  private static String findings(TreeState state, FunctionId id) {
    return state.findings().getOrDefault(id, List.of()).toString();
  }

  private static Set<String> outcomes(TreeState state) {
    Set<String> all = new HashSet<>();
    for (int world = 0; world < state.worlds().size(); world++) {
      int number = world;
      state
          .worlds()
          .get(world)
          .outcomes()
          .forEach((id, outcome) -> all.add(number + " " + id + " " + outcome));
    }
    return all;
  }

  private static Set<FunctionId> everyFunction(TreeState... states) {
    Set<FunctionId> all = new TreeSet<>(FunctionId.ORDER);
    for (TreeState state : states) {
      state.tree().files().values().forEach(f -> f.definitions().forEach(d -> all.add(d.id())));
    }
    return all;
  }

  private static SortedMap<String, Optional<FileFacts>> facts(
      Workshop workshop, SortedMap<String, Optional<String>> files) {
    SortedMap<String, Optional<FileFacts>> facts = new TreeMap<>();
    files.forEach((path, text) -> facts.put(path, text.map(t -> facts(workshop, path, t))));
    return facts;
  }

  private static FileFacts facts(Workshop workshop, String path, String text) {
    workshop.corpus().scan(path + text, text.getBytes(StandardCharsets.ISO_8859_1));
    return workshop.corpus().facts(path + text);
  }
}
