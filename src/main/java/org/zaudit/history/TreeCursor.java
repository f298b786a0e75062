package org.zaudit.history;

import java.nio.charset.StandardCharsets;
import org.eclipse.jgit.lib.ObjectId;

/**
 * Goes through the entries of a raw tree object. Trusts nothing: JGit's own parser runs out of its
 * array when a tree is cut short.
 */
final class TreeCursor {
  private static final int ID_LENGTH = 20;
  private static final int TYPE_MASK = 0170000;
  private static final int FOLDER = 0040000;
  private static final int FILE = 0100000;

  private final byte[] bytes;
  private int mode;
  private int nameStart;
  private int nameEnd;
  private boolean atEnd;

  /** Stands on the first entry. */
  TreeCursor(byte[] bytes) throws MalformedTree {
    this.bytes = bytes;
    enter(0);
  }

  boolean atEnd() {
    return atEnd;
  }

  void next() throws MalformedTree {
    enter(nameEnd + 1 + ID_LENGTH);
  }

  boolean isFolder() {
    return (mode & TYPE_MASK) == FOLDER;
  }

  /** A regular file whose name ends in {@code .c} or {@code .h}: no symbolic link, no submodule. */
  boolean isSource() {
    if ((mode & TYPE_MASK) != FILE || nameEnd - nameStart < 3 || bytes[nameEnd - 2] != '.') {
      return false;
    }
    byte last = bytes[nameEnd - 1];
    return last == 'c' || last == 'h';
  }

  String name() {
    return new String(bytes, nameStart, nameEnd - nameStart, StandardCharsets.UTF_8);
  }

  ObjectId id() {
    return ObjectId.fromRaw(bytes, nameEnd + 1);
  }

  /** Same object, same kind of entry. */
  boolean sameContent(TreeCursor other) {
    if ((mode & TYPE_MASK) != (other.mode & TYPE_MASK)) {
      return false;
    }
    return java.util.Arrays.equals(
        bytes,
        nameEnd + 1,
        nameEnd + 1 + ID_LENGTH,
        other.bytes,
        other.nameEnd + 1,
        other.nameEnd + 1 + ID_LENGTH);
  }

  /** Git's order: byte by byte, as if the name of a folder ended in a slash. */
  int compareName(TreeCursor other) {
    int length = Math.min(nameEnd - nameStart, other.nameEnd - other.nameStart);
    for (int i = 0; i < length; i++) {
      int difference = (bytes[nameStart + i] & 0xff) - (other.bytes[other.nameStart + i] & 0xff);
      if (difference != 0) {
        return difference;
      }
    }
    return byteAfter(length) - other.byteAfter(length);
  }

  private int byteAfter(int length) {
    if (nameStart + length < nameEnd) {
      return bytes[nameStart + length] & 0xff;
    }
    return isFolder() ? '/' : 0;
  }

  private void enter(int start) throws MalformedTree {
    atEnd = start == bytes.length;
    if (atEnd) {
      return;
    }
    int at = start;
    mode = 0;
    while (at < bytes.length && bytes[at] >= '0' && bytes[at] <= '7') {
      mode = mode << 3 | bytes[at++] - '0';
    }
    nameStart = at + 1;
    nameEnd = nameStart;
    while (nameEnd < bytes.length && bytes[nameEnd] != 0) {
      nameEnd++;
    }
    if (at == start || nameEnd == nameStart || nameEnd + 1 + ID_LENGTH > bytes.length) {
      throw new MalformedTree();
    }
  }

  /** The bytes are no tree. */
  static final class MalformedTree extends Exception {
    private static final long serialVersionUID = 1L;

    MalformedTree() {
      super("not a tree");
    }
  }
}
