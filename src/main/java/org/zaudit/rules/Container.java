package org.zaudit.rules;

import java.util.List;

/**
 * An array in a structure that owns a reference in each slot below its count.
 *
 * @param array member path below the structure: {@code [uio_dio, pages]}
 * @param count member path of the number of slots filled
 * @param resource what each slot owns
 */
public record Container(List<String> array, List<String> count, String resource) {}
