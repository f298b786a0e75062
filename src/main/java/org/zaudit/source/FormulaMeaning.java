package org.zaudit.source;

import java.util.Optional;
import java.util.OptionalLong;
import org.zaudit.source.condition.Formula;
import org.zaudit.source.condition.FormulaParser;
import org.zaudit.source.condition.FormulaText;

/** What a formula says: a number, a condition, or a term of which only the text is known. */
final class FormulaMeaning {
  private sealed interface Value {
    record Constant(long number) implements Value {}

    record Truth(Condition condition) implements Value {}

    record Term(String text) implements Value {}
  }

  private FormulaMeaning() {}

  /** When the preprocessor takes the text that follows: other than zero. */
  static Condition condition(Formula formula) {
    return truth(valueOf(formula));
  }

  /** The number that the text of a macro stands for; empty when it is not made of numbers alone. */
  static Optional<Long> number(String text) {
    return FormulaParser.parse(text)
        .flatMap(formula ->
            valueOf(formula) instanceof Value.Constant(long number)
                ? Optional.of(number)
                : Optional.empty());
  }

  private static Condition truth(Value value) {
    return switch (value) {
      case Value.Constant(long number) -> number != 0 ? Condition.always() : Condition.never();
      case Value.Truth(Condition condition) -> condition;
      case Value.Term(String text) -> Condition.of(Atom.truth(text));
    };
  }

  private static Value valueOf(Formula formula) {
    return switch (formula) {
      case Formula.Number(long value) -> new Value.Constant(value);
      case Formula.Name(String text) -> new Value.Term(text);
      case Formula.Defined(String name) -> new Value.Truth(Condition.of(Atom.defined(name)));
      case Formula.Call call -> call(call);
      case Formula.Unary unary -> unary(unary);
      case Formula.Binary binary -> binary(binary);
      case Formula.Choice choice -> choice(choice);
    };
  }

  private static Value call(Formula.Call call) {
    OptionalLong version = VersionCode.evaluate(call.function(), call.arguments());
    return version.isPresent()
        ? new Value.Constant(version.getAsLong())
        : new Value.Term(FormulaText.of(call));
  }

  private static Value unary(Formula.Unary unary) {
    Value operand = valueOf(unary.operand());
    if (unary.operator().equals("!")) {
      return new Value.Truth(truth(operand).not());
    }
    if (!(operand instanceof Value.Constant(long number))) {
      return new Value.Term(FormulaText.of(unary));
    }
    return new Value.Constant(
        switch (unary.operator()) {
          case "-" -> -number;
          case "~" -> ~number;
          default -> number;
        });
  }

  private static Value binary(Formula.Binary binary) {
    Value left = valueOf(binary.left());
    Value right = valueOf(binary.right());
    switch (binary.operator()) {
      case "&&" -> {
        return new Value.Truth(truth(left).and(truth(right)));
      }
      case "||" -> {
        return new Value.Truth(truth(left).or(truth(right)));
      }
      default -> {
        Optional<Value> known =
            left instanceof Value.Constant(long a) && right instanceof Value.Constant(long b)
                ? Arithmetic.apply(binary.operator(), a, b).map(Value.Constant::new)
                : comparison(binary.operator(), left, right);
        return known.orElseGet(() -> new Value.Term(FormulaText.of(binary)));
      }
    }
  }

  private static Optional<Value> comparison(String operator, Value left, Value right) {
    return switch (left) {
      case Value.Constant _ ->
          right instanceof Value.Constant
              ? Optional.empty()
              : mirrored(operator).flatMap(mirror -> comparison(mirror, right, left));
      case Value.Term(String text) ->
          right instanceof Value.Constant(long number)
              ? comparison(operator, text, number).map(Value.Truth::new)
              : Optional.empty();
      case Value.Truth(Condition condition) ->
          isBoolean(right)
              ? equality(operator, condition, truth(right)).map(Value.Truth::new)
              : Optional.empty();
    };
  }

  private static Optional<String> mirrored(String operator) {
    return switch (operator) {
      case "<" -> Optional.of(">");
      case ">" -> Optional.of("<");
      case "<=" -> Optional.of(">=");
      case ">=" -> Optional.of("<=");
      case "==", "!=" -> Optional.of(operator);
      default -> Optional.empty();
    };
  }

  private static Optional<Condition> comparison(String operator, String text, long number) {
    return switch (operator) {
      case ">=" -> Optional.of(atLeast(text, number));
      case "<" -> Optional.of(atLeast(text, number).not());
      case ">" -> Optional.of(greater(text, number));
      case "<=" -> Optional.of(greater(text, number).not());
      case "==" -> Optional.of(equal(text, number));
      case "!=" -> Optional.of(equal(text, number).not());
      default -> Optional.empty();
    };
  }

  private static Condition atLeast(String text, long number) {
    return Condition.of(Atom.atLeast(text, number));
  }

  private static Condition greater(String text, long number) {
    return number == Long.MAX_VALUE ? Condition.never() : atLeast(text, number + 1);
  }

  private static Condition equal(String text, long number) {
    return number == 0
        ? Condition.of(Atom.truth(text)).not()
        : atLeast(text, number).and(greater(text, number).not());
  }

  private static boolean isBoolean(Value value) {
    return value instanceof Value.Truth
        || (value instanceof Value.Constant(long number) && (number == 0 || number == 1));
  }

  private static Optional<Condition> equality(String operator, Condition left, Condition right) {
    Condition same = left.and(right).or(left.not().and(right.not()));
    return switch (operator) {
      case "==" -> Optional.of(same);
      case "!=" -> Optional.of(same.not());
      default -> Optional.empty();
    };
  }

  private static Value choice(Formula.Choice choice) {
    Condition test = condition(choice.test());
    Value yes = valueOf(choice.yes());
    Value no = valueOf(choice.no());
    if (test.isAlways() || test.isNever()) {
      return test.isAlways() ? yes : no;
    }
    return new Value.Truth(test.and(truth(yes)).or(test.not().and(truth(no))));
  }
}
