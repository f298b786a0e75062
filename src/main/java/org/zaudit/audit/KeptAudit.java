package org.zaudit.audit;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.zaudit.audit.store.Codec;
import org.zaudit.audit.store.Store;
import org.zaudit.history.Commit;
import org.zaudit.history.Selection;
import org.zaudit.history.Tag;
import org.zaudit.source.ChunkText;

/** The audit of an earlier run, which is that of this one when both were asked the same. */
final class KeptAudit {
  private static final Codec<Audit> CODEC = Codec.of(Audit.class);

  private final Store store;
  private final ChunkText.Digest key;

  private KeptAudit(Store store, ChunkText.Digest key) {
    this.store = store;
    this.key = key;
  }

  /**
   * Of these commits, side lines and tags. The ids of commits say what their trees hold; that the
   * parents are named too sees to replaced, grafted and shallow histories.
   */
  static KeptAudit of(
      Store store,
      String name,
      AuditRequest request,
      Selection range,
      SideLines side,
      List<Tag> tags) {
    var asked = new StringBuilder("audit of ").append(name).append('\n');
    asked.append(request.paths()).append(range.heads()).append(range.starts()).append('\n');
    append(asked, range.commits());
    append(asked, side.commits());
    tags.forEach(tag -> asked.append(tag).append('\n'));
    byte[] bytes = asked.toString().getBytes(StandardCharsets.UTF_8);
    return new KeptAudit(store, ChunkText.Digest.of(bytes));
  }

  private static void append(StringBuilder asked, List<Commit> commits) {
    for (Commit commit : commits) {
      asked.append(commit.id());
      commit.parents().forEach(parent -> asked.append(' ').append(parent));
      asked.append('\n');
    }
    asked.append('\n');
  }

  Optional<Audit> find() {
    for (ByteBuffer bytes : store.get(key)) {
      Optional<Audit> audit = CODEC.decode(bytes);
      if (audit.isPresent()) {
        return audit;
      }
    }
    return Optional.empty();
  }

  void keep(Audit audit) {
    CODEC.encode(audit).ifPresent(bytes -> store.put(key, bytes));
  }
}
