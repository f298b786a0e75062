package org.zaudit.source.condition;

import java.util.Locale;
import org.antlr.v4.runtime.tree.ParseTree;
import org.zaudit.source.condition.grammar.ConditionBaseVisitor;
import org.zaudit.source.condition.grammar.ConditionParser.BinaryContext;
import org.zaudit.source.condition.grammar.ConditionParser.CallContext;
import org.zaudit.source.condition.grammar.ConditionParser.CharacterContext;
import org.zaudit.source.condition.grammar.ConditionParser.ChoiceContext;
import org.zaudit.source.condition.grammar.ConditionParser.DefinedContext;
import org.zaudit.source.condition.grammar.ConditionParser.NameContext;
import org.zaudit.source.condition.grammar.ConditionParser.NumberContext;
import org.zaudit.source.condition.grammar.ConditionParser.ParenthesisedContext;
import org.zaudit.source.condition.grammar.ConditionParser.UnaryContext;

/** Turns the parser's tree into ours. */
final class FormulaBuilder extends ConditionBaseVisitor<Formula> {

  @Override
  public Formula visitParenthesised(ParenthesisedContext context) {
    return visit(context.expression());
  }

  @Override
  public Formula visitDefined(DefinedContext context) {
    return new Formula.Defined(context.name.getText());
  }

  @Override
  public Formula visitCall(CallContext context) {
    StringBuilder arguments = new StringBuilder();
    appendTokens(context.arguments(), arguments);
    return new Formula.Call(context.function.getText(), arguments.toString());
  }

  @Override
  public Formula visitName(NameContext context) {
    return new Formula.Name(context.getText());
  }

  @Override
  public Formula visitNumber(NumberContext context) {
    return new Formula.Number(number(context.getText()));
  }

  @Override
  public Formula visitCharacter(CharacterContext context) {
    String text = context.getText();
    return text.length() == 3 ? new Formula.Number(text.charAt(1)) : new Formula.Name(text);
  }

  @Override
  public Formula visitUnary(UnaryContext context) {
    return new Formula.Unary(context.operator.getText(), visit(context.operand));
  }

  @Override
  public Formula visitBinary(BinaryContext context) {
    return new Formula.Binary(
        context.operator.getText(), visit(context.left), visit(context.right));
  }

  @Override
  public Formula visitChoice(ChoiceContext context) {
    return new Formula.Choice(visit(context.test), visit(context.yes), visit(context.no));
  }

  private static void appendTokens(ParseTree tree, StringBuilder text) {
    if (tree.getChildCount() == 0 && !tree.getText().isEmpty()) {
      Spacing.append(text, tree.getText());
    }
    for (int i = 0; i < tree.getChildCount(); i++) {
      appendTokens(tree.getChild(i), text);
    }
  }

  /**
   * An integer of C (6.4.4.1) with any suffix. Throws {@link NumberFormatException} for anything
   * else.
   */
  private static long number(String text) {
    String digits = text.toLowerCase(Locale.ROOT).replaceAll("[ul]+$", "");
    if (digits.startsWith("0x")) {
      return Long.parseUnsignedLong(digits.substring(2), 16);
    }
    if (digits.startsWith("0b")) {
      return Long.parseUnsignedLong(digits.substring(2), 2);
    }
    return digits.length() > 1 && digits.startsWith("0")
        ? Long.parseUnsignedLong(digits, 8)
        : Long.parseUnsignedLong(digits);
  }
}
