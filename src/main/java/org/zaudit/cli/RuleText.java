package org.zaudit.cli;

import java.io.PrintWriter;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.zaudit.report.Printable;
import org.zaudit.rules.Contract;
import org.zaudit.rules.Effect;
import org.zaudit.rules.Resource;
import org.zaudit.rules.Rule;

/** What a rule says, for people: each resource with the functions that deal in it. */
final class RuleText {
  private final Rule rule;
  private final PrintWriter out;

  private RuleText(Rule rule, PrintWriter out) {
    this.rule = rule;
    this.out = out;
  }

  static void write(Rule rule, PrintWriter out) {
    var text = new RuleText(rule, out);
    text.line(rule.id() + ": " + rule.title());
    text.line(rule.digest());
    if (!rule.paths().isEmpty()) {
      text.line("reported in " + String.join(", ", rule.paths()));
    }
    rule.resources().forEach(text::resource);
    text.out.println();
  }

  private void resource(Resource resource) {
    out.println();
    String kinds =
        resource.kinds().size() > 1 ? " (" + String.join(", ", resource.kinds()) + ")" : "";
    line(resource.noun() + kinds);
    functions(resource)
        .forEach((verb, functions) ->
            functions.forEach(
                f -> line("  %-8s  %s".formatted(verb.name().toLowerCase(Locale.ROOT), f))));
  }

  private Map<Effect.Verb, Set<String>> functions(Resource resource) {
    Map<Effect.Verb, Set<String>> functions = new EnumMap<>(Effect.Verb.class);
    for (Contract contract : rule.contracts()) {
      for (Effect effect : contract.effects()) {
        if (effect.resource().equals(resource.id())) {
          functions
              .computeIfAbsent(effect.verb(), _ -> new LinkedHashSet<>())
              .add(signature(contract));
        }
      }
    }
    return functions;
  }

  private static String signature(Contract contract) {
    return contract.function()
        + "("
        + String.join(", ", contract.parameters())
        + ")"
        + contract.when().map(condition -> "  when " + condition).orElse("")
        + (contract.worlds().isEmpty() ? "" : "  in " + String.join(", ", contract.worlds()));
  }

  private void line(String text) {
    out.println(Printable.of(text).stripTrailing());
  }
}
