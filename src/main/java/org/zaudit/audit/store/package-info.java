/**
 * Keeps values between runs: what is read is what was written, or nothing. Knows neither commits
 * nor findings.
 */
@NullMarked
package org.zaudit.audit.store;

import org.jspecify.annotations.NullMarked;
