package org.zaudit.flow;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.zaudit.syntax.Expression;
import org.zaudit.syntax.Expression.UnaryOperator;

/**
 * Which variables may still be read, at each node (Aho, Lam, Sethi, Ullman, Compilers, 2nd ed.,
 * 9.2.5). A variable whose address is taken, or that stands in text that could not be read, always
 * may. Linear in nodes times nesting of loops.
 */
public final class LiveVariables {
  private static final Pattern WORD = Pattern.compile("[A-Za-z_]\\w*");

  private final Map<String, Integer> numbers = new HashMap<>();
  private final BitSet always = new BitSet();

  /** By node: what is read before it is written. */
  private final List<BitSet> read = new ArrayList<>();

  /** By node: the variable that is written as a whole. */
  private final List<BitSet> written = new ArrayList<>();

  private final List<BitSet> live = new ArrayList<>();

  private LiveVariables(ControlFlowGraph graph) {
    for (Node node : graph.nodes()) {
      read.add(new BitSet());
      written.add(new BitSet());
      live.add(new BitSet());
      enter(node);
    }
    List<Integer> backwards = new ArrayList<>(graph.order());
    Collections.reverse(backwards);
    boolean changes = true;
    while (changes) {
      changes = false;
      for (int node : backwards) {
        changes |= flow(node, graph.successors().get(node));
      }
    }
  }

  public static LiveVariables of(ControlFlowGraph graph) {
    return new LiveVariables(graph);
  }

  /** False when no path from the beginning of the node on reads the variable as it is there. */
  public boolean isLive(int node, String variable) {
    Integer number = numbers.get(variable);
    return number != null && (always.get(number) || live.get(node).get(number));
  }

  private boolean flow(int node, List<Edge> edges) {
    BitSet in = new BitSet();
    edges.forEach(e -> in.or(live.get(e.to())));
    in.andNot(written.get(node));
    in.or(read.get(node));
    if (in.equals(live.get(node))) {
      return false;
    }
    live.set(node, in);
    return true;
  }

  private void enter(Node node) {
    switch (node) {
      case Node.Entry _, Node.Exit _, Node.Leave _, Node.Label _ -> {}
      case Node.Declare declare -> written.getLast().set(number(declare.name()));
      case Node.Evaluate(_, _, Expression.Assignment(_, var operator, var target, var value))
          when operator.isEmpty() && target instanceof Expression.Name(_, String name) -> {
        read(value);
        written.getLast().set(number(name));
      }
      case Node.Evaluate evaluate -> read(evaluate.expression());
      case Node.Branch branch -> read(branch.condition());
      case Node.Switch selector -> read(selector.selector());
      case Node.AnyTimes head -> read(head.head());
      case Node.Return back -> back.value().ifPresent(this::read);
      case Node.Unknown unknown -> readText(unknown.text());
    }
  }

  private void read(Expression expression) {
    switch (expression) {
      case Expression.Name name -> read.getLast().set(number(name.name()));
      case Expression.Unary(_, UnaryOperator operator, Expression operand) -> {
        if (operator == UnaryOperator.ADDRESS) {
          take(operand);
        }
        read(operand);
      }
      case Expression.Call call -> {
        read(call.callee());
        call.arguments().forEach(this::read);
      }
      case Expression.Member member -> read(member.base());
      case Expression.Index index -> {
        read(index.base());
        read(index.index());
      }
      case Expression.Binary binary -> {
        read(binary.left());
        read(binary.right());
      }
      case Expression.Assignment assignment -> {
        read(assignment.target());
        read(assignment.value());
      }
      case Expression.Conditional conditional -> {
        read(conditional.condition());
        conditional.then().ifPresent(this::read);
        read(conditional.otherwise());
      }
      case Expression.Cast cast -> read(cast.operand());
      case Expression.VaArg argument -> read(argument.list());
      case Expression.CompoundLiteral literal -> read(literal.initializer());
      case Expression.InitializerList list -> list.elements().forEach(e -> read(e.value()));
      case Expression.Comma comma -> {
        read(comma.left());
        read(comma.right());
      }
      case Expression.SizeofExpression size -> read(size.operand());
      case Expression.Generic generic -> {
        read(generic.selector());
        generic.choices().forEach(this::read);
      }
      case Expression.UnknownExpression unknown -> readText(unknown.text());
      // Lowered to nodes of their own.
      case Expression.StatementExpression _, Expression.BlockArgument _ -> {}
      case Expression.SizeofType _,
          Expression.Offsetof _,
          Expression.IntegerLiteral _,
          Expression.FloatLiteral _,
          Expression.StringLiteral _,
          Expression.LabelAddress _,
          Expression.TypeArgument _,
          Expression.OperatorArgument _,
          Expression.EmptyArgument _ -> {}
    }
  }

  /** The variable that lies at this address, or around it. */
  private void take(Expression place) {
    switch (place) {
      case Expression.Name name -> always.set(number(name.name()));
      case Expression.Member member when !member.arrow() -> take(member.base());
      case Expression.Index index -> take(index.base());
      case Expression.Cast cast -> take(cast.operand());
      default -> {}
    }
  }

  private void readText(String text) {
    WORD.matcher(text).results().map(MatchResult::group).forEach(word -> always.set(number(word)));
  }

  private int number(String variable) {
    return Objects.requireNonNull(numbers.computeIfAbsent(variable, _ -> numbers.size()));
  }
}
