@NullMarked
package org.zaudit.source;

import org.jspecify.annotations.NullMarked;
