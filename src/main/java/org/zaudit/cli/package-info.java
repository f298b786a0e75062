@NullMarked
package org.zaudit.cli;

import org.jspecify.annotations.NullMarked;
