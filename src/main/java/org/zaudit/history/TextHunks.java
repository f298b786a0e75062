package org.zaudit.history;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.eclipse.jgit.diff.RawText;
import org.eclipse.jgit.patch.HunkHeader;

/**
 * Applies hunks to a text by the rules of {@code git apply}: at the line that the head names, or
 * where the same lines stand nearest to it; whole, or not at all. A hunk that starts at line 1 fits
 * at the beginning only, one without lines below its changes at the end only. Takes time that is
 * linear in the text and the hunks, but for the search, which is bounded.
 */
final class TextHunks {
  /**
   * A second's work. A search that takes more is of lines that are all alike, made to take long.
   */
  private static final long MOST_COMPARISONS = 100_000_000;

  /** In shorter lines than these a file is too large to be analysed at all. */
  private static final int MOST_LINES = BlobReader.LIMIT / 2;

  private final Lines old;
  private final boolean ignoresCarriage;
  private final ByteArrayOutputStream out;
  private long comparisons;
  private int cursor;
  private int shift;

  private TextHunks(byte[] old) {
    this.old = Lines.of(old);
    this.ignoresCarriage = RawText.isCrLfText(old);
    this.out = new ByteArrayOutputStream(old.length + 1024);
  }

  /** Why a hunk cannot be applied. */
  static final class Misfit extends Exception {
    private static final long serialVersionUID = 1;

    Misfit(String message) {
      super(message);
    }
  }

  /** The text that the hunks make of this one. */
  static byte[] apply(byte[] old, List<? extends HunkHeader> hunks) throws Misfit {
    var text = new TextHunks(old);
    for (HunkHeader hunk : hunks) {
      text.apply(hunk);
    }
    text.copyTo(text.old.count());
    return text.out.toByteArray();
  }

  private void apply(HunkHeader hunk) throws Misfit {
    List<Line> lines = lines(hunk);
    List<Line> image = lines.stream().filter(line -> line.kind != '+').toList();
    int named = Math.max(0, hunk.getOldImage().getStartLine() - (image.isEmpty() ? 0 : 1));
    boolean first = hunk.getOldImage().getStartLine() <= 1;
    boolean last = lines.isEmpty() || lines.getLast().kind != ' ';
    int at = place(image, named + shift, first, last);
    if (at < 0) {
      throw new Misfit("the hunk at line " + hunk.getOldImage().getStartLine() + " does not fit");
    }
    shift = at - named;
    copyTo(at);
    for (Line line : lines) {
      switch (line.kind) {
        case '+' -> add(line);
        case '-' -> cursor++;
        default -> copyTo(cursor + 1);
      }
    }
  }

  /** The line at which these stand, or -1. */
  private int place(List<Line> image, int wanted, boolean first, boolean last) throws Misfit {
    int end = old.count() - image.size();
    if (image.isEmpty() && old.count() > 0) {
      // It could stand anywhere.
      return -1;
    }
    if (first || last) {
      int at = first ? 0 : end;
      return at >= cursor && (!last || at == end) && stands(image, at) ? at : -1;
    }
    for (int distance = 0; wanted - distance >= cursor || wanted + distance <= end; distance++) {
      if (isFitting(image, wanted - distance, end)) {
        return wanted - distance;
      }
      if (isFitting(image, wanted + distance, end)) {
        return wanted + distance;
      }
    }
    return -1;
  }

  private boolean isFitting(List<Line> image, int at, int end) throws Misfit {
    return at >= cursor && at <= end && stands(image, at);
  }

  private boolean stands(List<Line> image, int at) throws Misfit {
    for (int i = 0; i < image.size(); i++) {
      if (++comparisons > MOST_COMPARISONS) {
        throw new Misfit("it takes too long to find where a hunk fits");
      }
      if (!isSame(image.get(i), at + i)) {
        return false;
      }
    }
    return true;
  }

  private boolean isSame(Line line, int number) {
    boolean ends = number < old.count() - 1 || old.endsInNewline();
    int from = old.start(number);
    int to = withoutCarriage(old.bytes, from, old.end(number));
    return line.ends == ends
        && Arrays.equals(
            line.bytes,
            line.from,
            withoutCarriage(line.bytes, line.from, line.to),
            old.bytes,
            from,
            to);
  }

  private int withoutCarriage(byte[] bytes, int from, int to) {
    return ignoresCarriage && to > from && bytes[to - 1] == '\r' ? to - 1 : to;
  }

  private void copyTo(int line) {
    if (line > cursor) {
      int from = old.start(cursor);
      int to = line < old.count() ? old.start(line) : old.bytes.length;
      out.write(old.bytes, from, to - from);
      cursor = line;
    }
  }

  private void add(Line line) {
    int to = withoutCarriage(line.bytes, line.from, line.to);
    out.write(line.bytes, line.from, to - line.from);
    if (line.ends) {
      if (ignoresCarriage) {
        out.write('\r');
      }
      out.write('\n');
    }
  }

  /**
   * A line of a hunk.
   *
   * @param kind a space, '+' or '-'
   * @param ends whether a line end follows it
   */
  @SuppressWarnings("ArrayRecordComponent") // a part of the patch
  private record Line(char kind, byte[] bytes, int from, int to, boolean ends) {}

  private static List<Line> lines(HunkHeader hunk) throws Misfit {
    byte[] bytes = hunk.getBuffer();
    List<Line> lines = new ArrayList<>();
    int at = nextLine(bytes, hunk.getStartOffset(), hunk.getEndOffset());
    while (at < hunk.getEndOffset()) {
      if (lines.size() == MOST_LINES) {
        throw new Misfit("a hunk has more than " + MOST_LINES + " lines");
      }
      int next = nextLine(bytes, at, hunk.getEndOffset());
      int end = bytes[next - 1] == '\n' ? next - 1 : next;
      if (bytes[at] == '\\') {
        Line line = lines.isEmpty() ? null : lines.removeLast();
        if (line != null) {
          lines.add(new Line(line.kind, bytes, line.from, line.to, false));
        }
      } else {
        boolean isEmpty = bytes[at] == '\n' || bytes[at] == '\r';
        lines.add(
            new Line(isEmpty ? ' ' : (char) bytes[at], bytes, isEmpty ? at : at + 1, end, true));
      }
      at = next;
    }
    return lines;
  }

  private static int nextLine(byte[] bytes, int at, int end) {
    int next = at;
    while (next < end && bytes[next] != '\n') {
      next++;
    }
    return Math.min(end, next + 1);
  }

  /** Where the lines of a text start. */
  @SuppressWarnings("ArrayRecordComponent") // not shown to anybody
  private record Lines(byte[] bytes, int[] starts) {
    static Lines of(byte[] bytes) {
      int[] starts = new int[16];
      int count = 0;
      for (int at = 0; at < bytes.length; at = nextLine(bytes, at, bytes.length)) {
        starts = count == starts.length ? Arrays.copyOf(starts, 2 * count) : starts;
        starts[count++] = at;
      }
      return new Lines(bytes, Arrays.copyOf(starts, count));
    }

    int count() {
      return starts.length;
    }

    int start(int line) {
      return starts[line];
    }

    /** Without its line end. */
    int end(int line) {
      int next = line + 1 < starts.length ? starts[line + 1] : bytes.length;
      return bytes[next - 1] == '\n' ? next - 1 : next;
    }

    boolean endsInNewline() {
      return bytes.length == 0 || bytes[bytes.length - 1] == '\n';
    }
  }
}
