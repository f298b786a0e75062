package org.zaudit.history;

import java.util.List;

/** A change that someone wants to make: what a gate decides about. */
public sealed interface Proposal {
  /** What one revision has that another lacks, as in a pull request. */
  record Range(String base, String head) implements Proposal {}

  /** What would be committed: the index compared with HEAD. */
  record Staged() implements Proposal {}

  /** The files of the work tree that git knows, compared with HEAD. */
  record WorkTree() implements Proposal {}

  /**
   * Patches, one after the other, on top of a revision.
   *
   * @param strip leading components of paths to take off, as {@code git apply -p} does
   */
  record Patches(String base, List<Text> texts, int strip) implements Proposal {
    public Patches {
      texts = List.copyOf(texts);
    }
  }

  /**
   * A diff, a mail, or a mailbox of them.
   *
   * @param name of the file, for messages
   */
  @SuppressWarnings("ArrayRecordComponent") // read only, and possibly large
  record Text(String name, byte[] bytes) {
    /** Larger ones are made to exhaust us: the largest import that OpenZFS ever made is 8 MB. */
    public static final int LIMIT = 64 << 20;
  }
}
