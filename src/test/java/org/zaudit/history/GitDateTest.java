package org.zaudit.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.zaudit.rules.UserError;

class GitDateTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "2024-09-14T13:47:59-07:00",
        "2024-09-14T20:47:59Z",
        "2024-09-14 13:47:59 -0700",
        "Sat, 14 Sep 2024 13:47:59 -0700",
        "Sat Sep 14 13:47:59 2024 -0700"
      })
  void readsDatesThatNameAMoment(String text) {
    assertThat(GitDate.parse(text)).isEqualTo(Instant.parse("2024-09-14T20:47:59Z"));
  }

  @Test
  void readsDaysAndRelativeDates() {
    assertThat(GitDate.parse("2024-09-14"))
        .isEqualTo(LocalDate.of(2024, 9, 14).atStartOfDay(ZoneId.systemDefault()).toInstant());
    assertThat(GitDate.parse("2 hours ago"))
        .isCloseTo(Instant.now().minus(2, ChronoUnit.HOURS), within(1, ChronoUnit.MINUTES));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "soon", "2024-99-99", "2024-09-14T99:99"})
  void refusesWhatIsNone(String text) {
    assertThatThrownBy(() -> GitDate.parse(text))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("not a date");
  }
}
