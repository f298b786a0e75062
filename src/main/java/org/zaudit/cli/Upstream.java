package org.zaudit.cli;

import java.util.List;
import java.util.Optional;
import org.zaudit.audit.Audit;
import org.zaudit.audit.AuditRequest;
import org.zaudit.audit.UpstreamFixes;
import org.zaudit.history.History;
import org.zaudit.history.RepositoryRequest;
import org.zaudit.rules.UserError;

/** The repository that a fork was made of, if one is named. */
final class Upstream implements AutoCloseable {
  private final Optional<History> history;
  private final String name;

  private Upstream(Optional<History> history, String name) {
    this.history = history;
    this.name = name;
  }

  static Upstream open(Optional<RepositoryRequest> request, ProgressLine progress) {
    Optional<History> history = request.map(there -> History.open(there, progress::transfer));
    return new Upstream(history, request.flatMap(RepositoryRequest::repository).orElse(""));
  }

  List<History> histories() {
    return history.stream().toList();
  }

  /** The audit, with what was done upstream about its findings. */
  Audit name(Audit audit, History both, AuditRequest request, ProgressLine progress) {
    if (history.isEmpty()) {
      return audit;
    }
    String head =
        history
            .get()
            .head()
            .orElseThrow(() ->
                new UserError(
                    "has no commits", name, "give the repository that this is a fork of"));
    return UpstreamFixes.name(audit, both, head, request, progress::audit);
  }

  @Override
  public void close() {
    history.ifPresent(History::close);
  }
}
