package org.zaudit.syntax;

import java.util.ArrayList;
import java.util.List;
import org.zaudit.syntax.Expression.InitializerList;
import org.zaudit.syntax.Expression.InitializerList.Element;
import org.zaudit.syntax.grammar.C.BracesContext;
import org.zaudit.syntax.grammar.C.DesignatedElementContext;
import org.zaudit.syntax.grammar.C.ElementContext;
import org.zaudit.syntax.grammar.C.InitializerContext;
import org.zaudit.syntax.grammar.C.LabelledElementContext;
import org.zaudit.syntax.grammar.C.MissingElementContext;
import org.zaudit.syntax.grammar.C.PlainElementContext;

/** Makes expressions of initialisers. */
final class Initializers {
  private final Translation translation;
  private final Origin origin;

  Initializers(Translation translation) {
    this.translation = translation;
    this.origin = translation.origin();
  }

  Expression of(InitializerContext context) {
    return context.value != null ? translation.expressions().of(context.value) : list(context.list);
  }

  InitializerList list(BracesContext braces) {
    translation.enter(1, braces.start);
    List<Element> elements = new ArrayList<>(braces.items.size());
    for (ElementContext item : braces.items) {
      if (item.exception != null) {
        elements.add(new Element("", translation.unknownExpression(item)));
      } else {
        add(elements, item);
      }
    }
    translation.leave(1);
    return new InitializerList(origin.span(braces), List.copyOf(elements));
  }

  private void add(List<Element> elements, ElementContext item) {
    switch (item) {
      case DesignatedElementContext element ->
          elements.add(
              new Element(
                  origin.text(
                      element.designators.getFirst().start, element.designators.getLast().stop),
                  of(element.value)));
      case LabelledElementContext element ->
          elements.add(new Element("." + origin.text(element.name), of(element.value)));
      case PlainElementContext element -> elements.add(new Element("", of(element.value)));
      case MissingElementContext _ -> {}
      default -> throw new IllegalStateException("unlabelled " + item.getClass());
    }
  }
}
