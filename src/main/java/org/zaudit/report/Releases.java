package org.zaudit.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A list of tags, short enough to read. Neighbours that differ by one in their last number are
 * drawn together ({@code zfs-2.3.0-rc1..rc3}); of a list that stays long only the ends are shown,
 * with the count.
 */
final class Releases {
  /** More items than these do not fit into two lines. */
  private static final int SHOWN = 8;

  /** A last number that fits an int, with what stands before it. */
  private static final Pattern NUMBERED = Pattern.compile("(.*?)(0|[1-9][0-9]{0,8})");

  private Releases() {}

  static String summary(List<String> tags) {
    List<String> items = runs(tags);
    String count =
        tags.size() == 1 ? "" : String.format(Locale.ROOT, " (%,d releases)", tags.size());
    if (items.size() <= SHOWN) {
      return String.join(", ", items) + count;
    }
    int half = SHOWN / 2;
    return String.join(", ", items.subList(0, half))
        + ", ..., "
        + String.join(", ", items.subList(items.size() - half, items.size()))
        + count;
  }

  private static List<String> runs(List<String> tags) {
    var items = new ArrayList<String>();
    for (int first = 0; first < tags.size(); ) {
      int last = first;
      while (last + 1 < tags.size() && follows(tags.get(last), tags.get(last + 1))) {
        last++;
      }
      if (last - first < 2) {
        last = first;
        items.add(tags.get(first));
      } else {
        items.add(tags.get(first) + ".." + tail(tags.get(last)));
      }
      first = last + 1;
    }
    return items;
  }

  private static boolean follows(String tag, String next) {
    Matcher a = NUMBERED.matcher(tag);
    Matcher b = NUMBERED.matcher(next);
    return a.matches()
        && b.matches()
        && a.group(1).equals(b.group(1))
        && Integer.parseInt(a.group(2)) + 1 == Integer.parseInt(b.group(2));
  }

  /** What of a tag is worth repeating: from its last hyphen on ({@code rc3}), or all of it. */
  private static String tail(String tag) {
    int hyphen = tag.lastIndexOf('-');
    return hyphen > 0 && Character.isLetter(tag.codePointAt(hyphen + 1))
        ? tag.substring(hyphen + 1)
        : tag;
  }
}
