package org.zaudit.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SourceLineTest {
  @Test
  void putsTheCaretUnderTheColumnBehindTabs() {
    String source = "\t\tif (x)\tput(p);";
    SourceLine line = SourceLine.of(source, source.indexOf("put") + 1, 8, 90);
    assertThat(line.code()).isEqualTo("        if (x)  put(p);");
    assertThat(marked(line)).isEqualTo('p');
  }

  @Test
  void putsTheCaretBehindCharactersThatHadToBeMadeVisible() {
    String source = "x = \"\u202e\ud83d\udc1e\"; put(p);";
    SourceLine line = SourceLine.of(source, source.indexOf("put") + 1, 0, 90);
    assertThat(line.code()).isEqualTo("x = \"<U+202E>\ud83d\udc1e\"; put(p);");
    assertThat(line.code().codePointAt(line.code().offsetByCodePoints(0, line.caret())))
        .isEqualTo('p');
  }

  @Test
  void cutsALongLineBehindTheCaret() {
    SourceLine line = SourceLine.of("put(p);" + "x".repeat(100), 1, 0, 20);
    assertThat(line).isEqualTo(new SourceLine("put(p);xxxxxxxxxx...", 0));
  }

  @Test
  void showsOfALongLineWhatStandsAroundTheCaret() {
    for (int before = 0; before < 200; before++) {
      SourceLine line = SourceLine.of("x".repeat(before) + "^" + "x".repeat(50), before + 1, 0, 40);
      assertThat(Printable.width(line.code())).isLessThanOrEqualTo(40);
      assertThat(marked(line)).as("caret behind %d", before).isEqualTo('^');
    }
  }

  @Test
  void acceptsAnyColumn() {
    assertThat(SourceLine.of("ab", 0, 0, 10).caret()).isZero();
    assertThat(SourceLine.of("ab", Integer.MIN_VALUE, 0, 10).caret()).isZero();
    assertThat(SourceLine.of("ab", 99, 0, 10).caret()).isEqualTo(2);
    assertThat(SourceLine.of("", 7, 3, 10)).isEqualTo(new SourceLine("", 0));
    assertThat(SourceLine.of("x".repeat(99), 100, 0, 20).caret()).isLessThanOrEqualTo(20);
  }

  private static char marked(SourceLine line) {
    return line.code().charAt(line.caret());
  }
}
