package org.zaudit.analysis;

/** What C and Unix say of names whose definition lies in headers that the tree does not hold. */
final class Constants {
  private Constants() {}

  /** POSIX, errno.h: the error numbers are positive and distinct. */
  static boolean isErrorNumber(String name) {
    return name.length() > 2 && name.charAt(0) == 'E' && isCapitals(name, 1, false);
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
}
