package org.zaudit.rules;

import java.util.Set;

/**
 * A comparison that must hold for an effect to take place: {@code return == 0}, {@code return !=
 * NULL}, {@code flags & FOLL_PIN} (then {@code right} is 0, {@code !=}).
 */
public record Test(Term left, Comparison comparison, Term right) {
  void addConstants(Set<String> names) {
    left.addConstants(names);
    right.addConstants(names);
  }

  public enum Comparison {
    EQUAL("=="),
    NOT_EQUAL("!="),
    LESS("<"),
    LESS_OR_EQUAL("<="),
    GREATER(">"),
    GREATER_OR_EQUAL(">=");

    private final String sign;

    Comparison(String sign) {
      this.sign = sign;
    }

    /** The operator as C writes it. */
    public String sign() {
      return sign;
    }
  }
}
