package org.zaudit.source.condition;

/** An expression as it stands behind {@code #if}. */
public sealed interface Formula {

  record Number(long value) implements Formula {}

  record Name(String text) implements Formula {}

  record Defined(String name) implements Formula {}

  /**
   * A call of a function-like macro, or of an operator such as {@code __has_include}.
   *
   * @param arguments text between the parentheses, without blanks that mean nothing
   */
  record Call(String function, String arguments) implements Formula {}

  record Unary(String operator, Formula operand) implements Formula {}

  record Binary(String operator, Formula left, Formula right) implements Formula {}

  record Choice(Formula test, Formula yes, Formula no) implements Formula {}
}
