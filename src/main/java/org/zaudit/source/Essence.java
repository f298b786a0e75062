package org.zaudit.source;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * What is left of the text of a function without that which makes no difference to references. Two
 * configurations with the same essence need to be followed only once: a number under its name in
 * one of them, or an offset that is noted in debug builds alone, is nothing to go another way for.
 */
public final class Essence {
  private static final Pattern CAPITALS = Pattern.compile("[A-Z][A-Z0-9_]*");

  private final MacroTable macros;
  private final Predicate<String> interesting;
  private final Predicate<String> isAssertion;
  private final StringBuilder kept = new StringBuilder();

  private Essence(MacroTable macros, Predicate<String> interesting, Predicate<String> isAssertion) {
    this.macros = macros;
    this.interesting = interesting;
    this.isAssertion = isAssertion;
  }

  /**
   * Texts of one chunk with equal essences differ only in names of equal numbers, in assertions,
   * and in statements that do nothing but work out an offset or a size for a member of a structure.
   * Linear in the text.
   *
   * @param interesting names that a contract or a non-trivial summary knows
   * @param isAssertion names of calls that claim something
   */
  public static String of(
      String expanded,
      MacroTable macros,
      Predicate<String> interesting,
      Predicate<String> isAssertion) {
    Essence essence = new Essence(macros, interesting, isAssertion);
    List<Token> statement = new ArrayList<>();
    int depth = 0;
    for (Token token : Lexer.tokens(expanded)) {
      statement.add(token);
      depth += token.is("(") ? 1 : token.is(")") ? -1 : 0;
      boolean ends = token.is("{") || token.is("}") || depth == 0 && token.is(";");
      if (ends) {
        essence.take(statement);
        statement.clear();
        depth = 0;
      }
    }
    essence.take(statement);
    return essence.kept.toString();
  }

  private void take(List<Token> statement) {
    if (!isNote(statement) && !isClaim(statement)) {
      Token before = null;
      for (Token token : statement) {
        kept.append(before != null && isMember(before) ? token.text() : meaning(token)).append(' ');
        before = token;
      }
    }
  }

  private static boolean isMember(Token before) {
    return before.is(".") || before.is("->");
  }

  /** The number that a name stands for, be it an enumerator in one build and a macro in another. */
  private String meaning(Token token) {
    if (token.isWord() && CAPITALS.matcher(token.text()).matches()) {
      Set<String> values = new HashSet<>();
      macros
          .definitions(MacroDefinition.enumerator(token.text()))
          .forEach(value -> values.add(value.body()));
      if (values.size() == 1) {
        return values.iterator().next();
      }
    }
    return token.text();
  }

  /** {@code a->b = c << d;}: a member that is no pointer gets a value that was worked out here. */
  private boolean isNote(List<Token> statement) {
    if (statement.isEmpty() || !statement.getLast().is(";")) {
      return false;
    }
    if (statement.size() == 1) {
      return true;
    }
    int assignment = -1;
    for (int i = 0; i < statement.size(); i++) {
      Token token = statement.get(i);
      if (token.is("=")) {
        if (assignment >= 0) {
          return false;
        }
        assignment = i;
      } else if (!isPlain(token)
          || token.isWord() && i + 1 < statement.size() && statement.get(i + 1).is("(")) {
        return false;
      }
    }
    return assignment > 0
        && isMemberOfName(statement.subList(0, assignment))
        && isWorkedOut(statement.subList(assignment + 1, statement.size() - 1));
  }

  /** {@code ASSERT(a == b);}: what a debug build looks at holds in the others too. */
  private boolean isClaim(List<Token> statement) {
    return statement.size() > 3
        && isAssertion.test(statement.getFirst().text())
        && statement.get(1).is("(")
        && statement.subList(2, statement.size()).stream().noneMatch(this::doesSomething);
  }

  private boolean doesSomething(Token token) {
    return token.isWord()
        ? MacroPolicy.isControlFlow(token.text()) || interesting.test(token.text())
        : MacroPolicy.isAssignment(token) || token.is("{");
  }

  private boolean isPlain(Token token) {
    return switch (token.kind()) {
      case WORD -> !MacroPolicy.isControlFlow(token.text()) && !interesting.test(token.text());
      case NUMBER -> true;
      case LITERAL -> false;
      case PUNCTUATION ->
          switch (token.text()) {
            case "(", ")", ".", "->", "+", "-", "*", "/", "%", "<<", ">>", ";" -> true;
            default -> false;
          };
    };
  }

  private static boolean isMemberOfName(List<Token> target) {
    for (int i = 0; i < target.size(); i++) {
      boolean fits = i % 2 == 0 ? target.get(i).isWord() : isMember(target.get(i));
      if (!fits) {
        return false;
      }
    }
    return target.size() >= 3 && target.size() % 2 == 1;
  }

  /**
   * Arithmetic that comes to an offset or a size. A plain number may be a count that is taken back
   * or a pointer that is cleared, bits may be a flag that says what is held.
   */
  private static boolean isWorkedOut(List<Token> value) {
    return value.stream().anyMatch(t -> t.is("<<") || t.is(">>") || t.is("%") || t.is("/"));
  }
}
