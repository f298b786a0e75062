package org.zaudit.cli;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What is analysed, by which rules, with how many threads, and whether a gap is a failure. */
final class AnalysisOptions {
  @Option(
      names = "--rules",
      paramLabel = "RULES",
      description = "a built-in rule, file or folder; repeatable (default: all built-in)")
  private List<String> rules = new ArrayList<>();

  @Option(
      names = "--path",
      paramLabel = "GLOB",
      description = "only these files, as in .gitignore; repeatable (default: rules say)")
  private List<String> paths = new ArrayList<>();

  @Option(names = "--strict", description = "exit 3 when something could not be analysed or read")
  private boolean strict;

  @Option(
      names = "--jobs",
      paramLabel = "N",
      description = "worker threads (default: number of cores)")
  private int jobs = Runtime.getRuntime().availableProcessors();

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  List<String> rules() {
    return rules;
  }

  List<String> paths() {
    return paths;
  }

  boolean isStrict() {
    return strict;
  }

  /** At least 1. */
  int jobs() {
    if (jobs < 1) {
      throw new ParameterException(
          spec.commandLine(), "invalid value for option '--jobs': it takes at least 1 thread");
    }
    return jobs;
  }
}
