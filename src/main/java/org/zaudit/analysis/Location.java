package org.zaudit.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * An access path: a variable or what a pointer points to, and steps from there. {@code *p} and
 * {@code p[0]} are the same location.
 *
 * @param hash of the two others, worked out once: locations are keys of every state, and hashing a
 *     deep one anew each time was most of the engine's work
 */
public record Location(Base base, List<Step> steps, int hash) {
  Location(Base base, List<Step> steps) {
    this(base, steps, 31 * base.hashCode() + steps.hashCode());
  }

  @Override
  public int hashCode() {
    return hash;
  }

  /** The hash tells most others apart at once. */
  @Override
  public boolean equals(Object other) {
    return this == other
        || other instanceof Location(Base otherBase, List<Step> otherSteps, int otherHash)
            && hash == otherHash
            && base.equals(otherBase)
            && steps.equals(otherSteps);
  }

  public sealed interface Base {}

  record Local(String name) implements Base {}

  record Global(String name) implements Base {}

  record Pointee(Symbol pointer) implements Base {}

  public sealed interface Step {}

  record Field(String name) implements Step {}

  record At(Symbol index) implements Step {}

  static Location local(String name) {
    return new Location(new Local(name), List.of());
  }

  static Location global(String name) {
    return new Location(new Global(name), List.of());
  }

  /** What the pointer points to. The address of a location leads back to it. */
  static Location pointee(Symbol pointer) {
    return switch (pointer) {
      case Symbol.Address(Location l) -> l;
      case Symbol.Operation(String sign, Symbol a, Symbol b)
          when sign.equals("+") && !(a instanceof Symbol.Constant) ->
          pointee(a).at(b);
      default -> new Location(new Pointee(pointer), List.of());
    };
  }

  Location field(String name) {
    return with(new Field(name));
  }

  /**
   * Element {@code index} of the array that begins here; of the array that holds this element, when
   * this is one.
   */
  Location at(Symbol index) {
    if (!steps.isEmpty()
        && steps.getLast() instanceof At(Symbol first)
        && base instanceof Pointee) {
      Symbol sum = Arithmetic.apply("+", first, index);
      Location array = new Location(base, List.copyOf(steps.subList(0, steps.size() - 1)));
      return array.at(sum);
    }
    return index.equals(Symbol.Constant.ZERO) ? this : with(new At(index));
  }

  Location with(Step step) {
    List<Step> longer = new ArrayList<>(steps);
    longer.add(step);
    return new Location(base, List.copyOf(longer));
  }

  boolean startsWith(Location prefix) {
    return base.equals(prefix.base)
        && steps.size() >= prefix.steps.size()
        && steps.subList(0, prefix.steps.size()).equals(prefix.steps);
  }

  boolean isMember() {
    return !steps.isEmpty() && steps.getLast() instanceof Field;
  }

  /** An element, or a part of one, of the array to which the base points; not the first one. */
  boolean isElement() {
    return !steps.isEmpty() && steps.getFirst() instanceof At;
  }

  /** The index of the last step, or zero when the location is the first element by default. */
  Symbol lastIndex() {
    return !steps.isEmpty() && steps.getLast() instanceof At(Symbol index)
        ? index
        : Symbol.Constant.ZERO;
  }

  /** The same member of another element: the last index of all, replaced. */
  Location withLastIndex(Symbol index) {
    List<Step> changed = new ArrayList<>(steps);
    for (int i = changed.size() - 1; i >= 0; i--) {
      if (changed.get(i) instanceof At) {
        changed.set(i, new At(index));
        break;
      }
    }
    return new Location(base, List.copyOf(changed));
  }

  /** This location without its last index. */
  Location array() {
    return !steps.isEmpty() && steps.getLast() instanceof At
        ? new Location(base, List.copyOf(steps.subList(0, steps.size() - 1)))
        : this;
  }

  Location rewrite(UnaryOperator<Symbol> change) {
    Location start = rewritten(base, change);
    boolean isSame = start.steps.isEmpty() && start.base.equals(base);
    List<Step> changed = new ArrayList<>(steps.size());
    for (Step step : steps) {
      Step now =
          switch (step) {
            case Field _ -> step;
            case At(Symbol index) -> {
              Symbol other = index.rewrite(change);
              isSame &= other.equals(index);
              yield new At(other);
            }
          };
      changed.add(now);
    }
    if (isSame) {
      return this;
    }
    for (Step step : changed) {
      start =
          switch (step) {
            case Field _ -> start.with(step);
            case At(Symbol index) -> start.at(index);
          };
    }
    return start;
  }

  private static Location rewritten(Base base, UnaryOperator<Symbol> change) {
    if (base instanceof Pointee(Symbol pointer)) {
      Symbol other = pointer.rewrite(change);
      if (pointer instanceof Symbol.Content(Location array) && other.equals(Symbol.Constant.ZERO)) {
        // What stands at NULL is the array itself, in a structure that is all zero.
        return array.rewrite(change);
      }
      return other.equals(pointer) ? new Location(base, List.of()) : pointee(other);
    }
    return new Location(base, List.of());
  }

  boolean mentions(Symbol part) {
    return anyPart(part::equals);
  }

  /** True when the test holds for a symbol in this path or a part of one. */
  boolean anyPart(Predicate<Symbol> test) {
    if (base instanceof Pointee(Symbol p) && p.anyPart(test)) {
      return true;
    }
    for (Step step : steps) {
      if (step instanceof At(Symbol index) && index.anyPart(test)) {
        return true;
      }
    }
    return false;
  }

  int depth() {
    int depth =
        switch (base) {
          case Local _, Global _ -> 1;
          case Pointee(Symbol p) -> 1 + p.depth();
        };
    for (Step step : steps) {
      if (step instanceof At(Symbol index)) {
        depth = Math.max(depth, 1 + index.depth());
      }
    }
    return depth + (steps.size() > 3 ? steps.size() - 3 : 0);
  }

  boolean visibleToCaller() {
    boolean base =
        switch (this.base) {
          case Local _ -> false;
          case Global _ -> true;
          case Pointee(Symbol p) -> p.visibleToCaller();
        };
    if (!base) {
      return false;
    }
    for (Step step : steps) {
      if (step instanceof At(Symbol index) && !index.visibleToCaller()) {
        return false;
      }
    }
    return true;
  }

  /** True when a variable of static storage leads there. */
  boolean isStatic() {
    return switch (base) {
      case Local _ -> false;
      case Global _ -> true;
      case Pointee(Symbol p) ->
          switch (p.object()) {
            case Symbol.Content(Location l) -> l.isStatic();
            case Symbol.Address(Location l) -> l.isStatic();
            default -> false;
          };
    };
  }

  /** As {@link #visibleToCaller}, whatever the indices. */
  boolean visibleToCallerOrAged() {
    return switch (base) {
      case Local _ -> false;
      case Global _ -> true;
      case Pointee(Symbol p) -> p.visibleToCaller();
    };
  }

  /** True when memory outside this function's own variables is meant, as far as can be told. */
  boolean outlives() {
    return switch (base) {
      case Local _ -> false;
      case Global _ -> true;
      case Pointee(Symbol p) -> p.visibleToCaller() || outlives(p);
    };
  }

  private static boolean outlives(Symbol p) {
    return switch (p) {
      case Symbol.Content(Location l) -> l.outlives();
      case Symbol.Address(Location l) -> l.outlives();
      case Symbol.Aged(Symbol s) -> outlives(s);
      case Symbol.Merged _ -> true;
      case Symbol.Operation(_, Symbol a, _) -> outlives(a);
      case Symbol.Made _ -> false;
      case Symbol.Argument _, Symbol.Named _ -> true;
      case Symbol.Constant _, Symbol.Text _ -> false;
    };
  }
}
