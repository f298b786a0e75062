package org.zaudit.source;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A conjunction of literals, in the order of their atoms. */
record Product(List<Literal> literals) implements Comparable<Product> {
  static final Product EMPTY = new Product(List.of());

  /** An atom or its opposite; of a pair of bounds also the one value between them. */
  record Literal(Atom atom, Sign sign) implements Comparable<Literal> {
    enum Sign {
      HOLDS,
      FAILS,
      EQUALS,
      DIFFERS
    }

    String text() {
      return switch (sign) {
        case HOLDS -> atom.text();
        case FAILS -> atom.negatedText();
        case EQUALS -> atom.comparison("==", atom.bound());
        case DIFFERS -> atom.comparison("!=", atom.bound());
      };
    }

    boolean isBound(Sign wanted) {
      return sign == wanted && atom.kind() == Atom.Kind.AT_LEAST;
    }

    boolean isBoundLike(Literal other) {
      return other.atom.isBoundOf(atom.name())
          && (isBound(Sign.HOLDS) || isBound(Sign.FAILS))
          && (other.isBound(Sign.HOLDS) || other.isBound(Sign.FAILS));
    }

    @Override
    public int compareTo(Literal other) {
      int atoms = atom.compareTo(other.atom);
      return atoms != 0 ? atoms : sign.compareTo(other.sign);
    }
  }

  Product with(Atom atom, boolean holds) {
    List<Literal> all = new ArrayList<>();
    all.add(new Literal(atom, holds ? Literal.Sign.HOLDS : Literal.Sign.FAILS));
    all.addAll(literals);
    return new Product(all);
  }

  int on(Workbench bench) {
    int node = Workbench.ALWAYS;
    for (Literal literal : literals) {
      int atom = bench.literal(literal.atom);
      node = bench.and(node, literal.sign == Literal.Sign.HOLDS ? atom : bench.not(atom));
    }
    return node;
  }

  String text() {
    return literals.isEmpty()
        ? "1"
        : tidied().literals.stream().map(Literal::text).collect(Collectors.joining(" && "));
  }

  String textInSum() {
    return tidied().literals.size() > 1 ? "(" + text() + ")" : text();
  }

  /** Of the bounds of a name, keeps the narrowest; {@code X >= 5 && X < 6} is {@code X == 5}. */
  private Product tidied() {
    List<Literal> kept = new ArrayList<>();
    for (Literal literal : literals) {
      if (!kept.isEmpty() && literal.isBoundLike(kept.getLast())) {
        tidy(kept, literal);
      } else {
        kept.add(literal);
      }
    }
    return new Product(kept);
  }

  /** Adds a bound of the same name as the last, and not less. */
  private static void tidy(List<Literal> kept, Literal literal) {
    Literal last = kept.getLast();
    if (literal.sign == Literal.Sign.HOLDS) {
      kept.set(kept.size() - 1, literal);
    } else if (last.sign == Literal.Sign.HOLDS) {
      boolean single = literal.atom.bound() == last.atom.bound() + 1;
      if (single) {
        kept.removeLast();
      }
      kept.add(single ? new Literal(last.atom, Literal.Sign.EQUALS) : literal);
    }
  }

  /**
   * Joins pairs that differ in {@code X < 5} and {@code X >= 6} alone into one with {@code X != 5}.
   */
  static List<Product> unequal(List<Product> products) {
    List<Product> rest = new ArrayList<>(products);
    for (int i = 0; i < rest.size(); i++) {
      Product product = rest.get(i);
      for (Literal literal : product.literals) {
        Literal above =
            new Literal(
                Atom.atLeast(literal.atom.name(), literal.atom.bound() + 1), Literal.Sign.HOLDS);
        if (literal.isBound(Literal.Sign.FAILS) && rest.remove(product.replacing(literal, above))) {
          rest.set(
              rest.indexOf(product),
              product.replacing(literal, new Literal(literal.atom, Literal.Sign.DIFFERS)));
          break;
        }
      }
    }
    return rest;
  }

  private Product replacing(Literal old, Literal replacement) {
    return new Product(
        literals.stream().map(literal -> literal.equals(old) ? replacement : literal).toList());
  }

  @Override
  public int compareTo(Product other) {
    for (int i = 0; i < Math.min(literals.size(), other.literals.size()); i++) {
      int literal = literals.get(i).compareTo(other.literals.get(i));
      if (literal != 0) {
        return literal;
      }
    }
    return Integer.compare(literals.size(), other.literals.size());
  }
}
