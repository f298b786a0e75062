package org.zaudit.analysis;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.zaudit.analysis.Escapes.Reach;
import org.zaudit.analysis.Escapes.Way;
import org.zaudit.flow.ControlFlowGraph;
import org.zaudit.flow.Node;
import org.zaudit.syntax.Expression;
import org.zaudit.syntax.Expression.BinaryOperator;
import org.zaudit.syntax.Expression.UnaryOperator;
import org.zaudit.syntax.FunctionDefinition;
import org.zaudit.syntax.TypeName;

/**
 * Finds the ways of one function's parameters. Its statements are taken in any order: a variable
 * carries whatever any statement puts into it.
 */
final class EscapeAnalysis {
  private static final Pattern WIDE = Pattern.compile("64|max|longlong|ptr");
  private static final Pattern WORD = Pattern.compile("[A-Za-z_]\\w*");

  private final List<Set<Way>> ways = new ArrayList<>();
  private final Map<String, TypeName> variables = new HashMap<>();

  /** Arrays of this function: they hold values rather than being one. */
  private final Set<String> arrays = new HashSet<>();

  /** By variable, what its value may be; of arrays and structures, what may lie in them. */
  private final Map<String, Carried> carried = new HashMap<>();

  /** Names that some statement reads. */
  private final Set<String> read = new HashSet<>();

  private boolean moved;

  /** By parameter, how much of it. */
  private static final class Carried {
    private final Map<Integer, Reach> reaches = new HashMap<>();

    static Carried none() {
      return new Carried();
    }

    boolean add(Carried other) {
      boolean more = false;
      for (Map.Entry<Integer, Reach> e : other.reaches.entrySet()) {
        Reach before = reaches.getOrDefault(e.getKey(), Reach.NOTHING);
        Reach now = before.or(e.getValue());
        reaches.put(e.getKey(), now);
        more |= now != before;
      }
      return more;
    }

    /** What is read by way of it. */
    Carried within() {
      Carried read = new Carried();
      reaches.keySet().forEach(parameter -> read.reaches.put(parameter, Reach.WITHIN));
      return read;
    }
  }

  private EscapeAnalysis(FunctionDefinition function, ControlFlowGraph graph) {
    function.parameters().forEach(p -> variables.put(p.name(), p.type()));
    for (Node node : graph.nodes()) {
      if (node instanceof Node.Declare(_, _, String name, TypeName type)) {
        // Of two variables of one name the one that may hold a pointer stands for both.
        variables.merge(name, type, (a, b) -> isNumber(a) ? b : a);
        if (type.array()) {
          arrays.add(name);
        }
      }
    }
    IntStream.range(0, function.parameters().size())
        .forEach(i -> {
          ways.add(new HashSet<>());
          FunctionDefinition.Parameter parameter = function.parameters().get(i);
          if (!isNumber(parameter.type())) {
            Carried itself = Carried.none();
            itself.reaches.put(i, Reach.ITSELF);
            carried.computeIfAbsent(parameter.name(), _ -> Carried.none()).add(itself);
          }
        });
  }

  /** Costs as much as the function is long, times the longest chain of copies in it. */
  static Escapes of(FunctionDefinition function) {
    ControlFlowGraph graph = ControlFlowGraph.of(function);
    EscapeAnalysis analysis = new EscapeAnalysis(function, graph);
    do {
      analysis.moved = false;
      graph.nodes().forEach(analysis::visit);
    } while (analysis.moved);
    analysis.standsIn(function.parameters());
    return new Escapes(analysis.ways);
  }

  /**
   * A function of several arguments that looks at none of them stands in for another, of which
   * nothing is known: it takes no note of what it is asked to call later, and with what.
   */
  private void standsIn(List<FunctionDefinition.Parameter> parameters) {
    List<Integer> pointers =
        IntStream.range(0, parameters.size())
            .filter(i -> !isNumber(parameters.get(i).type()))
            .boxed()
            .toList();
    if (pointers.size() > 1 && parameters.stream().noneMatch(p -> read.contains(p.name()))) {
      pointers.forEach(i -> add(i, new Way.Lost(Reach.ITSELF)));
    }
  }

  private void visit(Node node) {
    switch (node) {
      case Node.Evaluate(_, _, Expression.Cast(_, TypeName type, Expression.Name _))
          when type.isVoid() -> {
        // Says that it is not used.
      }
      case Node.Evaluate(_, _, Expression expression) -> value(expression);
      case Node.Branch(_, _, Expression condition) -> value(condition);
      case Node.Switch(_, _, Expression selector) -> value(selector);
      case Node.AnyTimes(_, _, Expression.Call head) ->
          head.arguments().forEach(argument -> lose(value(argument)));
      case Node.Return(_, _, var result) -> result.ifPresent(r -> keep(value(r)));
      case Node.Unknown(_, _, String text) -> lose(mentioned(text));
      case Node.Entry _, Node.Exit _, Node.Declare _, Node.Leave _, Node.Label _ -> {}
    }
  }

  /** What the value of an expression may be, after all that its evaluation does. */
  private Carried value(Expression expression) {
    return switch (expression) {
      case Expression.Name(_, String name) -> {
        read.add(name);
        Carried value = carried.getOrDefault(name, Carried.none());
        if (arrays.contains(name)) {
          // The array as a whole: nobody knows what becomes of what lies in it.
          lose(value);
          yield Carried.none();
        }
        yield value;
      }
      case Expression.Cast cast -> value(cast.operand());
      case Expression.Member(_, Expression base, _, boolean arrow) ->
          arrow ? value(base).within() : content(base);
      case Expression.Index(_, Expression base, Expression index) -> {
        value(index);
        yield base instanceof Expression.Name(_, String name) && arrays.contains(name)
            ? content(base)
            : value(base).within();
      }
      case Expression.Unary(_, UnaryOperator operator, Expression operand) ->
          switch (operator) {
            case ADDRESS -> address(operand);
            case DEREFERENCE -> value(operand).within();
            case NOT -> {
              value(operand);
              yield Carried.none();
            }
            case PLUS,
                MINUS,
                COMPLEMENT,
                PRE_INCREMENT,
                PRE_DECREMENT,
                POST_INCREMENT,
                POST_DECREMENT ->
                value(operand);
          };
      case Expression.Binary(_, BinaryOperator operator, Expression left, Expression right) -> {
        Carried both = union(value(left), value(right));
        yield Reasoning.isComparison(operator.sign()) ? Carried.none() : both;
      }
      case Expression.Assignment(_, _, Expression target, Expression value) -> {
        Carried stored = value(value);
        store(target, stored);
        yield stored;
      }
      case Expression.Call call -> {
        pass(call);
        yield Carried.none();
      }
      case Expression.CompoundLiteral literal -> value(literal.initializer());
      case Expression.InitializerList list -> {
        Carried all = Carried.none();
        list.elements().forEach(element -> all.add(value(element.value())));
        yield all;
      }
      case Expression.VaArg argument -> value(argument.list());
      case Expression.UnknownExpression(_, String text) -> {
        lose(mentioned(text));
        yield Carried.none();
      }
      case Expression.Conditional _,
          Expression.Comma _,
          Expression.StatementExpression _,
          Expression.BlockArgument _,
          Expression.Generic _ -> {
        // The graph has turned these into nodes, but for rare ones: there everything may go
        // anywhere.
        carried.values().forEach(this::lose);
        yield Carried.none();
      }
      case Expression.SizeofExpression _,
          Expression.SizeofType _,
          Expression.Offsetof _,
          Expression.IntegerLiteral _,
          Expression.FloatLiteral _,
          Expression.StringLiteral _,
          Expression.LabelAddress _,
          Expression.TypeArgument _,
          Expression.OperatorArgument _,
          Expression.EmptyArgument _ ->
          Carried.none();
    };
  }

  /** What a structure or an array holds. */
  private Carried content(Expression place) {
    return switch (place) {
      case Expression.Name(_, String name) -> carried.getOrDefault(name, Carried.none());
      case Expression.Member(_, Expression outer, _, boolean arrow) when !arrow -> content(outer);
      default -> value(place);
    };
  }

  /** The address of something within an object leads to the object. */
  private Carried address(Expression operand) {
    return switch (operand) {
      case Expression.Member(_, Expression base, _, boolean arrow) ->
          arrow ? value(base) : address(base);
      case Expression.Index(_, Expression base, Expression index) -> {
        value(index);
        yield value(base);
      }
      case Expression.Unary(_, var operator, Expression pointer)
          when operator == UnaryOperator.DEREFERENCE ->
          value(pointer);
      default -> {
        // Who has the address of a variable has its value.
        lose(value(operand));
        yield Carried.none();
      }
    };
  }

  private void store(Expression target, Carried stored) {
    switch (target) {
      case Expression.Name(_, String name) when isVariable(name) -> carry(name, stored);
      case Expression.Member(_, Expression base, _, boolean arrow) when !arrow ->
          store(base, stored);
      case Expression.Index(_, Expression.Name(_, String name), Expression index)
          when arrays.contains(name) && isVariable(name) -> {
        value(index);
        carry(name, stored);
      }
      default -> {
        value(target);
        keep(stored);
      }
    }
  }

  private void carry(String variable, Carried stored) {
    TypeName type = variables.get(variable);
    if (type == null || !isNumber(type)) {
      moved |= carried.computeIfAbsent(variable, _ -> Carried.none()).add(stored);
    }
  }

  private void pass(Expression.Call call) {
    boolean isNamed = call.callee() instanceof Expression.Name(_, String name) && !isVariable(name);
    if (!isNamed) {
      value(call.callee());
    }
    for (int i = 0; i < call.arguments().size(); i++) {
      Carried argument = value(call.arguments().get(i));
      if (isNamed) {
        String callee = ((Expression.Name) call.callee()).name();
        int position = i;
        argument.reaches.forEach(
            (parameter, reach) -> add(parameter, new Way.Passed(callee, position, reach)));
      } else {
        lose(argument);
      }
    }
  }

  private void keep(Carried value) {
    value.reaches.forEach((parameter, reach) -> add(parameter, new Way.Kept(reach)));
  }

  private void lose(Carried value) {
    value.reaches.forEach((parameter, reach) -> add(parameter, new Way.Lost(reach)));
  }

  private void add(int parameter, Way way) {
    moved |= ways.get(parameter).add(way);
  }

  private Carried mentioned(String text) {
    Carried all = Carried.none();
    WORD.matcher(text)
        .results()
        .forEach(word -> all.add(carried.getOrDefault(word.group(), Carried.none())));
    return all;
  }

  private static Carried union(Carried a, Carried b) {
    Carried both = Carried.none();
    both.add(a);
    both.add(b);
    return both;
  }

  /** Narrower than a pointer, or as good as: one of 64 bits may be a pointer in disguise. */
  private static boolean isNumber(TypeName type) {
    return type.isNumber() && !WIDE.matcher(type.base()).find();
  }

  /** A variable that ends with the function; temporaries are not declared. */
  private boolean isVariable(String name) {
    TypeName type = variables.get(name);
    return type == null ? name.startsWith("%") : !type.isStatic();
  }
}
