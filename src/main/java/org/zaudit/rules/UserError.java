package org.zaudit.rules;

/**
 * An error that the user caused and can mend: what is wrong, where, what to do. The program prints
 * it on one line and exits with 2.
 */
public final class UserError extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public UserError(String what, String where, String remedy) {
    super(where.isEmpty() ? what + "; " + remedy : where + ": " + what + "; " + remedy);
  }
}
