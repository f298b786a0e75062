@NullMarked
package org.zaudit.report;

import org.jspecify.annotations.NullMarked;
