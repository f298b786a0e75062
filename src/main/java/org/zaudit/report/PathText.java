package org.zaudit.report;

import java.util.List;
import java.util.Locale;
import org.zaudit.audit.EventLine;

/**
 * The path of a finding as compilers show it: the source lines in the order of execution, a caret
 * under the column, the step's number, kind and note beside the caret.
 */
final class PathText {
  /** With less room than this beside a caret, a long note goes below it. */
  private static final int NARROW = 36;

  private final Page page;
  private final int indent;
  private final int gutter;
  private final int margin;
  private final int room;

  private PathText(Page page, int indent, List<EventLine> events) {
    this.page = page;
    this.indent = indent;
    this.gutter =
        events.stream().mapToInt(e -> Integer.toString(e.line()).length()).max().orElse(1);
    this.margin = events.stream().mapToInt(e -> SourceLine.indentation(e.source())).min().orElse(0);
    this.room = Page.WIDTH - indent - gutter - 3;
  }

  /**
   * Writes the steps, indented; nothing when there are none. Steps in the given function need no
   * word of where they are.
   */
  static void write(Page page, int indent, String file, String function, List<EventLine> events) {
    var text = new PathText(page, indent, events);
    String place = file + " in " + function;
    int shown = 0;
    for (int i = 0; i < events.size(); i++) {
      EventLine event = events.get(i);
      String here = event.file() + " in " + event.function();
      if (!here.equals(place)) {
        text.enter(here);
        place = here;
        shown = 0;
      }
      SourceLine line = SourceLine.of(event.source(), event.column(), text.margin, text.room);
      if (event.line() != shown) {
        text.source(event.line(), line);
        shown = event.line();
      }
      text.step(i + 1, event, line.caret());
    }
  }

  private void enter(String place) {
    page.line(
        " ".repeat(indent + gutter)
            + page.paint(Style.GUTTER, "--> ")
            + page.paint(Style.PLACE, Printable.of(place)));
  }

  private void source(int number, SourceLine line) {
    String head = String.format(Locale.ROOT, "%" + gutter + "d |", number);
    page.line(" ".repeat(indent) + page.paint(Style.GUTTER, head) + " " + line.code());
  }

  private void step(int number, EventLine event, int column) {
    String bar = " ".repeat(indent + gutter + 1) + page.paint(Style.GUTTER, "|") + " ";
    String under = bar + " ".repeat(column) + page.paint(Style.CARET, "^");
    String label = number + ". " + event.kind().name().toLowerCase(Locale.ROOT);
    String words = event.note().isEmpty() ? label : label + ": " + Printable.of(event.note());
    int beside = room - column - 2;
    if (beside >= NARROW || beside >= Printable.width(words)) {
      note(under + " ", bar + " ".repeat(column + 2), beside, words);
    } else {
      page.line(under);
      note(bar + "  ", bar + "  ", room - 2, words);
    }
  }

  private void note(String first, String following, int width, String words) {
    String head = first;
    for (String line : Page.wrap(words, width, width)) {
      page.line(head + line);
      head = following;
    }
  }
}
