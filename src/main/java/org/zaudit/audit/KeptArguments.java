package org.zaudit.audit;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds functions whose text stores a parameter as it is in a member of a structure, or returns it.
 * A look at the words, which saves a parse of all others; linear.
 */
final class KeptArguments {
  private static final Pattern PARAMETER = Pattern.compile("(\\w++)\\s*+[,)]");
  private static final Pattern STORE =
      Pattern.compile(
          "(?:(?:->|\\.)\\s*+\\w++(?:\\[[^\\[\\];{}]{1,80}+\\])?+|\\w\\[[^\\[\\];{}]{1,80}+\\])"
              + "\\s*+=\\s*+"
              + "(?:\\([\\w *]{1,60}+\\))?+\\s*+(\\w++)\\s*+;");

  private static final Pattern RETURN =
      Pattern.compile("\\breturn\\s*+\\(?+\\s*+(\\w++)\\s*+\\)?+\\s*+;");

  private KeptArguments() {}

  static boolean in(String function) {
    int open = function.indexOf('{');
    if (open < 0) {
      return false;
    }
    Set<String> parameters = parameters(function, open);
    return mentions(STORE, function, open, parameters)
        || mentions(RETURN, function, open, parameters);
  }

  /** True when it is in this member, perhaps among others, that a parameter is stored. */
  static boolean inMember(String function, String member) {
    int open = function.indexOf('{');
    return open >= 0
        && function.contains(member)
        && mentions(store(member), function, open, parameters(function, open));
  }

  private static Pattern store(String member) {
    return Pattern.compile(
        "(?:->|\\.)\\s*+"
            + Pattern.quote(member)
            + "\\s*+=\\s*+(?:[\\w.>-]{1,60}+\\s*+=\\s*+){0,4}(?:\\([\\w *]{1,60}+\\))?+\\s*+(\\w++)\\s*+;");
  }

  private static Set<String> parameters(String function, int open) {
    Set<String> parameters = new HashSet<>();
    Matcher head = PARAMETER.matcher(function).region(0, open);
    while (head.find()) {
      parameters.add(head.group(1));
    }
    return parameters;
  }

  private static boolean mentions(
      Pattern pattern, String function, int from, Set<String> parameters) {
    Matcher found = pattern.matcher(function).region(from, function.length());
    while (found.find()) {
      if (parameters.contains(found.group(1))) {
        return true;
      }
    }
    return false;
  }
}
