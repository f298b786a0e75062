/**
 * The syntax of what stands behind {@code #if}, as a tree; what it means is said in the package
 * above.
 */
@NullMarked
package org.zaudit.source.condition;

import org.jspecify.annotations.NullMarked;
