package org.zaudit.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CrewTest {
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 8})
  @Timeout(value = 60, unit = TimeUnit.SECONDS)
  void piecesOfPiecesAreDoneByHoweverFewThreads(int jobs) {
    try (Crew crew = new Crew(jobs)) {
      assertThat(numbered(crew, 5)).isEqualTo(325);
    }
  }

  /** A tree of pieces with so many levels; counts its nodes, each of which has as many parts. */
  private static int numbered(Crew crew, int parts) {
    List<Callable<Integer>> pieces =
        IntStream.range(0, parts)
            .<Callable<Integer>>mapToObj(i -> () -> 1 + numbered(crew, parts - 1))
            .toList();
    return crew.all(pieces).stream().mapToInt(Integer::intValue).sum();
  }

  @Test
  void resultsComeInTheOrderOfThePieces() {
    List<Callable<Integer>> pieces = new ArrayList<>();
    IntStream.range(0, 200).forEach(i -> pieces.add(() -> i));
    try (Crew crew = new Crew(4)) {
      assertThat(crew.all(pieces)).isSorted().hasSize(200);
    }
  }

  @Test
  void theFailureOfAPieceIsTheCallers() {
    List<Callable<Integer>> pieces =
        List.of(
            () -> 1,
            () -> {
              throw new IllegalArgumentException("as it was thrown");
            });
    try (Crew crew = new Crew(2)) {
      assertThatThrownBy(() -> crew.all(pieces)).hasMessage("as it was thrown");
    }
  }
}
