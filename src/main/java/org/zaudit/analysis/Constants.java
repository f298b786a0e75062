package org.zaudit.analysis;

import java.util.regex.Pattern;

/** What C and Unix say of names whose definition lies in headers that the tree does not hold. */
final class Constants {
  private static final Pattern ERROR_NUMBER = Pattern.compile("E[A-Z0-9]{2,}");
  private static final Pattern CONSTANT = Pattern.compile("[A-Z_][A-Z0-9_]+");

  private Constants() {}

  /** POSIX, errno.h: the error numbers are positive and distinct. */
  static boolean isErrorNumber(String name) {
    return ERROR_NUMBER.matcher(name).matches();
  }

  /** By the habit of C, a name in capitals is a macro or an enumerator. */
  static boolean looksConstant(String name) {
    return CONSTANT.matcher(name).matches();
  }
}
