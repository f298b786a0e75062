package org.zaudit.syntax;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Function;

/**
 * Takes one branch of every conditional of a text, whatever its condition, and drops all other
 * directives.
 */
final class Branches {
  private Branches() {}

  static String first(String text) {
    return take(text, List::getFirst);
  }

  static String last(String text) {
    return take(text, List::getLast);
  }

  private static String take(String text, Function<List<StringBuilder>, StringBuilder> choice) {
    Deque<List<StringBuilder>> groups = new ArrayDeque<>();
    groups.push(new ArrayList<>(List.of(new StringBuilder())));
    boolean continued = false;
    for (String line : text.split("(?<=\n)")) {
      String directive = line.strip();
      if (!continued && !directive.startsWith("#")) {
        groups.peek().getLast().append(line);
        continue;
      }
      if (!continued) {
        conditional(groups, directive.substring(1).strip(), choice);
      }
      groups.peek().getLast().append('\n');
      continued = directive.endsWith("\\");
    }
    while (groups.size() > 1) {
      close(groups, choice);
    }
    return groups.peek().getLast().toString();
  }

  private static void conditional(
      Deque<List<StringBuilder>> groups,
      String directive,
      Function<List<StringBuilder>, StringBuilder> choice) {
    if (directive.startsWith("if")) {
      groups.push(new ArrayList<>(List.of(new StringBuilder())));
    } else if (directive.startsWith("el") && groups.size() > 1) {
      groups.peek().add(new StringBuilder());
    } else if (directive.startsWith("endif") && groups.size() > 1) {
      close(groups, choice);
    }
  }

  private static void close(
      Deque<List<StringBuilder>> groups, Function<List<StringBuilder>, StringBuilder> choice) {
    StringBuilder chosen = choice.apply(groups.pop());
    groups.peek().getLast().append(chosen);
  }
}
