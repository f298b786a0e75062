package org.zaudit.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.zaudit.analysis.Escapes.Reach;
import org.zaudit.analysis.Escapes.Way;

class EscapesTest {
  /** The sets of the JDK are iterated in another order in each run. */
  @Test
  void waysComeInTheSameOrderHoweverTheyWereFound() {
    Way kept = new Way.Kept(Reach.WITHIN);
    Way lost = new Way.Lost(Reach.ITSELF);
    Way first = new Way.Passed("attach", 1, Reach.ITSELF);
    Way second = new Way.Passed("queue", 0, Reach.WITHIN);
    Way third = new Way.Passed("queue", 0, Reach.ITSELF);
    Way fourth = new Way.Passed("queue", 2, Reach.ITSELF);

    var escapes = new Escapes(List.of(Set.of(fourth, second, lost, third, first, kept)));

    assertThat(escapes.of(0)).containsExactly(kept, lost, first, second, third, fourth);
  }

  @Test
  void waysOfTwoConfigurationsAreThoseOfBoth() {
    Way kept = new Way.Kept(Reach.ITSELF);
    Way passed = new Way.Passed("attach", 0, Reach.ITSELF);

    var both =
        new Escapes(List.of(Set.of(passed), Set.of()))
            .and(new Escapes(List.of(Set.of(kept, passed))));

    assertThat(both.of(0)).containsExactly(kept, passed);
    assertThat(both.of(1)).containsExactly(new Way.Lost(Reach.ITSELF));
  }
}
