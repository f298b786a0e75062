package org.zaudit.analysis;

import java.util.function.Function;
import org.zaudit.analysis.Location.At;
import org.zaudit.analysis.Location.Field;
import org.zaudit.analysis.Location.Global;
import org.zaudit.analysis.Location.Local;
import org.zaudit.analysis.Location.Pointee;
import org.zaudit.analysis.Symbol.Address;
import org.zaudit.analysis.Symbol.Aged;
import org.zaudit.analysis.Symbol.Argument;
import org.zaudit.analysis.Symbol.Constant;
import org.zaudit.analysis.Symbol.Content;
import org.zaudit.analysis.Symbol.Made;
import org.zaudit.analysis.Symbol.Merged;
import org.zaudit.analysis.Symbol.Named;
import org.zaudit.analysis.Symbol.Operation;
import org.zaudit.analysis.Symbol.Text;

/**
 * Writes symbols as C: for people with the names of the source, for fingerprints with locals
 * replaced by what they come from.
 */
final class Naming {
  private final Function<Made, String> made;
  private final boolean forPeople;

  private Naming(Function<Made, String> made, boolean forPeople) {
    this.made = made;
    this.forPeople = forPeople;
  }

  /**
   * @param made how to call what came to be at a node: a variable's name
   */
  static Naming forPeople(Function<Made, String> made) {
    return new Naming(made, true);
  }

  /**
   * @param made how to call what came to be at a node: the function that made it
   */
  static Naming forFingerprints(Function<Made, String> made) {
    return new Naming(made, false);
  }

  String of(Symbol symbol) {
    return switch (symbol) {
      case Constant(long value) -> Long.toString(value);
      case Named(String name) -> name;
      case Text(String literal) -> literal;
      case Argument(int index, String name, _) -> forPeople ? name : "arg" + index;
      case Content(Location l) -> of(l);
      case Made m -> made.apply(m);
      case Merged(_, Location l)
          when l.base() instanceof Location.Local(String name) && name.startsWith("%") ->
          "chosen before";
      case Merged(_, Location l) -> of(l);
      case Aged(Symbol s) -> of(s);
      case Address(Location l) -> "&" + of(l);
      case Operation(String sign, Symbol a, _) when sign.equals("~") -> "~" + of(a);
      case Operation(String op, Symbol a, Symbol b)
          when a.equals(Symbol.Constant.ZERO) && op.equals("-") ->
          "-" + of(b);
      case Operation(String macro, Symbol first, Symbol rest) when forPeople && isName(macro) ->
          macro + "(" + arguments(macro, first, rest) + ")";
      case Operation(String op, Symbol a, Symbol b) -> of(a) + " " + op + " " + of(b);
    };
  }

  /** Of a macro, not an operator. */
  private static boolean isName(String operator) {
    char first = operator.charAt(0);
    return first == '_' || first >= 'A' && first <= 'Z';
  }

  /** What a member can be written behind as it is. */
  private static boolean isOnePath(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean fits =
          c >= 'a' && c <= 'z'
              || c >= 'A' && c <= 'Z'
              || c >= '0' && c <= '9'
              || "_.->[]()%".indexOf(c) >= 0;
      if (!fits) {
        return false;
      }
    }
    return true;
  }

  /** Those of a macro that is not seen through; its name comes last. */
  private String arguments(String macro, Symbol first, Symbol rest) {
    return rest instanceof Operation(String same, Symbol next, Symbol more) && same.equals(macro)
        ? of(first) + ", " + arguments(macro, next, more)
        : of(first);
  }

  String of(Location location) {
    StringBuilder text = new StringBuilder();
    boolean arrow = false;
    switch (location.base()) {
      case Local(String name) -> text.append(forPeople ? name : "local");
      case Global(String name) -> text.append(name);
      case Pointee(Symbol p) -> {
        String pointer = of(p);
        text.append(isOnePath(pointer) ? pointer : "(" + pointer + ")");
        arrow = true;
      }
    }
    if (arrow && location.steps().isEmpty()) {
      return forPeople ? "*" + text : text + "[]";
    }
    for (Location.Step step : location.steps()) {
      switch (step) {
        case Field(String name) -> text.append(arrow ? "->" : ".").append(name);
        case At(Symbol index) -> text.append('[').append(forPeople ? of(index) : "").append(']');
      }
      arrow = false;
    }
    return text.toString();
  }
}
