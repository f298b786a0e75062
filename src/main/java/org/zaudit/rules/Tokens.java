package org.zaudit.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words and signs of a line of C in a rule file, with a cursor. */
final class Tokens {
  /** Longer ones are no contract that a person reads; it bounds the depth of nesting too. */
  private static final int LENGTH = 200;

  private static final Pattern TOKEN =
      Pattern.compile(
          "\\s*([A-Za-z_]\\w*|0[xX][0-9A-Fa-f]+|[0-9]+|\\.\\.\\.|\\.\\.|->|&&|\\|\\||<<|>>|<=|>=|==|!=|[-+*/%&|<>!()\\[\\],.])");

  private static final String END = "";

  private final Yaml.Scalar source;
  private final List<String> tokens;
  private int next;

  private Tokens(Yaml.Scalar source, List<String> tokens) {
    this.source = source;
    this.tokens = tokens;
  }

  static Tokens of(Yaml.Scalar source) {
    return of(source, source.text());
  }

  /**
   * @param text a part of the source
   */
  static Tokens of(Yaml.Scalar source, String text) {
    if (text.length() > LENGTH) {
      throw source.at().error("this is longer than " + LENGTH + " characters", "say it shorter");
    }
    List<String> tokens = new ArrayList<>();
    String rest = text.strip();
    Matcher matcher = TOKEN.matcher(rest);
    int at = 0;
    while (at < rest.length()) {
      if (!matcher.find(at) || matcher.start() != at) {
        throw source
            .at()
            .error("'" + rest.charAt(at) + "' in '" + text + "' belongs to no term", "write C");
      }
      tokens.add(matcher.group(1));
      at = matcher.end();
    }
    return new Tokens(source, tokens);
  }

  /** The next token; empty at the end. */
  String peek() {
    return next < tokens.size() ? tokens.get(next) : END;
  }

  String take() {
    String token = peek();
    next++;
    return token;
  }

  int mark() {
    return next;
  }

  void reset(int mark) {
    next = mark;
  }

  boolean accept(String token) {
    if (peek().equals(token)) {
      next++;
      return true;
    }
    return false;
  }

  void expect(String token) {
    if (!accept(token)) {
      throw error(
          "here is " + found() + " where '" + token + "' belongs",
          peek().isEmpty() ? "between [ and ] put C that holds a comma in quotes" : "write C");
    }
  }

  void expectEnd() {
    if (!peek().isEmpty()) {
      throw error("'" + peek() + "' stands where the text should end", "leave it out");
    }
  }

  String name(String noun) {
    if (!isName(peek())) {
      throw error("here is " + found() + " where " + noun + " belongs", "write a name");
    }
    return take();
  }

  static boolean isName(String token) {
    return !token.isEmpty() && (Character.isLetter(token.charAt(0)) || token.charAt(0) == '_');
  }

  String found() {
    return peek().isEmpty() ? "the end" : "'" + peek() + "'";
  }

  UserError error(String what, String remedy) {
    return source.at().error("in '" + source.text() + "' " + what, remedy);
  }
}
