@NullMarked
package org.zaudit.audit;

import org.jspecify.annotations.NullMarked;
