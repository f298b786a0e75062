package org.zaudit.rules;

import java.util.OptionalInt;
import java.util.Set;

/**
 * An expression of a contract, over the parameters and the result of the call that the contract
 * describes. Rule files write terms in C: {@code *dbp}, {@code uio->uio_dio.pages}, {@code (return
 * + PAGE_SIZE - 1) / PAGE_SIZE}.
 */
public sealed interface Term {
  /** The n-th argument of the call, counted from 0. */
  record Parameter(int index, String name) implements Term {}

  /** The result of the call; {@code return} in rule files. */
  record Returned() implements Term {}

  record Number(long value) implements Term {}

  /**
   * A macro or enumerator, compared by name where its value is unknown ({@code KM_NOSLEEP}); {@code
   * NULL} is {@link Number} 0.
   */
  record Constant(String name) implements Term {}

  /** {@code __func__}: a constant of the calling function. */
  record FunctionName() implements Term {}

  /** A global variable; rule files name one only behind {@code &}. */
  record Global(String name) implements Term {}

  /** {@code &place}: {@code &return->db_mtx}, {@code &spa_namespace_lock}. */
  record Address(Term place) implements Term {}

  record Dereference(Term pointer) implements Term {}

  /** {@code base->field}, or {@code base.field} when not {@code arrow}. */
  record Member(Term base, String field, boolean arrow) implements Term {}

  record Element(Term array, Term index) implements Term {}

  /** {@code operator} is one of {@code + - * / % & | << >>}. */
  record Arithmetic(String operator, Term left, Term right) implements Term {}

  /** Number of the argument by way of which it is found; empty when it is found otherwise. */
  default OptionalInt root() {
    return switch (this) {
      case Parameter(int index, _) -> OptionalInt.of(index);
      case Dereference(Term pointer) -> pointer.root();
      case Address(Term place) -> place.root();
      case Member(Term base, _, _) -> base.root();
      case Element(Term array, _) -> array.root();
      case Returned _, Number _, Constant _, FunctionName _, Global _, Arithmetic _ ->
          OptionalInt.empty();
    };
  }

  /** Adds the names of the macros and enumerators in it. */
  default void addConstants(Set<String> names) {
    switch (this) {
      case Constant(String name) -> names.add(name);
      case Dereference(Term pointer) -> pointer.addConstants(names);
      case Address(Term place) -> place.addConstants(names);
      case Member(Term base, _, _) -> base.addConstants(names);
      case Element(Term array, Term index) -> {
        array.addConstants(names);
        index.addConstants(names);
      }
      case Arithmetic(_, Term left, Term right) -> {
        left.addConstants(names);
        right.addConstants(names);
      }
      case Parameter _, Returned _, Number _, FunctionName _, Global _ -> {}
    }
  }
}
