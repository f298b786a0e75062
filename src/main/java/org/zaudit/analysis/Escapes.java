package org.zaudit.analysis;

import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * Where the arguments of a function may go so that they are found again after it returned, by its
 * own text alone: what an escape analysis (Choi et al., Escape Analysis for Java, OOPSLA 1999) says
 * of parameters, flow-insensitive. An over-approximation: a way that is missing does not exist.
 *
 * @param ways by the number of the parameter
 */
public record Escapes(List<Set<Way>> ways) {
  /** Of a function that cannot be read. */
  static final Escapes UNKNOWN = new Escapes(List.of());

  /** How much of an argument is meant; a later one includes those before. */
  public enum Reach {
    NOTHING,
    /** What can be read by way of it, but not the argument itself. */
    WITHIN,
    /** The argument and all that can be read by way of it. */
    ITSELF;

    public Reach or(Reach other) {
      return compareTo(other) >= 0 ? this : other;
    }

    public Reach atMost(Reach other) {
      return compareTo(other) <= 0 ? this : other;
    }
  }

  /** One way of an argument, or of what lies within it. */
  public sealed interface Way {
    Reach reach();

    /** To memory, or to the caller. */
    record Kept(Reach reach) implements Way {}

    /** To code that cannot be told. */
    record Lost(Reach reach) implements Way {}

    /** To a function or a macro, as the argument of that number. */
    record Passed(String callee, int position, Reach reach) implements Way {}
  }

  /**
   * Those that end here first. Who follows an argument only so far comes to the same in each run.
   */
  private static final Comparator<Way> ORDER =
      Comparator.comparing((Way way) -> way instanceof Way.Passed)
          .thenComparing(way -> way instanceof Way.Lost)
          .thenComparing(way -> way instanceof Way.Passed passed ? passed.callee() : "")
          .thenComparing(way -> way instanceof Way.Passed passed ? passed.position() : 0)
          .thenComparing(Way::reach);

  public Escapes {
    ways = ways.stream().map(Escapes::sorted).toList();
  }

  private static Set<Way> sorted(Set<Way> ways) {
    SortedSet<Way> sorted = new TreeSet<>(ORDER);
    sorted.addAll(ways);
    return Collections.unmodifiableSortedSet(sorted);
  }

  /**
   * Of the argument of that number, in a stable order; where there is no such parameter nothing is
   * known.
   */
  public Set<Way> of(int argument) {
    return argument < ways.size() ? ways.get(argument) : Set.of(new Way.Lost(Reach.ITSELF));
  }

  /** The ways of both: of one function in two configurations. */
  Escapes and(Escapes other) {
    int common = Math.min(ways.size(), other.ways.size());
    return new Escapes(
        IntStream.range(0, common)
            .mapToObj(i -> {
              Set<Way> both = new HashSet<>(ways.get(i));
              both.addAll(other.ways.get(i));
              return both;
            })
            .toList());
  }
}
