package org.zaudit.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ReleasesTest {
  @Test
  void drawsNeighboursTogether() {
    assertThat(Releases.summary(List.of("v2.3.0-rc1", "v2.3.0-rc2", "v2.3.0-rc3", "v2.3.99")))
        .isEqualTo("v2.3.0-rc1..rc3, v2.3.99 (4 releases)");
    assertThat(Releases.summary(List.of("v-0.8.9", "v-0.8.10", "v-0.8.11")))
        .isEqualTo("v-0.8.9..v-0.8.11 (3 releases)");
  }

  @Test
  void leavesOthersAsTheyAre() {
    assertThat(Releases.summary(List.of("v1"))).isEqualTo("v1");
    assertThat(Releases.summary(List.of("v1", "v2"))).isEqualTo("v1, v2 (2 releases)");
    assertThat(Releases.summary(List.of("v1", "v3", "v5", "w6", "latest")))
        .isEqualTo("v1, v3, v5, w6, latest (5 releases)");
    assertThat(Releases.summary(List.of("v01", "v02", "v03"))).isEqualTo("v01..v03 (3 releases)");
    assertThat(Releases.summary(List.of("v99999999999", "v100000000000")))
        .isEqualTo("v99999999999, v100000000000 (2 releases)");
  }

  @Test
  void showsTheEndsOfALongList() {
    List<String> tags =
        Stream.concat(Stream.of("v0.1"), IntStream.range(0, 50).mapToObj(i -> "v" + i + ".0"))
            .toList();
    assertThat(Releases.summary(tags))
        .isEqualTo("v0.1, v0.0, v1.0, v2.0, ..., v46.0, v47.0, v48.0, v49.0 (51 releases)");
  }
}
