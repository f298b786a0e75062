package org.zaudit.rules;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a rule file says of one function or macro. A contract beats a summary, a summary beats the
 * default (borrow).
 *
 * @param rule id of the rule file
 * @param function name of the function or macro
 * @param parameters names, in order; a call with more arguments is accepted
 * @param when C condition ({@code defined(HAVE_X)}) under which the contract is valid; empty:
 *     always
 * @param worlds names of worlds it is valid in; empty: all
 * @param guards tests on arguments ({@code flags & KM_NOSLEEP}) that select this contract among
 *     those of the same function
 * @param result what is known of the result
 */
public record Contract(
    String rule,
    String function,
    List<String> parameters,
    Optional<String> when,
    List<String> worlds,
    List<Test> guards,
    List<Effect> effects,
    Result result) {

  /** Adds the names of macros and enumerators on whose values it depends. */
  void addConstants(Set<String> names) {
    guards.forEach(test -> test.addConstants(names));
    for (Effect effect : effects) {
      effect.on().forEach(test -> test.addConstants(names));
      effect.match().values().forEach(term -> term.addConstants(names));
    }
  }

  /** What is known of the result, beyond what the effects say. */
  public sealed interface Result {
    /** Nothing is known. */
    record Any() implements Result {}

    /** A value of its own. What was passed is looked at, copied or filled, and nothing kept. */
    record Plain() implements Result {}

    /**
     * A new object, or NULL: nobody else has a name for it yet.
     *
     * @param zeroed all of it is zero
     */
    record New(boolean zeroed) implements Result {}

    /** A pointer that is never NULL. */
    record NonNull() implements Result {}

    /**
     * The call does not return.
     *
     * @param unwinds the program goes on elsewhere, without what the callers hold: it is lost
     */
    record NoReturn(boolean unwinds) implements Result {}

    /** The result is this term ({@code likely(x)} is {@code x}). */
    record Same(Term term) implements Result {}

    /**
     * The result is non-zero exactly when all of these hold. Of pointers rules say that an address
     * is positive, NULL is zero, and an error made by {@code ERR_PTR} is negative: {@code
     * IS_ERR(p)} is non-zero when {@code p < 0}.
     */
    record Truth(List<Test> facts) implements Result {}

    /** After the call all of these hold: an assertion is an assumption. */
    record Asserts(List<Test> facts) implements Result {}

    /**
     * An assertion whose arguments are an operand, an operator, an operand: {@code VERIFY3P(a, !=,
     * b)}.
     */
    record AssertsOperator() implements Result {}

    /** An assertion that its argument, a condition, is true. */
    record AssertsTrue() implements Result {}

    /** An assertion that its argument is zero. */
    record AssertsZero() implements Result {}

    /** An assertion that its second argument is true if its first one is. */
    record AssertsImplication() implements Result {}

    /** An assertion that its two arguments are both true or both false. */
    record AssertsEquivalence() implements Result {}

    /** Whether it is a claim about what follows. */
    default boolean isAssertion() {
      return switch (this) {
        case Asserts _,
            AssertsOperator _,
            AssertsTrue _,
            AssertsZero _,
            AssertsImplication _,
            AssertsEquivalence _ ->
            true;
        default -> false;
      };
    }
  }
}
