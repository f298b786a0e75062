@NullMarked
package org.zaudit.analysis;

import org.jspecify.annotations.NullMarked;
