package org.zaudit.syntax;

import java.util.regex.Pattern;

/**
 * A type as far as the analysis needs it.
 *
 * @param base specifiers without qualifiers and attributes, blanks folded: {@code struct page},
 *     {@code zfs_uio_t}, {@code unsigned long}
 * @param pointers depth of indirection: 1 for {@code T *}
 * @param array true for {@code T x[...]}
 * @param function true for function and function-pointer types
 * @param isStatic storage class static (declarations only)
 * @param isConst the base is const: {@code const T *} points to what is not changed through it
 */
public record TypeName(
    String base, int pointers, boolean array, boolean function, boolean isStatic, boolean isConst) {
  /** Integers that are not wide enough for a pointer, or are not used for one. */
  private static final Pattern NUMBER =
      Pattern.compile(
          "(u_?)?int(8|16|32|64|max)?(_t)?|unsigned( int)?|s?size_t|[us](8|16|32|64)"
              + "|bool|boolean_t|char|uchar_t|u?short_t|short|enum \\w+|l?off_t|u?_?longlong_t|hrtime_t");

  /** True of what is a number and no pointer in disguise. */
  public boolean isNumber() {
    return pointers == 0 && !array && !function && NUMBER.matcher(base).matches();
  }

  /** True of {@code void *}. */
  public boolean isUntyped() {
    return pointers == 1 && base.equals("void") && !array && !function;
  }

  /** True of {@code void} itself, not of a pointer to anything. */
  public boolean isVoid() {
    return pointers == 0 && base.equals("void");
  }
}
