package org.zaudit.cli;

/** Whether to do what is meant for terminals only. */
enum When {
  AUTO("auto"),
  ALWAYS("always"),
  NEVER("never");

  private final String id;

  When(String id) {
    this.id = id;
  }

  String id() {
    return id;
  }

  /** The answer, where {@code AUTO} leaves it to this condition. */
  boolean holds(boolean condition) {
    return switch (this) {
      case AUTO -> condition;
      case ALWAYS -> true;
      case NEVER -> false;
    };
  }
}
