package org.zaudit.source;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.zaudit.source.Token.Kind;

/**
 * Which macros the analysis has to see through. All others are calls or names that it knows nothing
 * of, and better so: what an error message is made of is no concern of ours.
 *
 * <p>A macro is expanded when its body is empty, constant or one of its arguments, cast or not;
 * when it holds control flow, braces, an assignment to an argument or {@code __func__}; when it
 * mentions a name that a contract or a summary knows, itself or through other macros; and when a
 * function of its name exists in other configurations. A macro that a contract knows is a call,
 * whatever it holds.
 */
final class MacroPolicy {
  private static final Set<String> CONTROL_FLOW =
      Set.of(
          "return",
          "goto",
          "break",
          "continue",
          "if",
          "else",
          "for",
          "while",
          "do",
          "switch",
          "case",
          "default",
          "__func__",
          "__FUNCTION__");

  private static final Set<String> ASSIGNMENTS =
      Set.of("=", "*=", "/=", "%=", "+=", "-=", "<<=", ">>=", "&=", "^=", "|=", "++", "--");

  private final MacroTable macros;
  private final Predicate<String> isContract;
  private final Predicate<String> interesting;
  private final Map<MacroDefinition, List<Token>> bodies = new HashMap<>();
  private final Map<MacroDefinition, Boolean> expanded = new HashMap<>();
  private final Map<MacroDefinition, Boolean> effects = new HashMap<>();
  private final Map<MacroDefinition, Boolean> constants = new HashMap<>();

  MacroPolicy(MacroTable macros, Predicate<String> isContract, Predicate<String> interesting) {
    this.macros = macros;
    this.isContract = isContract;
    this.interesting = interesting;
  }

  /** A word that may lead somewhere else, or that says where it stands. */
  static boolean isControlFlow(String word) {
    return CONTROL_FLOW.contains(word);
  }

  static boolean isAssignment(Token token) {
    return token.kind() == Kind.PUNCTUATION && ASSIGNMENTS.contains(token.text());
  }

  List<Token> body(MacroDefinition macro) {
    return bodies.computeIfAbsent(macro, m -> Lexer.tokens(m.body()));
  }

  boolean expands(MacroDefinition macro) {
    Boolean known = expanded.get(macro);
    if (known == null) {
      known = !isContract.test(macro.name()) && mustBeSeen(macro);
      expanded.put(macro, known);
    }
    return known;
  }

  private boolean mustBeSeen(MacroDefinition macro) {
    List<Token> body = body(macro);
    return body.isEmpty()
        || interesting.test(macro.name())
        || isConstant(macro, Bounds.EXPANSION_DEPTH)
        || isLiteral(body)
        || isArgument(macro, body)
        || hasEffect(macro, Bounds.EXPANSION_DEPTH);
  }

  private static boolean isLiteral(List<Token> body) {
    return body.stream().allMatch(token -> token.kind() == Kind.LITERAL);
  }

  /** One of the arguments, whether as it is or as a pointer to another type. */
  private static boolean isArgument(MacroDefinition macro, List<Token> body) {
    List<Token> words =
        withoutPointerCasts(body).stream()
            .filter(token -> !token.is("(") && !token.is(")"))
            .toList();
    return words.size() == 1 && isParameter(macro, words.getFirst());
  }

  private static List<Token> withoutPointerCasts(List<Token> tokens) {
    List<Token> rest = new ArrayList<>();
    for (int i = 0; i < tokens.size(); i++) {
      int end = i + 1;
      while (end < tokens.size() && (tokens.get(end).isWord() || tokens.get(end).is("*"))) {
        end++;
      }
      boolean cast =
          tokens.get(i).is("(")
              && end < tokens.size()
              && tokens.get(end).is(")")
              && tokens.get(end - 1).is("*");
      if (cast) {
        i = end;
      } else {
        rest.add(tokens.get(i));
      }
    }
    return rest;
  }

  static boolean isParameter(MacroDefinition macro, Token token) {
    return token.isWord()
        && macro.parameters().isPresent()
        && Parameters.of(macro).index(token.text()) >= 0;
  }

  /** Whether it is made of numbers and of macros that are. */
  boolean isConstant(MacroDefinition macro, int depth) {
    Boolean known = constants.get(macro);
    if (known != null) {
      return known;
    }
    // In the meantime a macro that mentions itself is none.
    constants.put(macro, false);
    boolean constant = depth > 0 && isConstant(body(macro), depth - 1);
    constants.put(macro, constant);
    return constant;
  }

  private boolean isConstant(List<Token> body, int depth) {
    boolean value = false;
    for (Token token : IntegerFolding.withoutCasts(body)) {
      switch (token.kind()) {
        case NUMBER -> value = true;
        case LITERAL -> value |= token.text().startsWith("'");
        case WORD -> {
          List<MacroDefinition> meanings = macros.definitions(token.text());
          value = true;
          if (meanings.isEmpty()
              || !meanings.stream()
                  .allMatch(m -> m.parameters().isEmpty() && isConstant(m, depth))) {
            return false;
          }
        }
        case PUNCTUATION -> {
          if (!IntegerFolding.isOperator(token)) {
            return false;
          }
        }
      }
    }
    return value;
  }

  /**
   * Whether it does something that the function it stands in must know of, itself or through macros
   * in it.
   */
  private boolean hasEffect(MacroDefinition macro, int depth) {
    Boolean known = effects.get(macro);
    if (known != null) {
      return known;
    }
    effects.put(macro, false);
    boolean effect = depth > 0 && (assignsArgument(macro) || bodyHasEffect(macro, depth - 1));
    effects.put(macro, effect);
    return effect;
  }

  private boolean bodyHasEffect(MacroDefinition macro, int depth) {
    Token before = null;
    for (Token token : body(macro)) {
      boolean member = before != null && (before.is(".") || before.is("->"));
      if (token.is("{")
          || token.is("}")
          || (token.isWord()
              && !member
              && !isParameter(macro, token)
              && hasEffect(token.text(), depth))) {
        return true;
      }
      before = token;
    }
    return false;
  }

  private boolean hasEffect(String name, int depth) {
    return isControlFlow(name)
        || interesting.test(name)
        || macros.definitions(name).stream()
            .anyMatch(m -> !isContract.test(name) && hasEffect(m, depth));
  }

  /** Whether an assignment has an argument somewhere to its left, within the same expression. */
  private boolean assignsArgument(MacroDefinition macro) {
    boolean argument = false;
    boolean incremented = false;
    for (Token token : body(macro)) {
      if (token.is(";") || token.is(",")) {
        argument = false;
        incremented = false;
      } else if (isParameter(macro, token)) {
        argument = true;
      } else if (isAssignment(token)) {
        incremented = !argument;
      }
      if (argument && (incremented || ASSIGNMENTS.contains(token.text()))) {
        return true;
      }
    }
    return false;
  }
}
