@NullMarked
package org.zaudit.rules;

import org.jspecify.annotations.NullMarked;
