package org.zaudit.audit;

import org.zaudit.analysis.Event;

/**
 * A step of a finding's path, with the source line it stands on.
 *
 * @param line counted from 1
 * @param column counted from 1 in UTF-16 units of {@code source}; a tab counts one
 * @param source the whole line as it stands in the file, indentation kept, without its line end
 * @param note why this step matters
 */
public record EventLine(
    Event.Kind kind,
    String file,
    String function,
    int line,
    int column,
    String source,
    String note) {}
