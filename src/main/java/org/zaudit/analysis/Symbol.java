package org.zaudit.analysis;

import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * A symbolic value. Equal symbols are equal values in any one state; nothing is implied by
 * inequality. Symbols name where a value came from, never what it is, so that they mean the same on
 * every path and in every version of a function.
 */
public sealed interface Symbol {
  record Constant(long value) implements Symbol {
    static final Constant ZERO = new Constant(0);
    static final Constant ONE = new Constant(1);
  }

  /** A constant whose value the tree does not tell: a macro, an enumerator, a function. */
  record Named(String name) implements Symbol {}

  record Text(String literal) implements Symbol {}

  /**
   * What a parameter held at entry.
   *
   * @param borrowed nobody who stores it keeps it: a number, or a pointer to what may only be
   *     looked at
   */
  record Argument(int index, String name, boolean borrowed) implements Symbol {
    /** True when the value is, or points into, an argument that can be kept. */
    static boolean isKeptBy(Symbol value) {
      return value.object() instanceof Argument argument && !argument.borrowed();
    }
  }

  /** What stood in memory when it was first read. */
  record Content(Location location) implements Symbol {}

  /** A value that came to be at a node of the graph: the result of a call, a new object. */
  record Made(int node, int ordinal) implements Symbol {}

  /** What a location holds after paths met at a node. */
  record Merged(int node, Location location) implements Symbol {}

  /**
   * The value of that name from earlier rounds of a loop (recency abstraction; Balakrishnan, Reps,
   * SAS 2006).
   */
  record Aged(Symbol symbol) implements Symbol {
    /**
     * The index of a slot of which only the array is remembered; one for each object, so that
     * objects of different places in the loop do not replace each other.
     */
    static Symbol slotOf(Symbol value) {
      return value instanceof Aged ? value : new Aged(value);
    }
  }

  record Address(Location location) implements Symbol {}

  /** Arithmetic and comparison, operator as in C. */
  record Operation(String operator, Symbol left, Symbol right) implements Symbol {}

  /** This symbol with every part replaced by what {@code change} says, innermost first. */
  default Symbol rewrite(UnaryOperator<Symbol> change) {
    Symbol inner =
        switch (this) {
          case Constant c -> c;
          case Named n -> n;
          case Text t -> t;
          case Argument a -> a;
          case Made m -> m;
          case Content(Location l) -> {
            Location r = l.rewrite(change);
            yield r.equals(l) ? this : new Content(r);
          }
          case Merged(int node, Location l) -> {
            Location r = l.rewrite(change);
            yield r.equals(l) ? this : new Merged(node, r);
          }
          case Aged(Symbol s) -> this;
          case Address(Location l) -> {
            Location r = l.rewrite(change);
            yield r.equals(l) ? this : new Address(r);
          }
          case Operation(String op, Symbol a, Symbol b) -> {
            Symbol x = a.rewrite(change);
            Symbol y = b.rewrite(change);
            yield x.equals(a) && y.equals(b) ? this : Arithmetic.apply(op, x, y);
          }
        };
    return change.apply(inner);
  }

  /** True when {@code part} occurs in this symbol, itself included. */
  default boolean mentions(Symbol part) {
    return anyPart(part::equals);
  }

  /** True when the test holds for this symbol or a part of it; asked from the whole inwards. */
  default boolean anyPart(Predicate<Symbol> test) {
    return test.test(this)
        || switch (this) {
          case Constant _, Named _, Text _, Argument _, Made _ -> false;
          case Content(Location l) -> l.anyPart(test);
          case Merged(_, Location l) -> l.anyPart(test);
          case Aged(Symbol s) -> s.anyPart(test);
          case Address(Location l) -> l.anyPart(test);
          case Operation(_, Symbol a, Symbol b) -> a.anyPart(test) || b.anyPart(test);
        };
  }

  /** Levels of nesting; bounded by {@link Bounds#SYMBOL_DEPTH}. */
  default int depth() {
    return switch (this) {
      case Constant _, Named _, Text _, Argument _, Made _ -> 1;
      case Content(Location l) -> 1 + l.depth();
      case Merged(_, Location l) -> 1 + l.depth();
      case Aged(Symbol s) -> 1 + s.depth();
      case Address(Location l) -> 1 + l.depth();
      case Operation(_, Symbol a, Symbol b) -> 1 + Math.max(a.depth(), b.depth());
    };
  }

  /**
   * True when the caller can name it too: it is an argument, a global, or reached from one by
   * memory that stood so at entry.
   */
  default boolean visibleToCaller() {
    return switch (this) {
      case Constant _, Named _, Text _, Argument _ -> true;
      case Made _, Merged _, Aged _ -> false;
      case Content(Location l) -> l.visibleToCaller();
      case Address(Location l) -> l.visibleToCaller();
      case Operation(_, Symbol a, Symbol b) -> a.visibleToCaller() && b.visibleToCaller();
    };
  }

  /**
   * True of the address of a variable of the function, or of a part of one: nobody can keep that
   * beyond the function, nor find it then.
   */
  default boolean isOnTheStack() {
    return this instanceof Address(Location(Location.Local _, _, _));
  }

  /** How many pointers were followed in memory to come to the object, from a variable on. */
  default int pointers() {
    return object() instanceof Content(Location(Location.Base base, _, _))
        ? 1 + (base instanceof Location.Pointee(Symbol pointer) ? pointer.pointers() : 0)
        : 0;
  }

  /**
   * The object that a derived pointer points into: itself unless it is an address, a sum, or the
   * like.
   */
  default Symbol object() {
    return switch (this) {
      case Address(Location(Location.Pointee(Symbol s), _, _)) -> s.object();
      case Operation(String sign, Symbol a, Symbol b) when sign.equals("+") ->
          b instanceof Constant || !(a instanceof Constant) ? a.object() : b.object();
      case Operation(String sign, Symbol a, Symbol _) when sign.equals("-") -> a.object();
      case Operation(String macro, Symbol a, Symbol _) when Constants.looksConstant(macro) ->
          a.object();
      default -> this;
    };
  }
}
