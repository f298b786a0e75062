package org.zaudit.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import org.zaudit.source.Expanded;
import org.zaudit.source.Span;
import org.zaudit.syntax.Syntax.Outcome;

/** Parses text that no preprocessor touched, and shows the tree. */
public final class Reading {
  private Reading() {}

  static Expanded plain(String text) {
    return new Expanded(
        text,
        new Expanded.Positions() {
          @Override
          public Span original(int start, int end) {
            return new Span(start, end);
          }

          @Override
          public String macro(int offset) {
            return "";
          }
        });
  }

  static Outcome parse(String text) {
    return Syntax.parse(plain(text));
  }

  /** Requires that nothing is lost. */
  public static FunctionDefinition function(String text) {
    Outcome outcome = parse(text);
    assertThat(outcome).isInstanceOf(Outcome.Parsed.class);
    Outcome.Parsed parsed = (Outcome.Parsed) outcome;
    assertThat(parsed.lost()).as(TreePrinter.print(parsed.function())).isEmpty();
    return parsed.function();
  }

  /** The tree of statements that stand in a function with these parameters, none of them lost. */
  static String statements(String parameters, String text) {
    String block =
        TreePrinter.print(function("void f(" + parameters + ")\n{\n" + text + "\n}").body());
    return block.equals("(block)") ? "" : block.substring("(block ".length(), block.length() - 1);
  }

  static String statements(String text) {
    return statements("void", text);
  }

  static String expression(String text) {
    String statement = statements("int a, int b, int c, int x, int *p", "v = " + text + ";");
    return statement.substring("(= v ".length(), statement.length() - 2);
  }
}
