package org.zaudit.cli;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.zaudit.analysis.Confidence;
import org.zaudit.audit.Audit;
import org.zaudit.audit.AuditRequest;
import org.zaudit.audit.Baseline;
import org.zaudit.audit.Life;
import org.zaudit.audit.Notice;
import org.zaudit.history.GitDate;
import org.zaudit.history.History;
import org.zaudit.history.RepositoryRequest;
import org.zaudit.history.RevisionQuery;
import org.zaudit.report.Report;
import org.zaudit.rules.RuleSet;
import org.zaudit.rules.Rules;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code zaudit scan}: a history, from the first commit to the last. */
@Command(
    name = "scan",
    header = "Audit a history: what each commit brought in, what it fixed, what is still open.",
    customSynopsis = "zaudit scan [--repo REPO] [--rev REV]... [--rules NAME|FILE]... [<options>]",
    footer = {
      "",
      "Examples:",
      "  zaudit scan --repo openzfs --rules pages --state open",
      "  zaudit scan --rev v2.2.0..v2.3.0 --format json -o audit.json"
    })
final class ScanCommand extends Helpful implements Callable<Integer> {
  @Mixin private RepositoryOptions repository = new RepositoryOptions();

  @Option(
      names = "--rev",
      paramLabel = "REV",
      description = "git revision or range (A..B, ^A, a tag); repeatable (default: HEAD)")
  private List<String> revisions = new ArrayList<>();

  @Option(names = "--all", description = "all branches and tags")
  private boolean all;

  @Option(
      names = "--since",
      paramLabel = "DATE",
      description = "leave out older commits: 2024-09-14, '2 weeks ago'")
  private Optional<String> since = Optional.empty();

  @Option(names = "--until", paramLabel = "DATE", description = "leave out newer commits")
  private Optional<String> until = Optional.empty();

  @Mixin private AnalysisOptions analysis = new AnalysisOptions();

  @Option(
      names = "--confidence",
      paramLabel = "LEVEL",
      converter = Choice.OfConfidence.class,
      completionCandidates = Choice.OfConfidence.class,
      description = "lowest shown: certain, likely or possible (default: likely)")
  private Confidence confidence = Confidence.LIKELY;

  @Option(
      names = "--state",
      paramLabel = "S",
      converter = Choice.OfShown.class,
      completionCandidates = Choice.OfShown.class,
      description = "show open, fixed, vanished or all (default: all)")
  private Shown state = Shown.ALL;

  @Option(
      names = "--fail-on",
      paramLabel = "S",
      converter = Choice.OfState.class,
      completionCandidates = Choice.OfState.class,
      description = "exit 1 when a finding shown is open, fixed or vanished")
  private Optional<Life.State> failOn = Optional.empty();

  @Option(
      names = "--upstream",
      paramLabel = "REPO",
      description = "for a fork: name the upstream commit that fixed what is open here")
  private Optional<String> upstream = Optional.empty();

  @Mixin private BaselineOptions baselines = new BaselineOptions();

  @Mixin private ReportOptions report = new ReportOptions();

  @Override
  public Integer call() throws IOException {
    Map<String, String> environment = System.getenv();
    Output output = report.output();
    Optional<Output> baseline = baselines.output();
    Baseline known = baselines.known().orElse(Baseline.EMPTY);
    long start = System.nanoTime();
    Audit whole = audit(environment);
    BaselineOptions.write(baseline, whole.only(this::shows).findings());
    Set<Life> listed = known.listed(whole.findings());
    Audit audit = whole.only(life -> shows(life) && !listed.contains(life));
    Duration elapsed = Duration.ofNanos(System.nanoTime() - start);
    Report.Options options = report.report(environment, elapsed);
    output.write(out -> Report.write(audit, options, out));
    return exitCode(audit);
  }

  private Audit audit(Map<String, String> environment) {
    Folders folders = Folders.of(environment, System.getProperty("user.home"));
    // Before anything is cloned: a fault in them is told at once.
    RevisionQuery query = query();
    RuleSet rules = Rules.load(analysis.rules());
    RepositoryRequest where = repository.request(folders, Config.load(folders), environment);
    try (ProgressLine progress = report.progress(environment);
        Upstream theirs = Upstream.open(upstream.map(where::of), progress);
        History history = History.open(where, theirs.histories(), progress::transfer)) {
      var request =
          new AuditRequest(
              query,
              rules,
              analysis.paths(),
              analysis.jobs(),
              report.coverage(),
              repository.kept(folders, history));
      Audit audit = Audit.run(history, request, progress::audit);
      return theirs.name(audit, history, request, progress);
    }
  }

  private RevisionQuery query() {
    return new RevisionQuery(
        revisions.isEmpty() && !all ? List.of("HEAD") : revisions,
        all,
        since.map(GitDate::parse),
        until.map(GitDate::parse));
  }

  private boolean shows(Life life) {
    return life.confidence().compareTo(confidence) >= 0 && state.shows(life.state());
  }

  private int exitCode(Audit audit) {
    if (failOn.isPresent()
        && audit.findings().stream().anyMatch(life -> life.state() == failOn.get())) {
      return ExitCode.FOUND;
    }
    boolean damaged =
        audit.notices().stream().anyMatch(n -> n.kind() == Notice.Kind.DAMAGED_OBJECT);
    return damaged || analysis.isStrict() && audit.coverage().failed() > 0
        ? ExitCode.INCOMPLETE
        : ExitCode.OK;
  }
}
