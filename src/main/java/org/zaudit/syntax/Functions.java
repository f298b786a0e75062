package org.zaudit.syntax;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.zaudit.syntax.FunctionDefinition.Parameter;
import org.zaudit.syntax.grammar.C.BareParameterContext;
import org.zaudit.syntax.grammar.C.DeclarationContext;
import org.zaudit.syntax.grammar.C.FunctionContext;
import org.zaudit.syntax.grammar.C.FurtherParametersContext;
import org.zaudit.syntax.grammar.C.HeadContext;
import org.zaudit.syntax.grammar.C.InitDeclaratorContext;
import org.zaudit.syntax.grammar.C.MissingParameterContext;
import org.zaudit.syntax.grammar.C.ParameterContext;
import org.zaudit.syntax.grammar.C.ParametersContext;
import org.zaudit.syntax.grammar.C.TypedParameterContext;

/** Makes a function definition of what the grammar read. */
final class Functions {
  private static final TypeName UNKNOWN = new TypeName("", 0, false, false, false, false);
  private static final TypeName INT = new TypeName("int", 0, false, false, false, false);

  private final Translation translation;
  private final Origin origin;

  Functions(Translation translation) {
    this.translation = translation;
    this.origin = translation.origin();
  }

  /**
   * @param name of the function where its head cannot be read
   */
  FunctionDefinition of(FunctionContext context, String name) {
    Statement.Block body = translation.statements().block(context.body);
    if (context.exception != null) {
      translation.lose(context);
    }
    HeadContext head = context.signature;
    int start = context.start.getStartIndex();
    var span = origin.span(start, context.body.stop.getStopIndex() + 1);
    var headSpan = origin.span(start, context.body.start.getStartIndex());
    if (head.exception != null) {
      translation.lose(head);
      return new FunctionDefinition(span, headSpan, name, UNKNOWN, List.of(), false, body);
    }
    Types.Shape shape = Types.Shape.of(head);
    Types.Base base = head.type == null ? Types.Base.UNKNOWN : translation.types().base(head.type);
    return new FunctionDefinition(
        span,
        headSpan,
        shape.name().map(origin::text).orElse(name),
        base.result(shape),
        shape.parameters().map(list -> parameters(list, oldStyle(head.oldStyle))).orElse(List.of()),
        shape.parameters().filter(Functions::isVariadic).isPresent(),
        body);
  }

  private static boolean isVariadic(ParametersContext list) {
    return list.items.stream().anyMatch(FurtherParametersContext.class::isInstance);
  }

  private Map<String, TypeName> oldStyle(List<DeclarationContext> declarations) {
    Map<String, TypeName> types = new HashMap<>();
    for (DeclarationContext declaration : declarations) {
      Types.Base base = translation.types().base(declaration.type);
      for (InitDeclaratorContext item : declaration.items) {
        Types.Shape shape = Types.Shape.of(item.target);
        shape.name().ifPresent(name -> types.put(origin.text(name), base.with(shape)));
      }
    }
    return types;
  }

  private List<Parameter> parameters(ParametersContext list, Map<String, TypeName> oldStyle) {
    List<Parameter> parameters = new ArrayList<>(list.items.size());
    for (ParameterContext item : list.items) {
      if (item.exception == null) {
        add(parameters, item, oldStyle);
      }
    }
    return isVoid(parameters) ? List.of() : List.copyOf(parameters);
  }

  private static boolean isVoid(List<Parameter> parameters) {
    return parameters.size() == 1
        && parameters.getFirst().name().isEmpty()
        && parameters.getFirst().type().equals(new TypeName("void", 0, false, false, false, false));
  }

  private void add(
      List<Parameter> parameters, ParameterContext item, Map<String, TypeName> oldStyle) {
    switch (item) {
      case TypedParameterContext typed -> {
        Types.Shape shape = Types.Shape.of(Optional.ofNullable(typed.shape));
        TypeName type = translation.types().base(typed.type).with(shape);
        parameters.add(
            new Parameter(origin.span(typed), shape.name().map(origin::text).orElse(""), type));
      }
      case BareParameterContext bare -> parameters.add(bare(parameters, bare, oldStyle));
      case FurtherParametersContext _, MissingParameterContext _ -> {}
      default -> throw new IllegalStateException("unlabelled " + item.getClass());
    }
  }

  /**
   * A bare word after a bare type is its name: macros that make heads take types and names by
   * turns.
   */
  private Parameter bare(
      List<Parameter> parameters, BareParameterContext bare, Map<String, TypeName> oldStyle) {
    String name = origin.text(bare.name);
    if (!parameters.isEmpty() && parameters.getLast().name().isEmpty()) {
      Parameter type = parameters.removeLast();
      return new Parameter(type.span().to(origin.span(bare)), name, type.type());
    }
    return new Parameter(
        origin.span(bare), name, oldStyle.getOrDefault(name, oldStyle.isEmpty() ? UNKNOWN : INT));
  }
}
