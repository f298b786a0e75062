package org.zaudit.source;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ChunkTextTest {
  @Test
  void textsKnowTheirIdentifiersAndTellThemselvesApart() {
    ChunkText text = new ChunkText("if (a->b) { /* no */ return \"c\" + 0x1F + a; }\n#ifdef D\n");
    Names names = new Names();
    assertThat(text.identifiers(names)).containsExactly("D", "a", "b", "ifdef");
    assertThat(new ChunkText("b a").identifiers(names).getFirst())
        .isSameAs(text.identifiers(names).get(1));
    assertThat(text.digest())
        .isEqualTo(new ChunkText(text.text()).digest())
        .isNotEqualTo(new ChunkText("").digest());
    // As sha256sum says of the empty file.
    assertThat(new ChunkText("").digest()).hasToString("e3b0c44298fc1c149afbf4c8996fb924");
  }
}
