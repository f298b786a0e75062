package org.zaudit.source.condition;

/**
 * Writes a formula in one way: equal formulas have equal texts, with the parentheses that C needs
 * and no others.
 */
public final class FormulaText {
  private static final int CHOICE = 0;
  private static final int UNARY = 11;

  private FormulaText() {}

  public static String of(Formula formula) {
    return switch (formula) {
      case Formula.Number(long value) -> Long.toString(value);
      case Formula.Name(String text) -> text;
      case Formula.Defined(String name) -> "defined(" + name + ")";
      case Formula.Call(String function, String arguments) -> function + "(" + arguments + ")";
      case Formula.Unary(String operator, Formula operand) -> operator + within(operand, UNARY);
      case Formula.Binary(String operator, Formula left, Formula right) ->
          within(left, strength(operator))
              + " "
              + operator
              + " "
              + within(right, strength(operator) + 1);
      case Formula.Choice(Formula test, Formula yes, Formula no) ->
          within(test, CHOICE + 1) + " ? " + of(yes) + " : " + of(no);
    };
  }

  private static String within(Formula formula, int least) {
    return strength(formula) < least ? "(" + of(formula) + ")" : of(formula);
  }

  private static int strength(Formula formula) {
    return switch (formula) {
      case Formula.Number number -> number.value() < 0 ? UNARY : UNARY + 1;
      case Formula.Name _, Formula.Defined _, Formula.Call _ -> UNARY + 1;
      // As an operand of another unary operator it is put in parentheses: "- -x" must not become
      // "--x".
      case Formula.Unary _ -> UNARY - 1;
      case Formula.Binary binary -> strength(binary.operator());
      case Formula.Choice _ -> CHOICE;
    };
  }

  private static int strength(String operator) {
    return switch (operator) {
      case "*", "/", "%" -> 10;
      case "+", "-" -> 9;
      case "<<", ">>" -> 8;
      case "<", ">", "<=", ">=" -> 7;
      case "==", "!=" -> 6;
      case "&" -> 5;
      case "^" -> 4;
      case "|" -> 3;
      case "&&" -> 2;
      default -> 1;
    };
  }
}
