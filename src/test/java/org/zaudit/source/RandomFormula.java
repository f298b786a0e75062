package org.zaudit.source;

import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * A random {@code #if} expression that knows its own value, so that conditions can be compared with
 * it.
 */
sealed interface RandomFormula {
  /** What a compilation defines: names that are missing are not defined. */
  boolean holds(Map<String, Long> definitions);

  String text();

  record Defined(String name) implements RandomFormula {
    @Override
    public boolean holds(Map<String, Long> definitions) {
      return definitions.containsKey(name);
    }

    @Override
    public String text() {
      return "defined(" + name + ")";
    }
  }

  record Comparison(String name, String operator, long bound) implements RandomFormula {
    @Override
    public boolean holds(Map<String, Long> definitions) {
      long value = definitions.getOrDefault(name, 0L);
      return switch (operator) {
        case "<" -> value < bound;
        case "<=" -> value <= bound;
        case ">" -> value > bound;
        case ">=" -> value >= bound;
        case "==" -> value == bound;
        case "!=" -> value != bound;
        default -> value != 0;
      };
    }

    @Override
    public String text() {
      return operator.isEmpty() ? name : name + " " + operator + " " + bound;
    }
  }

  record Not(RandomFormula operand) implements RandomFormula {
    @Override
    public boolean holds(Map<String, Long> definitions) {
      return !operand.holds(definitions);
    }

    @Override
    public String text() {
      return "!(" + operand.text() + ")";
    }
  }

  record Both(boolean and, RandomFormula left, RandomFormula right) implements RandomFormula {
    @Override
    public boolean holds(Map<String, Long> definitions) {
      return and
          ? left.holds(definitions) && right.holds(definitions)
          : left.holds(definitions) || right.holds(definitions);
    }

    @Override
    public String text() {
      return "(" + left.text() + (and ? " && " : " || ") + right.text() + ")";
    }
  }

  static RandomFormula of(RandomGenerator random, int depth) {
    if (depth == 0 || random.nextInt(5) == 0) {
      String name = String.valueOf((char) ('A' + random.nextInt(3)));
      String[] operators = {"<", "<=", ">", ">=", "==", "!=", ""};
      return random.nextInt(3) == 0
          ? new Defined(name)
          : new Comparison(
              name, operators[random.nextInt(operators.length)], random.nextInt(-1, 4));
    }
    return random.nextInt(4) == 0
        ? new Not(of(random, depth - 1))
        : new Both(random.nextBoolean(), of(random, depth - 1), of(random, depth - 1));
  }
}
