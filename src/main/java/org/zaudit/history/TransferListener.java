package org.zaudit.history;

/** Hears how a clone or fetch gets on. */
@FunctionalInterface
public interface TransferListener {
  /**
   * A step has got this far.
   *
   * @param step what git calls it ("Receiving objects")
   * @param total 0 when it is not known
   */
  void progress(String step, int done, int total);

  /** Hears and says nothing. */
  static TransferListener silent() {
    return (_, _, _) -> {};
  }
}
