@NullMarked
package org.zaudit.triage;

import org.jspecify.annotations.NullMarked;
