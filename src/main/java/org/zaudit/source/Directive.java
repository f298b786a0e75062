package org.zaudit.source;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * A line that starts with {@code #}.
 *
 * @param start of the line
 * @param operands where they start: after the name
 * @param end after the newline
 */
record Directive(String name, int start, int operands, int end) {

  /** Reads the directive whose {@code #} is here. */
  static Directive at(byte[] text, int hash) {
    int end = Lexis.directive(text, hash);
    int name = hash + 1;
    while (name < end && (text[name] == ' ' || text[name] == '\t')) {
      name++;
    }
    int operands = Lexis.word(text, name);
    return new Directive(
        string(text, name, operands), Lexis.startOfLine(text, hash), operands, end);
  }

  /** The operands as they are written. */
  String text(byte[] bytes) {
    return string(bytes, operands, end);
  }

  /** The first word of the operands; empty when they start with something else. */
  String word(byte[] bytes) {
    int start = operands;
    while (start < end && Lexis.isBlank(bytes[start])) {
      start++;
    }
    return string(bytes, start, Math.min(end, Lexis.word(bytes, start)));
  }

  /** The name between quotes or angle brackets; empty when a macro stands for it. */
  Optional<String> included(byte[] bytes) {
    String operand = text(bytes).strip();
    int close = operand.isEmpty() ? -1 : operand.indexOf(operand.charAt(0) == '<' ? '>' : '"', 1);
    boolean quoted = close > 0 && (operand.charAt(0) == '<' || operand.charAt(0) == '"');
    return quoted ? Optional.of(operand.substring(1, close)) : Optional.empty();
  }

  boolean opens() {
    return switch (name) {
      case "if", "ifdef", "ifndef" -> true;
      default -> false;
    };
  }

  /** Whether it starts another branch of a conditional that is open. */
  boolean divides() {
    return switch (name) {
      case "else", "elif", "elifdef", "elifndef" -> true;
      default -> false;
    };
  }

  boolean closes() {
    return name.equals("endif");
  }

  /** Whether no compilation gets past it (C11 6.10.5). */
  boolean refuses() {
    return name.equals("error");
  }

  /** The formula that a conditional directive asks, as it stands; {@code #else} asks nothing. */
  Condition condition(byte[] bytes) {
    return switch (name) {
      case "ifdef", "elifdef" -> Condition.of(Atom.defined(word(bytes)));
      case "ifndef", "elifndef" -> Condition.of(Atom.defined(word(bytes))).not();
      case "if", "elif" -> Condition.parseLeniently(text(bytes));
      default -> Condition.always();
    };
  }

  private static String string(byte[] text, int start, int end) {
    return start < end ? new String(text, start, end - start, StandardCharsets.ISO_8859_1) : "";
  }
}
