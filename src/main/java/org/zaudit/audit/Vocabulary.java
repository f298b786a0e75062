package org.zaudit.audit;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.zaudit.analysis.Escapes;
import org.zaudit.rules.Contract;
import org.zaudit.rules.Effect;
import org.zaudit.rules.Resource;
import org.zaudit.rules.RuleSet;

/**
 * What the rules speak of. A text that mentions none of it, and no function or macro that leads to
 * it, needs no analysis. Safe to share between threads.
 */
final class Vocabulary {
  private static final Pattern RETURN = Pattern.compile("\\breturn\\b");

  private final RuleSet rules;
  private final boolean everything;
  private final Map<Body, Boolean> concerning = new ConcurrentHashMap<>();
  private final Map<Body, Boolean> telling = new ConcurrentHashMap<>();

  /** Where everything is asked for, every text is of concern. */
  Vocabulary(RuleSet rules, boolean everything) {
    this.rules = rules;
    this.everything = everything;
  }

  /** Whether a text that mentions this name may be of concern. */
  boolean knows(String name) {
    return everything
        || rules.isResourceContract(name)
        || rules.containers().stream().anyMatch(container -> container.array().contains(name));
  }

  /** A text that itself mentions what a rule speaks of. */
  boolean concerns(Body body) {
    return everything
        || concerning.computeIfAbsent(body, b -> rules.concerns(Set.copyOf(b.mentions())));
  }

  /** Whether a macro of this name is taken for a call, so that nobody looks at what it holds. */
  boolean isCall(String macro) {
    return rules.knows(macro);
  }

  /**
   * A text that those who deal with resources could misjudge if they call it: it keeps an argument,
   * or does not come back. The latter is known by its own words only, since every assertion expands
   * to a panic.
   */
  boolean tells(Body body) {
    return telling.computeIfAbsent(body, this::keepsOrEnds);
  }

  /**
   * How much of an argument may be found again after a call, as far as contracts say. Empty where
   * none speaks of that argument: another family's says nothing of what it is not about.
   */
  Optional<Escapes.Reach> escape(String name, int position) {
    List<Contract> contracts = rules.contracts(name);
    if (contracts.stream().anyMatch(c -> givesAway(c, position))) {
      return Optional.of(Escapes.Reach.ITSELF);
    }
    return contracts.stream().anyMatch(c -> speaksOf(c, position))
        ? Optional.of(Escapes.Reach.NOTHING)
        : Optional.empty();
  }

  private static boolean speaksOf(Contract contract, int position) {
    return switch (contract.result()) {
      case Contract.Result.Any _,
          Contract.Result.New _,
          Contract.Result.NonNull _,
          Contract.Result.Same _ ->
          contract.effects().stream()
              .anyMatch(effect -> effect.place().root().equals(OptionalInt.of(position)));
      // These keep nothing.
      default -> true;
    };
  }

  private boolean givesAway(Contract contract, int position) {
    return contract.result() instanceof Contract.Result.Same
        || contract.effects().stream()
            .anyMatch(effect ->
                givesAway(effect) && effect.place().root().equals(OptionalInt.of(position)));
  }

  /** To let go of a lock takes nothing away. */
  private boolean givesAway(Effect effect) {
    return switch (effect.verb()) {
      case CONSUME, CAPTURE, END -> true;
      case RELEASE -> rules.resource(effect.resource()).map(Resource::mortal).orElse(true);
      case ACQUIRE, BORROW, MOVE, CLEAR, FILL -> false;
    };
  }

  private boolean keepsOrEnds(Body body) {
    String text = body.text().text();
    return KeptArguments.in(text)
        || rules.mayNotReturn(Set.copyOf(body.mentions())) && !RETURN.matcher(text).find();
  }

  /** Whether what rules say depends on the values of some of these macros. */
  boolean dependsOn(Set<String> macros) {
    return macros.stream().anyMatch(rules.constants()::contains);
  }

  /** Words of a text and of the macros in it that do. */
  boolean concerns(Set<String> words) {
    return everything || rules.concerns(words);
  }
}
