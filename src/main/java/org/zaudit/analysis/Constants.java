package org.zaudit.analysis;

import java.util.Optional;
import java.util.regex.Pattern;

/** What C and Unix say of names whose definition lies in headers that the tree does not hold. */
final class Constants {
  private Constants() {}

  /** POSIX, errno.h: the error numbers are positive and distinct. */
  static boolean isErrorNumber(String name) {
    return name.length() > 2 && name.charAt(0) == 'E' && isCapitals(name, 1, false);
  }

  /** C, errno.h: set to an error number by what fails, and never to zero. */
  static boolean isErrorVariable(String name) {
    return name.equals("errno");
  }

  private static final Pattern LIMIT =
      Pattern.compile(
          "(U?INT(8|16|32|64|PTR|MAX)?|U?LL?ONG|U?LONGLONG|S?SIZE|[SU]?CHAR|U?SHRT)_(MAX|MIN)");

  /**
   * Names that mean the same whatever header defines them: what they are worth here or there makes
   * no two numbers of one, nor one of two.
   */
  static boolean isOfC(String name) {
    return switch (name) {
      case "NULL", "true", "false", "TRUE", "FALSE", "B_TRUE", "B_FALSE" -> true;
      default -> isErrorNumber(name) || LIMIT.matcher(name).matches();
    };
  }

  /** By the habit of C, a name in capitals is a macro or an enumerator. */
  static boolean looksConstant(String name) {
    return name.length() > 1
        && (isCapital(name.charAt(0)) || name.charAt(0) == '_')
        && isCapitals(name, 1, true);
  }

  private static boolean isCapitals(String name, int from, boolean underscores) {
    for (int i = from; i < name.length(); i++) {
      char c = name.charAt(i);
      if (!isCapital(c) && !(c >= '0' && c <= '9') && !(underscores && c == '_')) {
        return false;
      }
    }
    return true;
  }

  private static boolean isCapital(char c) {
    return c >= 'A' && c <= 'Z';
  }

  /**
   * The value of a name that is no variable.
   *
   * @param function in which it stands
   * @return empty when it may be a global variable
   */
  static Optional<Symbol> value(String name, String function) {
    return switch (name) {
      case "NULL", "false", "FALSE", "B_FALSE" -> Optional.of(Symbol.Constant.ZERO);
      case "true", "TRUE", "B_TRUE" -> Optional.of(Symbol.Constant.ONE);
      case "__func__", "__FUNCTION__" -> Optional.of(new Symbol.Text(function));
      default -> looksConstant(name) ? Optional.of(new Symbol.Named(name)) : Optional.empty();
    };
  }
}
