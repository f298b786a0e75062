package org.zaudit.syntax;

import org.antlr.v4.runtime.Token;

/** Says that a function is nested deeper than anything a person writes. Never leaves the room. */
final class TooDeep extends RuntimeException {
  private final transient Token at;

  /**
   * @param at where the text passed the bound
   */
  TooDeep(Token at) {
    super("nested too deep", null, false, false);
    this.at = at;
  }

  Token at() {
    return at;
  }
}
