package org.zaudit.syntax;

/** Says that a function is nested deeper than anything a person writes. Never leaves the room. */
final class TooDeep extends RuntimeException {
  private final int offset;

  /**
   * @param offset where the text passed the bound
   */
  TooDeep(int offset) {
    super("nested too deep", null, false, false);
    this.offset = offset;
  }

  int offset() {
    return offset;
  }
}
