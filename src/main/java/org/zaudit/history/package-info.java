@NullMarked
package org.zaudit.history;

import org.jspecify.annotations.NullMarked;
