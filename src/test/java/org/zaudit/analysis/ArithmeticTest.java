package org.zaudit.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.zaudit.analysis.Symbol.Argument;
import org.zaudit.analysis.Symbol.Constant;
import org.zaudit.analysis.Symbol.Named;
import org.zaudit.analysis.Symbol.Operation;

/** Folding must not change what an expression means. */
class ArithmeticTest {
  private static final List<String> OPERATORS =
      List.of("+", "-", "*", "&", "|", "==", "!=", "<", "<=", ">", ">=");

  private final Random random = new Random(7);

  private Symbol expression(int depth) {
    if (depth == 0 || random.nextInt(3) == 0) {
      return random.nextBoolean()
          ? new Constant(random.nextInt(7) - 3)
          : new Argument(random.nextInt(3), "x", false);
    }
    return new Operation(
        OPERATORS.get(random.nextInt(OPERATORS.size())),
        expression(depth - 1),
        expression(depth - 1));
  }

  private static Symbol folded(Symbol s) {
    return s instanceof Operation(String op, Symbol a, Symbol b)
        ? Arithmetic.apply(op, folded(a), folded(b))
        : s;
  }

  private static long value(Symbol s, Map<Integer, Long> arguments) {
    return switch (s) {
      case Constant(long v) -> v;
      case Argument(int index, _, _) -> Objects.requireNonNull(arguments.get(index));
      case Operation(String op, Symbol a, Symbol b) ->
          ((Constant)
                  Arithmetic.apply(
                      op, new Constant(value(a, arguments)), new Constant(value(b, arguments))))
              .value();
      default -> throw new IllegalArgumentException(s.toString());
    };
  }

  @Test
  void foldingKeepsTheValue() {
    for (int i = 0; i < 50_000; i++) {
      Symbol e = expression(4);
      Map<Integer, Long> arguments =
          Map.of(
              0,
              (long) random.nextInt(9) - 4,
              1,
              (long) random.nextInt(9) - 4,
              2,
              (long) random.nextInt(9) - 4);
      assertThat(value(folded(e), arguments)).as("%s", e).isEqualTo(value(e, arguments));
    }
  }

  @Test
  void flagsThatWereSetOrClearedByNameAreKnown() {
    Symbol word = new Argument(0, "word", false);
    Symbol direct = new Named("DIRECT");
    Symbol set = Arithmetic.apply("|", word, direct);
    Symbol cleared = Arithmetic.apply("&", word, new Operation("~", direct, Symbol.Constant.ZERO));
    assertThat(Arithmetic.apply("&", set, direct)).isEqualTo(direct);
    assertThat(Arithmetic.apply("&", cleared, direct)).isEqualTo(Symbol.Constant.ZERO);
    assertThat(Arithmetic.apply("&", set, new Named("SYNC")))
        .isEqualTo(new Operation("&", word, new Named("SYNC")));
  }

  @Test
  void theAddressOfAnElementLeadsBackToIt() {
    Symbol array = new Argument(0, "a", false);
    Location third = Location.pointee(array).at(new Constant(3));
    assertThat(Location.pointee(new Symbol.Address(third)).at(new Constant(2)))
        .isEqualTo(Location.pointee(array).at(new Constant(5)));
    assertThat(Location.pointee(Arithmetic.apply("+", array, new Constant(3)))).isEqualTo(third);
    assertThat(Location.pointee(array).at(Symbol.Constant.ZERO)).isEqualTo(Location.pointee(array));
  }
}
