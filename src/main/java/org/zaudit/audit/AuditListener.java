package org.zaudit.audit;

/** Hears how an audit gets on. */
@FunctionalInterface
public interface AuditListener {
  /**
   * So far has the audit got. Called often, from one thread at a time; must be quick.
   *
   * @param commits done
   * @param total of commits, tags' own included; 0 while it is not known
   * @param findings so far, before any choice of what is shown
   */
  void progress(int commits, int total, int findings);

  /** Hears and says nothing. */
  static AuditListener silent() {
    return (_, _, _) -> {};
  }
}
