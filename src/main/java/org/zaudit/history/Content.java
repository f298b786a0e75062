package org.zaudit.history;

/** The bytes of a blob, or why there are none. */
public sealed interface Content {
  // No copy of every blob: whoever reads it leaves it as it is.
  @SuppressWarnings("ArrayRecordComponent")
  record Bytes(byte[] bytes) implements Content {}

  /** More bytes than {@link BlobReader#LIMIT}. */
  record TooLarge(long size) implements Content {}

  /** Missing or damaged. */
  record Unreadable(String reason) implements Content {}
}
