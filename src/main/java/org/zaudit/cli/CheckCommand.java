package org.zaudit.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.zaudit.analysis.Confidence;
import org.zaudit.audit.Baseline;
import org.zaudit.audit.Check;
import org.zaudit.audit.CheckRequest;
import org.zaudit.audit.Notice;
import org.zaudit.history.History;
import org.zaudit.history.Proposal;
import org.zaudit.history.Proposed;
import org.zaudit.history.RepositoryRequest;
import org.zaudit.report.Report;
import org.zaudit.rules.Rules;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code zaudit check}: the gate before a change goes in. */
@Command(
    name = "check",
    header = "Check a change before it goes in: exit 1 when it brings something in.",
    customSynopsis = "zaudit check [--base REV [--head REV] | --staged | --worktree | PATCH...]",
    footer = {
      "",
      "Settings are read from .zaudit.yaml in the base of the change, and nothing is ever written",
      "to the repository.",
      "",
      "Examples:",
      "  zaudit check --base origin/master",
      "  git format-patch -1 --stdout | zaudit check --base HEAD^ -"
    })
final class CheckCommand extends Helpful implements Callable<Integer> {
  @Mixin private ProposalOptions change = new ProposalOptions();

  @Mixin private RepositoryOptions repository = new RepositoryOptions();

  @Mixin private AnalysisOptions analysis = new AnalysisOptions();

  @Option(
      names = "--confidence",
      paramLabel = "LEVEL",
      converter = Choice.OfConfidence.class,
      completionCandidates = Choice.OfConfidence.class,
      description = "lowest that counts: certain, likely or possible (default: likely)")
  private Optional<Confidence> confidence = Optional.empty();

  @Option(names = "--all-findings", description = "report also what stood before the change")
  private boolean everything;

  @Mixin private BaselineOptions baselines = new BaselineOptions();

  @Mixin private ReportOptions report = new ReportOptions();

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    Map<String, String> environment = System.getenv();
    Output output = report.output();
    long start = System.nanoTime();
    Check check = check(change.proposal(spec.commandLine()), environment);
    Duration elapsed = Duration.ofNanos(System.nanoTime() - start);
    Report.Options options = report.report(environment, elapsed);
    output.write(out -> Report.write(check, options, out));
    String summary = environment.getOrDefault("GITHUB_STEP_SUMMARY", "");
    if (options.format() == Report.Format.GITHUB && !summary.isEmpty()) {
      Files.writeString(
          Path.of(summary),
          Report.jobSummary(check),
          StandardCharsets.UTF_8,
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND);
    }
    return exitCode(check);
  }

  private Check check(Proposal proposal, Map<String, String> environment) throws IOException {
    Optional<Output> baseline = baselines.output();
    Optional<Baseline> known = baselines.known();
    Folders folders = Folders.of(environment, System.getProperty("user.home"));
    int jobs = analysis.jobs();
    RepositoryRequest where = repository.request(folders, Config.load(folders), environment);
    try (ProgressLine progress = report.progress(environment);
        History history = History.open(where, progress::transfer)) {
      Proposed proposed = history.propose(proposal);
      GateSettings settings = GateSettings.of(history, proposed.base());
      var request =
          new CheckRequest(
              Rules.load(analysis.rules().isEmpty() ? settings.rules() : analysis.rules()),
              analysis.paths().isEmpty() ? settings.paths() : analysis.paths(),
              confidence.or(settings::confidence).orElse(Confidence.LIKELY),
              everything,
              jobs,
              repository.kept(folders, history));
      if (baseline.isPresent()) {
        Check all = Check.run(history, proposed, request.forEverything(), progress::audit);
        BaselineOptions.write(baseline, all.audit().findings());
      }
      return Check.run(
          history, proposed, request, known.orElse(settings.baseline()), progress::audit);
    }
  }

  private int exitCode(Check check) {
    if (!check.passes()) {
      return ExitCode.FOUND;
    }
    for (Notice notice : check.audit().notices()) {
      if (isFailure(notice)) {
        return ExitCode.INCOMPLETE;
      }
    }
    return ExitCode.OK;
  }

  private boolean isFailure(Notice notice) {
    return switch (notice.kind()) {
      case DAMAGED_OBJECT -> true;
      case NOT_ANALYSED -> analysis.isStrict();
      case BOUND, SUPPRESSION_ADDED, SUPPRESSION_WITHOUT_REASON -> false;
    };
  }
}
