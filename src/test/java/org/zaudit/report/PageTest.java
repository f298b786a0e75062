package org.zaudit.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PageTest {
  @Test
  void breaksAtSpaces() {
    assertThat(Page.wrap("one two three four", 7, 10)).containsExactly("one two", "three four");
  }

  @Test
  void leavesLongWordsWhole() {
    assertThat(Page.wrap("a sesquipedalian word", 5, 5))
        .containsExactly("a", "sesquipedalian", "word");
  }

  @Test
  void alwaysHasALine() {
    assertThat(Page.wrap("", 5, 5)).containsExactly("");
    assertThat(Page.wrap("   ", 5, 5)).containsExactly("");
    assertThat(Page.wrap("word", -3, -3)).containsExactly("word");
  }
}
