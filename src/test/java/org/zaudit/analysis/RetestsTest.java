package org.zaudit.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.zaudit.analysis.Holding.Act;
import org.zaudit.flow.ControlFlowGraph;
import org.zaudit.flow.Node;
import org.zaudit.source.Span;
import org.zaudit.syntax.Reading;

/** A path goes by the conditions of a function in order, on the sides that are told. */
class RetestsTest {
  private static boolean isContrary(String body, boolean... sides) {
    return isContrary(body, -1, sides);
  }

  /**
   * @param acquired after so many conditions; -1 where it does not matter
   */
  private static boolean isContrary(String body, int acquired, boolean... sides) {
    ControlFlowGraph graph =
        ControlFlowGraph.of(
            Reading.function("void f(int r, int s, struct o *o)\n{\n" + body + "}\n"));
    var retests = new Retests(graph, new Loops(graph));
    Act act = new Act(0, "take", new Span(0, 1), false, false);
    Trail trail = Trail.start(new Event(Event.Kind.CALL, new Span(0, 1), "enters f"));
    List<Node.Branch> branches = new ArrayList<>();
    graph.nodes().stream()
        .mapMulti((Node node, Consumer<Node.Branch> found) -> {
          if (node instanceof Node.Branch branch) {
            found.accept(branch);
          }
        })
        .sorted(Comparator.comparingInt(branch -> branch.span().start()))
        .forEach(branches::add);
    for (int i = 0; i < sides.length; i++) {
      if (i == acquired) {
        trail = trail.then(told(new Event(Event.Kind.ACQUIRE, act.at(), "taken")));
      }
      Node.Branch branch = branches.get(i);
      retests.tested(branch.span().start(), branch.condition());
      trail = trail.then(told(Event.branch(branch.span(), sides[i])));
    }
    return retests.witness(trail, acquired < 0 ? Act.NONE : act).isEmpty();
  }

  private static Trail.Told told(Event event) {
    return new Trail.Told(Optional.empty(), event);
  }

  @Test
  void oneClaimInManyWords() {
    assertThat(isContrary("if (r == 3) g(); if (r != 3) g();", true, true)).isTrue();
    assertThat(isContrary("if (r == 3) g(); if (r != 3) g();", true, false)).isFalse();
    assertThat(isContrary("if (r < s) g(); if (r >= s) g();", false, false)).isTrue();
    assertThat(isContrary("if (r > s) g(); if (r <= s) g();", true, false)).isFalse();
    assertThat(isContrary("if (o->p == NULL) g(); if (o->p) g();", true, true)).isTrue();
    assertThat(isContrary("if (r < s) g(); if (r > s) g();", true, true)).as("another").isFalse();
  }

  @Test
  void aVariableThatOthersKnowMayChangeOnTheWay() {
    assertThat(isContrary("take(&r); if (r == 3) g(); if (r == 3) g();", false, true))
        .as("nothing is done in between")
        .isTrue();
    assertThat(isContrary("take(&r); if (r == 3) g(); g(); if (r == 3) g();", false, true))
        .as("the one who knew it is gone")
        .isTrue();
    assertThat(isContrary("if (r == 3) g(); take(s, &r); if (r == 3) g();", false, true))
        .as("it is lent")
        .isFalse();
    assertThat(isContrary("o->p = &r; if (r == 3) g(); g(); if (r == 3) g();", false, true))
        .as("others know it")
        .isFalse();
  }

  /** The first condition holds, and then the variable gets a value, and the second fails. */
  private static boolean isContrary(String body, Range value) {
    var two = new TwoTests(body);
    Trail trail =
        two.passes(two.entry(), 0, true).then(new Trail.Assigned("r", new Span(2, 3), value));
    return two.retests.witness(two.passes(trail, 1, false), Act.NONE).isEmpty();
  }

  @Test
  void aVariableThatGetsAValueOnTheWayIsAnother() {
    assertThat(isContrary("if (r == 3) g(); if (r == 3) g();", Range.ANY)).isFalse();
    assertThat(isContrary("if (s == 3) g(); if (s == 3) g();", Range.ANY)).isTrue();
    assertThat(isContrary("if (r) g(); if (r) g();", Range.POSITIVE)).as("is set").isTrue();
    assertThat(isContrary("if (r) g(); if (r) g();", Range.ZERO)).isFalse();
  }

  private static final class TwoTests {
    private final Retests retests;
    private final List<Node.Branch> tests = new ArrayList<>();

    TwoTests(String body) {
      ControlFlowGraph graph =
          ControlFlowGraph.of(
              Reading.function("void f(int r, int s, struct o *o)\n{\n" + body + "}\n"));
      retests = new Retests(graph, new Loops(graph));
      for (Node node : graph.nodes()) {
        if (node instanceof Node.Branch branch) {
          retests.tested(branch.span().start(), branch.condition());
          tests.add(branch);
        }
      }
      tests.sort(Comparator.comparingInt(branch -> branch.span().start()));
    }

    Trail entry() {
      return Trail.start(new Event(Event.Kind.CALL, new Span(0, 1), "enters f"));
    }

    Event test(int number, boolean holds) {
      return Event.branch(tests.get(number).span(), holds);
    }

    Trail passes(Trail trail, int number, boolean holds) {
      return trail.then(told(test(number, holds)));
    }
  }

  @Test
  void whereStatesWereJoinedAnyPathWillDo() {
    var two = new TwoTests("if (o->p) g(); if (o->p) g();");
    Trail passed = two.passes(two.entry(), 0, true);
    Trail joined = passed.or(two.entry().then(new Trail.Forced(two.test(0, false))));

    assertThat(two.retests.witness(two.passes(joined, 1, false), Act.NONE))
        .as("by the other way, of which the forced branch is not shown")
        .hasValueSatisfying(path -> assertThat(path.length()).isEqualTo(2));
    assertThat(two.retests.witness(two.passes(passed, 1, false), Act.NONE)).isEmpty();
  }

  @Test
  void aPathComesByTheActOrIsNone() {
    String body = "if (o->p == 3) g(); if (o->p == 3) g();";
    assertThat(isContrary(body, 1, true, false)).isTrue();
    assertThat(isContrary(body, 1, true, true)).isFalse();
    assertThat(isContrary(body, 0, true, false)).as("twice after the act").isTrue();
  }
}
