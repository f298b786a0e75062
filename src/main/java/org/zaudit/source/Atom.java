package org.zaudit.source;

/**
 * A variable of conditions. Those of one name follow one another in the order: whether it is
 * defined, whether it is other than zero, then from which bound on it lies, by bound. Whatever we
 * do not understand is a name too, with operators in it.
 *
 * @param bound only for {@link Kind#AT_LEAST}
 */
record Atom(String name, Kind kind, long bound) implements Comparable<Atom> {
  enum Kind {
    DEFINED,
    TRUTH,
    AT_LEAST
  }

  static Atom defined(String name) {
    return new Atom(name, Kind.DEFINED, 0);
  }

  static Atom truth(String name) {
    return new Atom(name, Kind.TRUTH, 0);
  }

  static Atom atLeast(String name, long bound) {
    return new Atom(name, Kind.AT_LEAST, bound);
  }

  /** The inverse of {@link #text()}; total, any other text is a name. */
  static Atom of(String text) {
    if (text.startsWith("defined(") && text.endsWith(")")) {
      return defined(text.substring("defined(".length(), text.length() - 1));
    }
    int comparison = text.lastIndexOf(" >= ");
    if (comparison > 0) {
      var bound = VersionCode.read(text.substring(comparison + " >= ".length()));
      if (bound.isPresent()) {
        return atLeast(text.substring(0, comparison), bound.getAsLong());
      }
    }
    return truth(text);
  }

  boolean isBoundOf(String other) {
    return kind == Kind.AT_LEAST && name.equals(other);
  }

  /**
   * Whether it holds where the name is not defined or zero, which is the same behind {@code #if}
   * (C11 6.10.1p4).
   */
  boolean holdsAtZero() {
    return kind == Kind.AT_LEAST && bound <= 0;
  }

  String text() {
    return switch (kind) {
      case DEFINED -> "defined(" + name + ")";
      case TRUTH -> name;
      case AT_LEAST -> comparison(">=", bound);
    };
  }

  String negatedText() {
    return switch (kind) {
      case DEFINED -> "!" + text();
      case TRUTH -> isOperand() ? "!" + name : "!(" + name + ")";
      case AT_LEAST -> comparison("<", bound);
    };
  }

  String comparison(String operator, long with) {
    return name + " " + operator + " " + VersionCode.write(name, with);
  }

  /** Whether it can be negated without parentheses: a name or a call. */
  private boolean isOperand() {
    int depth = 0;
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      depth += c == '(' ? 1 : c == ')' ? -1 : 0;
      if (depth == 0 && c != ')' && !Character.isLetterOrDigit(c) && c != '_' && c != '$') {
        return false;
      }
    }
    return true;
  }

  @Override
  public int compareTo(Atom other) {
    int names = name.compareTo(other.name);
    if (names != 0) {
      return names;
    }
    int kinds = kind.compareTo(other.kind);
    return kinds != 0 ? kinds : Long.compare(bound, other.bound);
  }
}
