package org.zaudit.cli;

import org.zaudit.audit.Life;

/** The findings that a report shows, by how they stand. */
enum Shown {
  OPEN("open"),
  FIXED("fixed"),
  VANISHED("vanished"),
  ALL("all");

  private final String id;

  Shown(String id) {
    this.id = id;
  }

  String id() {
    return id;
  }

  boolean shows(Life.State state) {
    return switch (this) {
      case OPEN -> state == Life.State.OPEN;
      case FIXED -> state == Life.State.FIXED;
      case VANISHED -> state == Life.State.VANISHED;
      case ALL -> true;
    };
  }
}
