package org.zaudit.cli;

/** What the program's exit codes mean; scripts depend on them. */
final class ExitCode {
  /** Ran; nothing that fails. */
  static final int OK = 0;

  /** Ran, and found what the caller asked to fail on. */
  static final int FOUND = 1;

  /** Could not run; standard output is empty, and the output file as it was. */
  static final int USAGE = 2;

  /** Ran, but not everything could be read. */
  static final int INCOMPLETE = 3;

  /** A bug of this program ({@code EX_SOFTWARE} of BSD's sysexits). */
  static final int BUG = 70;

  /** Nobody reads standard output any more: what a shell says of a program that SIGPIPE ended. */
  static final int BROKEN_PIPE = 141;

  private ExitCode() {}
}
