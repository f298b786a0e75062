package org.zaudit.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Optional;
import org.zaudit.audit.Baseline;
import org.zaudit.audit.Life;
import picocli.CommandLine.Option;

/** Findings that are known, and not to be shown. */
final class BaselineOptions {
  @Option(
      names = "--baseline",
      paramLabel = "FILE",
      description = "do not show the findings listed there")
  private Optional<Path> known = Optional.empty();

  @Option(
      names = "--write-baseline",
      paramLabel = "FILE",
      description = "list there what stands now, known or not")
  private Optional<Path> written = Optional.empty();

  /** What is listed; empty when no file was named. */
  Optional<Baseline> known() {
    return known.map(BaselineFile::read);
  }

  /**
   * The file to write, if any.
   *
   * @throws org.zaudit.rules.UserError at once when it cannot be written
   */
  Optional<Output> output() {
    return written.map(file -> Output.to(Optional.of(file)));
  }

  static void write(Optional<Output> output, Collection<Life> findings) throws IOException {
    if (output.isPresent()) {
      Baseline baseline = Baseline.of(findings);
      output.get().write(out -> BaselineFile.write(baseline, out));
    }
  }
}
