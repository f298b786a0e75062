package org.zaudit.source;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Numbers that stand for versions. Their headers lie outside of the tree, so their macros are known
 * here: which numbers they make, and which names are compared with them.
 */
enum VersionCode {
  LINUX("LINUX_VERSION_CODE", "KERNEL_VERSION", 3),
  RHEL("RHEL_RELEASE_CODE", "RHEL_RELEASE_VERSION", 2);

  private static final Pattern CALL = Pattern.compile("(\\w+)\\(([0-9,]+)\\)");

  private final String code;
  private final String macro;
  private final int parts;

  VersionCode(String code, String macro, int parts) {
    this.code = code;
    this.macro = macro;
    this.parts = parts;
  }

  /**
   * The number that a call of such a macro yields; empty for other calls. Since 4.9.256 a part of
   * 255 stands for all above.
   */
  static OptionalLong evaluate(String function, String arguments) {
    for (VersionCode version : values()) {
      String[] numbers = arguments.split(",", -1);
      if (version.macro.equals(function) && numbers.length == version.parts) {
        return version.combine(numbers);
      }
    }
    return OptionalLong.empty();
  }

  private OptionalLong combine(String[] numbers) {
    long result = 0;
    for (int i = 0; i < parts; i++) {
      if (!numbers[i].matches("[0-9]{1,5}")) {
        return OptionalLong.empty();
      }
      long part = Long.parseLong(numbers[i]);
      result = (result << 8) + (i > 0 ? Math.min(part, 255) : part);
    }
    return OptionalLong.of(result);
  }

  /** The number as one writes it in a comparison with this name. */
  static String write(String comparedName, long number) {
    for (VersionCode version : values()) {
      if (version.code.equals(comparedName)
          && number >= 1L << 8 * (version.parts - 1)
          && number < 1L << 32) {
        return version.spell(number);
      }
    }
    return Long.toString(number);
  }

  private String spell(long number) {
    StringBuilder text = new StringBuilder(macro).append('(').append(number >> 8 * (parts - 1));
    for (int shift = 8 * (parts - 2); shift >= 0; shift -= 8) {
      text.append(',').append(number >> shift & 255);
    }
    return text.append(')').toString();
  }

  /** The inverse of {@link #write}. */
  static OptionalLong read(String number) {
    if (number.matches("-?[0-9]{1,18}")) {
      return OptionalLong.of(Long.parseLong(number));
    }
    return Optional.of(CALL.matcher(number))
        .filter(Matcher::matches)
        .map(call -> evaluate(call.group(1), call.group(2)))
        .orElse(OptionalLong.empty());
  }
}
