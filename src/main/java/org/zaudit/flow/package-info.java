@NullMarked
package org.zaudit.flow;

import org.jspecify.annotations.NullMarked;
