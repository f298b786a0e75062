package org.zaudit.syntax;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What C programmers mean by the shape of a name. No declarations are at hand, and these habits are
 * hardly ever broken.
 */
final class Habits {
  /** Types of the standard library and of old systems that do not end in {@code _t}. */
  private static final Set<String> TYPES =
      Set.of("FILE", "DIR", "va_list", "jmp_buf", "uchar", "ushort", "uint", "ulong");

  /** {@code u8}, {@code __s32}, {@code __le64}. */
  private static final Pattern SIZED = Pattern.compile("(__)?(u|s|le|be)(8|16|32|64)");

  private static final Pattern LOOP = Pattern.compile("for_?each|(^|_)for_|foreach");

  private Habits() {}

  static boolean isType(String name) {
    return name.endsWith("_t") && name.length() > 2
        || TYPES.contains(name)
        || name.length() <= 6 && SIZED.matcher(name).matches();
  }

  /**
   * {@code __user}, {@code __maybe_unused}: reserved words of compilers and kernels that say how,
   * not what.
   */
  static boolean isReservedWord(String name) {
    return name.startsWith("__") && !isType(name);
  }

  /** {@code NORETURN}: no letter is small. */
  static boolean isConstant(String name) {
    return name.length() > 1 && name.chars().noneMatch(Character::isLowerCase);
  }

  static boolean isLoop(String name) {
    return LOOP.matcher(name.toLowerCase(Locale.ROOT)).find();
  }
}
