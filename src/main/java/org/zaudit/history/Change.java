package org.zaudit.history;

/** What a commit did to one C or header file, compared with another tree. */
public sealed interface Change {
  String path();

  /** The file is there, new or with new bytes. */
  record Put(String path, String blob) implements Change {}

  /** The file is no longer there. */
  record Gone(String path) implements Change {}
}
