package org.zaudit.syntax;

/**
 * A type as far as the analysis needs it.
 *
 * @param base specifiers without qualifiers and attributes, blanks folded: {@code struct page},
 *     {@code zfs_uio_t}, {@code unsigned long}
 * @param pointers depth of indirection: 1 for {@code T *}
 * @param array true for {@code T x[...]}
 * @param function true for function and function-pointer types
 * @param isStatic storage class static (declarations only)
 */
public record TypeName(
    String base, int pointers, boolean array, boolean function, boolean isStatic) {}
