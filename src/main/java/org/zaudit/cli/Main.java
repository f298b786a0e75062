package org.zaudit.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Properties;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The program: what stands behind the command {@code zaudit}. */
@Command(
    name = "zaudit",
    versionProvider = Main.Version.class,
    header = "Audit git histories for resources that are leaked or used after release.",
    customSynopsis = "zaudit COMMAND [<options>]",
    footer = {"", "'zaudit COMMAND --help' tells more, with an example."},
    subcommands = {
      ScanCommand.class,
      CheckCommand.class,
      RulesCommand.class,
      CompletionCommand.class
    })
public final class Main extends Helpful implements Runnable {
  private static final String[] SHORT_HELP = {
    "zaudit audits git histories for resources that are leaked or used after release.",
    "",
    "  Audit the history of OpenZFS, cloning it on first use:",
    "    zaudit scan --repo openzfs",
    "",
    "  Check what you are about to propose, before anybody merges it:",
    "    zaudit check --base origin/master",
    "",
    "  See what is checked:",
    "    zaudit rules list",
    "",
    "'zaudit --help' lists all commands."
  };

  @Option(
      names = {"-V", "--version"},
      versionHelp = true,
      description = "show the versions of zaudit, Java and JGit")
  @SuppressWarnings("unused") // picocli acts on it
  private boolean version;

  @Spec private CommandSpec spec;

  public static void main(String[] args) {
    System.exit(run(args));
  }

  private static int run(String[] args) {
    var failures = new Failures(System.err);
    try {
      return commandLine(failures).execute(args);
    } catch (Throwable e) {
      // Errors, which picocli lets pass; the JVM's own exit code for them, 1, would say "found".
      return failures.failed(e);
    }
  }

  static CommandLine commandLine(Failures failures) {
    var command = new CommandLine(new Main());
    command
        // @{upstream} is a revision, not a file with options.
        .setExpandAtFiles(false)
        .setOverwrittenOptionsAllowed(true)
        .setUsageHelpWidth(100)
        .setUsageHelpLongOptionsMaxWidth(26)
        .setParameterExceptionHandler((e, _) -> failures.wrongUsage(e))
        .setExecutionExceptionHandler((e, _, _) -> failures.failed(e));
    return command;
  }

  @Override
  public void run() {
    for (String line : SHORT_HELP) {
      spec.commandLine().getOut().println(line);
    }
  }

  static List<String> versionLines() {
    return List.of(
        "zaudit " + build("version"), "Java " + Runtime.version(), "JGit " + build("jgit"));
  }

  /** What the build wrote down, since a shaded jar no longer has JGit's own manifest. */
  static String build(String name) {
    var build = new Properties();
    try (var in = Main.class.getResourceAsStream("build.properties")) {
      build.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return build.getProperty(name, "unknown");
  }

  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      return versionLines().toArray(String[]::new);
    }
  }
}
