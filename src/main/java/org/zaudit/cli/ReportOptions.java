package org.zaudit.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.zaudit.report.Report;
import picocli.CommandLine.Option;

/** How a report looks and where it goes. */
final class ReportOptions {
  @Option(
      names = "--format",
      paramLabel = "F",
      converter = Choice.OfFormat.class,
      completionCandidates = Choice.OfFormat.class,
      description = "text, json, jsonl, sarif or github (default: text)")
  private Report.Format format = Report.Format.TEXT;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "written whole or not at all (default: standard output)")
  private Optional<Path> file = Optional.empty();

  @Option(
      names = "--color",
      paramLabel = "W",
      converter = Choice.OfWhen.class,
      completionCandidates = Choice.OfWhen.class,
      description = "auto, always or never; NO_COLOR is honoured (default: auto)")
  private When color = When.AUTO;

  @Option(
      names = "--progress",
      paramLabel = "W",
      converter = Choice.OfWhen.class,
      completionCandidates = Choice.OfWhen.class,
      description = "auto, always or never, on standard error (default: auto)")
  private When progress = When.AUTO;

  @Option(
      names = "--coverage",
      description = "also list what was looked at, and what could not be analysed")
  private boolean coverage;

  @Option(
      names = {"-q", "--quiet"},
      description = "no progress, no counts")
  private boolean quiet;

  boolean coverage() {
    return coverage;
  }

  Output output() {
    return Output.to(file);
  }

  ProgressLine progress(Map<String, String> environment) {
    if (quiet || !progress.holds(Terminal.isError())) {
      return ProgressLine.silent();
    }
    ProgressLine line = ProgressLine.on(System.err, Terminal.width(environment), System::nanoTime);
    // So that a terminal is left clean by an interrupt too.
    Runtime.getRuntime().addShutdownHook(new Thread(line::close));
    return line;
  }

  Report.Options report(Map<String, String> environment, Duration elapsed) {
    boolean welcome = file.isEmpty() && Terminal.isOutput() && Terminal.likesColor(environment);
    return new Report.Options(
        format, Main.build("version"), color.holds(welcome), coverage, quiet, Optional.of(elapsed));
  }
}
