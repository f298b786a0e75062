@NullMarked
package org.zaudit.syntax;

import org.jspecify.annotations.NullMarked;
