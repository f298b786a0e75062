package org.zaudit.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads terms, tests and places over the parameters of one call, as rule files write them in C. */
final class Terms {
  private static final Pattern CONSTANT = Pattern.compile("[A-Z_][A-Z0-9_]*");

  /** Binary operators from the weakest to the strongest, as in C (C11 6.5.5 to 6.5.12). */
  private static final List<List<String>> OPERATORS =
      List.of(
          List.of("|"),
          List.of("&"),
          List.of("<<", ">>"),
          List.of("+", "-"),
          List.of("*", "/", "%"));

  private final List<String> parameters;
  private final Tokens tokens;

  private Terms(List<String> parameters, Tokens tokens) {
    this.parameters = parameters;
    this.tokens = tokens;
  }

  static Term term(List<String> parameters, Yaml.Scalar source) {
    return term(parameters, source, source.text());
  }

  /**
   * @param text a part of the source
   */
  static Term term(List<String> parameters, Yaml.Scalar source, String text) {
    Tokens tokens = Tokens.of(source, text);
    Term term = new Terms(parameters, tokens).binary(0);
    tokens.expectEnd();
    return term;
  }

  /** One term, or {@code array[from .. to]}. */
  static Place place(List<String> parameters, Yaml.Scalar source, String text) {
    Tokens tokens = Tokens.of(source, text);
    Terms terms = new Terms(parameters, tokens);
    Place place = terms.place();
    tokens.expectEnd();
    return place;
  }

  /** Tests that must all hold: {@code a == b && c}. */
  static List<Test> tests(List<String> parameters, Yaml.Scalar source, String text) {
    Tokens tokens = Tokens.of(source, text);
    Terms terms = new Terms(parameters, tokens);
    List<Test> tests = new ArrayList<>();
    do {
      tests.add(terms.test());
    } while (tokens.accept("&&"));
    if (tokens.peek().equals("||")) {
      throw tokens.error("stands '||', and all tests must hold", "write an entry for each case");
    }
    tokens.expectEnd();
    return List.copyOf(tests);
  }

  private Test test() {
    if (tokens.accept("!")) {
      return new Test(unary(), Test.Comparison.EQUAL, new Term.Number(0));
    }
    Term left = binary(0);
    for (Test.Comparison comparison : Test.Comparison.values()) {
      if (tokens.accept(comparison.sign())) {
        return new Test(left, comparison, binary(0));
      }
    }
    return new Test(left, Test.Comparison.NOT_EQUAL, new Term.Number(0));
  }

  private Place place() {
    String first = tokens.peek();
    Term term = unary();
    if (!tokens.accept("[")) {
      return new Place.Single(term);
    }
    if (first.equals("*") || first.equals("&")) {
      throw tokens.error(
          "a range of '" + first + "…' is meant or a '" + first + "' of a range",
          "write '(" + first + "array)[from .. to]'");
    }
    Term from = binary(0);
    tokens.expect("..");
    Term to = binary(0);
    tokens.expect("]");
    return new Place.Segment(term, from, to);
  }

  private Term binary(int level) {
    if (level == OPERATORS.size()) {
      return unary();
    }
    Term left = binary(level + 1);
    while (OPERATORS.get(level).contains(tokens.peek())) {
      left = new Term.Arithmetic(tokens.take(), left, binary(level + 1));
    }
    return left;
  }

  private Term unary() {
    if (tokens.accept("*")) {
      return new Term.Dereference(unary());
    }
    if (tokens.accept("&")) {
      return new Term.Address(isGlobal(tokens.peek()) ? new Term.Global(tokens.take()) : unary());
    }
    if (tokens.accept("-")) {
      return new Term.Arithmetic("-", new Term.Number(0), unary());
    }
    return postfix(primary());
  }

  private Term postfix(Term base) {
    Term term = base;
    while (true) {
      if (tokens.accept("->")) {
        term = new Term.Member(term, tokens.name("a member"), true);
      } else if (tokens.accept(".")) {
        term = new Term.Member(term, tokens.name("a member"), false);
      } else {
        Optional<Term> element = element(term);
        if (element.isEmpty()) {
          return term;
        }
        term = element.get();
      }
    }
  }

  /** An index, unless a range begins here: that is for {@link #place} to read. */
  private Optional<Term> element(Term array) {
    int here = tokens.mark();
    if (!tokens.accept("[")) {
      return Optional.empty();
    }
    Term index = binary(0);
    if (tokens.peek().equals("..")) {
      tokens.reset(here);
      return Optional.empty();
    }
    tokens.expect("]");
    return Optional.of(new Term.Element(array, index));
  }

  private Term primary() {
    if (tokens.accept("(")) {
      Term term = binary(0);
      tokens.expect(")");
      return term;
    }
    String token = tokens.peek();
    if (Tokens.isName(token)) {
      return named(tokens.take());
    }
    if (!token.isEmpty() && Character.isDigit(token.charAt(0))) {
      return number(tokens.take());
    }
    throw tokens.error("here is " + tokens.found() + " where a name or number belongs", "write C");
  }

  private Term named(String name) {
    int parameter = parameters.indexOf(name);
    if (parameter >= 0) {
      return new Term.Parameter(parameter, name);
    }
    return switch (name) {
      case "return" -> new Term.Returned();
      case "NULL" -> new Term.Number(0);
      case "__func__" -> new Term.FunctionName();
      default -> constant(name);
    };
  }

  private Term constant(String name) {
    if (CONSTANT.matcher(name).matches()) {
      return new Term.Constant(name);
    }
    List<String> words = new ArrayList<>(parameters);
    words.add("return");
    throw tokens.error("'" + name + "' is no parameter of the call", Nearest.hint(name, words));
  }

  private Term number(String digits) {
    try {
      return new Term.Number(Long.decode(digits));
    } catch (NumberFormatException e) {
      throw tokens.error("'" + digits + "' is no number of 64 bits", "write a smaller one");
    }
  }

  private boolean isGlobal(String token) {
    return Tokens.isName(token)
        && !token.equals("return")
        && !parameters.contains(token)
        && !CONSTANT.matcher(token).matches();
  }
}
