package org.zaudit.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * An irredundant sum of products of a condition: Minato, "Fast generation of irredundant
 * sum-of-products forms from binary decision diagrams", SASIMI 1992, after Morreale 1970.
 */
final class Cover {
  private record Partial(List<Product> products, int node) {}

  private final Workbench bench;

  private Cover(Workbench bench) {
    this.bench = bench;
  }

  /** The products in the order of their literals; empty when there are too many for a reader. */
  static Optional<List<Product>> products(Condition condition) {
    Workbench bench = new Workbench(condition);
    int node = bench.put(condition);
    Cover cover = new Cover(bench);
    try {
      List<Product> products = new ArrayList<>(cover.between(node, node).products);
      cover.dropSuperfluous(products, node);
      products.sort(null);
      return Optional.of(products);
    } catch (Workbench.Overgrown bound) {
      return Optional.empty();
    }
  }

  static Optional<String> text(Condition condition) {
    return products(condition).map(Product::unequal).map(Cover::text);
  }

  private static String text(List<Product> products) {
    return products.size() == 1
        ? products.getFirst().text()
        : products.stream().map(Product::textInSum).collect(Collectors.joining(" || "));
  }

  /** Products whose sum lies between the two. */
  private Partial between(int least, int most) {
    if (least == Workbench.NEVER) {
      return new Partial(List.of(), Workbench.NEVER);
    }
    if (most == Workbench.ALWAYS) {
      return new Partial(List.of(Product.EMPTY), Workbench.ALWAYS);
    }
    int top = bench.topOf(least, most);
    int least0 = bench.below(least, top, false);
    int least1 = bench.below(least, top, true);
    int most0 = bench.below(most, top, false);
    int most1 = bench.below(most, top, true);
    Partial only0 = between(bench.and(least0, bench.not(most1)), most0);
    Partial only1 = between(bench.and(least1, bench.not(most0)), most1);
    int rest =
        bench.or(
            bench.and(least0, bench.not(only0.node)), bench.and(least1, bench.not(only1.node)));
    Partial both = between(rest, bench.and(most0, most1));
    return join(top, only0, only1, both);
  }

  private Partial join(int top, Partial only0, Partial only1, Partial both) {
    Atom atom = bench.atomAt(top);
    List<Product> products = new ArrayList<>();
    only0.products.forEach(product -> products.add(product.with(atom, false)));
    only1.products.forEach(product -> products.add(product.with(atom, true)));
    products.addAll(both.products);
    if (products.size() > Bounds.CONDITION_PRODUCTS) {
      throw new Workbench.Overgrown();
    }
    return new Partial(
        products,
        bench.node(top, bench.or(only0.node, both.node), bench.or(only1.node, both.node)));
  }

  /**
   * Minato's result is irredundant for independent atoms; the bounds of one name are not
   * independent.
   */
  private void dropSuperfluous(List<Product> products, int whole) {
    for (int i = products.size() - 1; i >= 0 && products.size() > 1; i--) {
      Product product = products.remove(i);
      int others = Workbench.NEVER;
      for (Product other : products) {
        others = bench.or(others, other.on(bench));
      }
      if (others != whole) {
        products.add(i, product);
      }
    }
  }
}
