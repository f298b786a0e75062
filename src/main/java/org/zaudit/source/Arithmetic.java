package org.zaudit.source;

import java.util.Optional;

/** The arithmetic of {@code #if}, in intmax_t (C11 6.10.1p4). */
final class Arithmetic {
  private Arithmetic() {}

  /** Empty where C has no result. */
  static Optional<Long> apply(String operator, long a, long b) {
    return switch (operator) {
      case "*" -> Optional.of(a * b);
      case "/" -> b == 0 ? Optional.empty() : Optional.of(a / b);
      case "%" -> b == 0 ? Optional.empty() : Optional.of(a % b);
      case "+" -> Optional.of(a + b);
      case "-" -> Optional.of(a - b);
      case "<<" -> b < 0 || b > 63 ? Optional.empty() : Optional.of(a << b);
      case ">>" -> b < 0 || b > 63 ? Optional.empty() : Optional.of(a >> b);
      case "<" -> truth(a < b);
      case ">" -> truth(a > b);
      case "<=" -> truth(a <= b);
      case ">=" -> truth(a >= b);
      case "==" -> truth(a == b);
      case "!=" -> truth(a != b);
      case "&" -> Optional.of(a & b);
      case "^" -> Optional.of(a ^ b);
      case "|" -> Optional.of(a | b);
      default -> Optional.empty();
    };
  }

  private static Optional<Long> truth(boolean value) {
    return Optional.of(value ? 1L : 0L);
  }
}
