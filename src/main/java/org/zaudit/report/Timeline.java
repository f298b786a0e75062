package org.zaudit.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.zaudit.audit.Audit;
import org.zaudit.audit.CommitInfo;
import org.zaudit.audit.Life;

/**
 * The findings of an audit, told commit by commit.
 *
 * @param before what already stood where the range starts
 * @param chapters the commits that brought something in or ended something, oldest first
 */
record Timeline(List<Life> before, List<Chapter> chapters) {
  private static final Comparator<Chapter> OLDEST_FIRST =
      Comparator.comparing((Chapter c) -> c.commit().date().toInstant())
          .thenComparing(c -> c.commit().commit());

  /**
   * What one commit did.
   *
   * @param introduced brought into being, as far as the range shows
   * @param repeated brought in on another line of history than the one that has the findings' story
   */
  record Chapter(
      CommitInfo commit,
      List<Life> introduced,
      List<Life> repeated,
      List<Life> fixed,
      List<Life> vanished) {}

  static Timeline of(Audit audit) {
    Map<String, Chapter> chapters = new LinkedHashMap<>();
    var before = new ArrayList<Life>();
    for (Life life : audit.findings()) {
      life.introduced()
          .ifPresentOrElse(
              i -> chapter(chapters, i.commit()).introduced().add(life), () -> before.add(life));
      life.introductions().forEach(i -> chapter(chapters, i.commit()).repeated().add(life));
      life.fixed().forEach(commit -> chapter(chapters, commit).fixed().add(life));
      life.vanished().forEach(commit -> chapter(chapters, commit).vanished().add(life));
    }
    return new Timeline(before, chapters.values().stream().sorted(OLDEST_FIRST).toList());
  }

  private static Chapter chapter(Map<String, Chapter> chapters, CommitInfo commit) {
    return chapters.computeIfAbsent(
        commit.commit(),
        _ ->
            new Chapter(
                commit,
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>()));
  }
}
