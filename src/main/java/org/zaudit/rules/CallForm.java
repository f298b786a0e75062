package org.zaudit.rules;

import java.util.ArrayList;
import java.util.List;

/**
 * A call as a contract describes it: {@code get_page(page)}. An ellipsis may end it; more arguments
 * are accepted anyway.
 */
record CallForm(Yaml.Scalar source, String function, List<String> parameters) {
  static CallForm read(Yaml.Scalar source) {
    Tokens tokens = Tokens.of(source);
    String function = tokens.name("the name of a function");
    List<String> parameters = new ArrayList<>();
    tokens.expect("(");
    while (!tokens.accept(")")) {
      if (tokens.accept("...")) {
        tokens.expect(")");
        break;
      }
      String parameter = tokens.name("a parameter");
      if (parameter.equals("return") || parameters.contains(parameter)) {
        throw tokens.error("'" + parameter + "' cannot name this parameter", "choose another name");
      }
      parameters.add(parameter);
      if (!tokens.peek().equals(")")) {
        tokens.expect(",");
      }
    }
    tokens.expectEnd();
    return new CallForm(source, function, List.copyOf(parameters));
  }
}
