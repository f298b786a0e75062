package org.zaudit.analysis;

/** What can be wrong. The names are public (JSON, suppressions). */
public enum Check {
  LEAK("leak"),
  DOUBLE_RELEASE("double-release"),
  USE_AFTER_RELEASE("use-after-release"),
  MISMATCHED_RELEASE("mismatched-release"),
  STALE_ALIAS("stale-alias"),
  LOST_REFERENCE("lost-reference"),
  PARTIAL_ACQUIRE("partial-acquire"),
  UNACQUIRED_RELEASE("unacquired-release"),
  INCONSISTENT_PATHS("inconsistent-paths");

  private final String id;

  Check(String id) {
    this.id = id;
  }

  public String id() {
    return id;
  }
}
