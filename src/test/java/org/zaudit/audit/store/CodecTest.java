package org.zaudit.audit.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.zaudit.source.Condition;

class CodecTest {
  private static final Codec<Bag> CODEC = Codec.of(Bag.class);

  enum Color {
    RED,
    BLUE
  }

  sealed interface Tree {
    record Leaf(long value) implements Tree {}

    record Fork(Tree left, Tree right) implements Tree {}
  }

  record Bag(
      String text,
      Color color,
      boolean flag,
      Tree tree,
      Optional<String> maybe,
      Map<String, Integer> counts,
      SortedSet<Long> numbers,
      List<Condition> conditions) {}

  private static Bag bag(Tree tree, Map<String, Integer> counts, Condition condition) {
    return new Bag(
        "ä\0\n",
        Color.BLUE,
        true,
        tree,
        Optional.of(""),
        counts,
        new TreeSet<>(List.of(Long.MIN_VALUE, -1L, 0L, Long.MAX_VALUE)),
        List.of(Condition.always(), Condition.never(), condition));
  }

  private static Tree tree() {
    Tree shared = new Tree.Fork(new Tree.Leaf(-7), new Tree.Leaf(1L << 40));
    return new Tree.Fork(shared, new Tree.Fork(shared, new Tree.Leaf(0)));
  }

  private static final Condition CONDITION =
      Condition.parse("defined(A) && (B >= 5 || !defined(C))");

  @Test
  void whatIsReadIsWhatWasWritten() {
    Bag bag = bag(tree(), Map.of("one", 1), CONDITION);
    byte[] bytes = CODEC.encode(bag).orElseThrow();
    assertThat(CODEC.decode(ByteBuffer.wrap(bytes))).contains(bag);
  }

  @Test
  void digestsTellValuesApartAndNothingElse() {
    Map<String, Integer> forth = new LinkedHashMap<>();
    Map<String, Integer> back = new LinkedHashMap<>();
    List.of("a", "b", "c").forEach(name -> forth.put(name, 1));
    List.of("c", "b", "a").forEach(name -> back.put(name, 1));
    assertThat(CODEC.digest(bag(tree(), forth, CONDITION)))
        .isEqualTo(CODEC.digest(bag(tree(), back, CONDITION)))
        .isNotEqualTo(CODEC.digest(bag(tree(), forth, CONDITION.not())));
  }

  /** Damage ends in another value or in none, never in an exception. */
  @Test
  void isTotal() {
    byte[] whole = CODEC.encode(bag(tree(), Map.of("one", 1), CONDITION)).orElseThrow();
    for (int i = 0; i < whole.length; i++) {
      for (int bit = 0; bit < 8; bit++) {
        byte[] damaged = whole.clone();
        damaged[i] ^= (byte) (1 << bit);
        assertThatCode(() -> CODEC.decode(ByteBuffer.wrap(damaged))).doesNotThrowAnyException();
      }
      assertThat(CODEC.decode(ByteBuffer.wrap(whole, 0, i))).as("length %d", i).isEmpty();
    }
  }
}
