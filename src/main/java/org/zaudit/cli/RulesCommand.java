package org.zaudit.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.zaudit.report.Printable;
import org.zaudit.rules.Rule;
import org.zaudit.rules.Rules;
import org.zaudit.rules.UserError;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code zaudit rules}: what is checked. */
@Command(
    name = "rules",
    header = "Tell what is checked; check a rule file of your own.",
    customSynopsis = "zaudit rules list|show|check",
    footer = {"", "Examples:", "  zaudit rules list", "  zaudit rules show pages"},
    subcommands = {RulesCommand.ListRules.class, RulesCommand.Show.class, RulesCommand.Check.class})
final class RulesCommand extends Helpful implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }

  @Command(
      name = "list",
      header = "List the built-in rules.",
      customSynopsis = "zaudit rules list",
      footer = {"", "Example:", "  zaudit rules list"})
  static final class ListRules extends Helpful implements Runnable {
    @Spec private CommandSpec spec;

    @Override
    public void run() {
      PrintWriter out = spec.commandLine().getOut();
      List<Rule> rules = Rules.load(List.of()).rules();
      int width = rules.stream().mapToInt(rule -> rule.id().length()).max().orElse(0);
      for (Rule rule : rules) {
        out.println(rule.id() + " ".repeat(width - rule.id().length() + 2) + rule.title());
      }
      out.flush();
    }
  }

  @Command(
      name = "show",
      header = "Show which functions a rule knows, and what they do.",
      customSynopsis = "zaudit rules show NAME|FILE...",
      footer = {"", "Example:", "  zaudit rules show pages"})
  static final class Show extends Helpful implements Runnable {
    @Parameters(
        paramLabel = "RULES",
        arity = "1..*",
        description = "a built-in rule, a file or a folder")
    private List<String> names = List.of();

    @Spec private CommandSpec spec;

    @Override
    public void run() {
      PrintWriter out = spec.commandLine().getOut();
      Rules.load(names).rules().forEach(rule -> RuleText.write(rule, out));
      out.flush();
    }
  }

  @Command(
      name = "check",
      header = "Say whether rule files are right, and if not, what is wrong and where.",
      customSynopsis = "zaudit rules check FILE...",
      footer = {"", "Example:", "  zaudit rules check my-rules.yaml"})
  static final class Check extends Helpful implements Callable<Integer> {
    @Parameters(paramLabel = "FILE", arity = "1..*", description = "a rule file, or a folder")
    private List<String> names = List.of();

    @Spec private CommandSpec spec;

    @Override
    public Integer call() {
      PrintWriter out = spec.commandLine().getOut();
      int exitCode = ExitCode.OK;
      for (String name : names) {
        try {
          for (Rule rule : Rules.load(List.of(name)).rules()) {
            out.println(
                Printable.of("%s: ok, %d contracts".formatted(rule.id(), rule.contracts().size())));
          }
        } catch (UserError e) {
          exitCode = new Failures(System.err).failed(e);
        }
      }
      out.flush();
      return exitCode;
    }
  }
}
