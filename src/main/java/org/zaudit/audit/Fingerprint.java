package org.zaudit.audit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.zaudit.analysis.Finding;

/**
 * Names a finding so that it is the same when lines move. Part of the public format: never change
 * it.
 */
final class Fingerprint {
  private Fingerprint() {}

  /**
   * 16 hex digits.
   *
   * @param ordinal which of those that agree in all else, in the order of the source, counted from
   *     0
   * @param exit which of the ways out on which it shows, likewise
   */
  static String of(Finding finding, String function, int ordinal, int exit) {
    String text =
        String.join(
            "\0",
            finding.rule(),
            finding.check().id(),
            function,
            finding.identity(),
            finding.callee(),
            Integer.toString(ordinal) + (exit == 0 ? "" : "\0" + exit));
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
