package org.zaudit.source;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.zaudit.source.Token.Painted;

/**
 * Expands macros as C11 6.10.3 says (the algorithm is D. Prosser's of 1986), but only those that
 * the policy lets through.
 */
final class Expander {
  private final Settings settings;
  private final MacroPolicy policy;
  private final IntegerFolding folding = new IntegerFolding();
  private int produced;

  Expander(Settings settings, MacroPolicy policy) {
    this.settings = settings;
    this.policy = policy;
  }

  List<Token> expand(List<Token> tokens) {
    return expand(OwnName.setApart(tokens), 0);
  }

  /**
   * @param depth of arguments within arguments
   */
  private List<Token> expand(List<Token> tokens, int depth) {
    Deque<Token> input = new ArrayDeque<>(tokens);
    List<Token> output = new ArrayList<>(tokens.size());
    int openCalls = 0;
    while (!input.isEmpty()) {
      Token token = input.poll();
      Optional<MacroDefinition> macro =
          token.isWord() && depth < Bounds.EXPANSION_DEPTH ? inForce(token) : Optional.empty();
      if (macro.isEmpty()) {
        output.add(token);
      } else if (macro.get().parameters().isEmpty()) {
        replace(object(macro.get(), token, depth), input);
      } else if (openCalls < Bounds.OPEN_CALLS && !input.isEmpty() && input.peek().is("(")) {
        Call call = Call.read(token, input);
        if (call.isComplete() && Parameters.of(macro.get()).accepts(call.arguments())) {
          replace(function(macro.get(), call, depth), input);
        } else {
          openCalls += call.isComplete() ? 0 : 1;
          output.add(token);
          replace(call.tokens(), input);
        }
      } else {
        output.add(token);
      }
    }
    return output;
  }

  /** The definition that the token is to be replaced by. */
  private Optional<MacroDefinition> inForce(Token token) {
    Painted painted = token.painted();
    if (produced > Bounds.EXPANDED_TOKENS
        || painted.size() >= Bounds.EXPANSION_DEPTH
        || painted.contains(token.text())) {
      return Optional.empty();
    }
    for (MacroDefinition macro : settings.definitions(token.text())) {
      if (policy.expands(macro) && settings.holds(Settings.conditionOf(macro))) {
        return Optional.of(macro);
      }
    }
    return Optional.empty();
  }

  private static void replace(List<Token> tokens, Deque<Token> input) {
    for (Token token : tokens.reversed()) {
      input.push(token);
    }
  }

  private List<Token> object(MacroDefinition macro, Token token, int depth) {
    Painted painted = token.painted().with(macro.name());
    Origin origin = Origin.of(token, token, macro.name());
    List<Token> body =
        new Substitution(policy.body(macro), origin, painted, Arguments.none(origin)).tokens();
    produced += body.size();
    // A constant is expanded to the end, since only then it is a number.
    return policy.isConstant(macro, Bounds.EXPANSION_DEPTH)
        ? folding.fold(expand(body, depth + 1))
        : body;
  }

  private List<Token> function(MacroDefinition macro, Call call, int depth) {
    Painted painted = call.name().painted().common(call.last().painted()).with(macro.name());
    Origin origin = Origin.of(call.name(), call.last(), macro.name());
    Arguments arguments =
        new Arguments(
            Parameters.of(macro),
            call.arguments(),
            origin,
            argument -> expand(argument, depth + 1));
    List<Token> body = new Substitution(policy.body(macro), origin, painted, arguments).tokens();
    produced += body.size();
    return body;
  }
}
