package org.zaudit.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.zaudit.audit.Fixture;
import org.zaudit.report.Printable;
import org.zaudit.rules.Rule;
import org.zaudit.rules.RuleSet;
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
    customSynopsis = "zaudit rules list|show|check|test",
    footer = {"", "Examples:", "  zaudit rules list", "  zaudit rules show pages"},
    subcommands = {
      RulesCommand.ListRules.class,
      RulesCommand.Show.class,
      RulesCommand.Check.class,
      RulesCommand.Test.class
    })
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

  @Command(
      name = "test",
      header = "Run rules over C files that say what is to be found in them.",
      customSynopsis = "zaudit rules test RULES FIXTURE...",
      description = {
        "",
        "A fixture says what is to be found on the line where it is to be found:",
        "    return (error); // expect: leak widget likely",
        "    p = widget_get(); // event: acquire",
        "An event is a step that the path of the next expected finding takes. A file in which nothing is to be found says"
            + " so on a line of its own: // expect-silent"
      },
      footer = {"", "Example:", "  zaudit rules test widgets.yaml fixtures/"})
  static final class Test extends Helpful implements Callable<Integer> {
    @Parameters(
        index = "0",
        paramLabel = "RULES",
        description = "a built-in rule, a rule file or a folder of them")
    private String rules = "";

    @Parameters(
        index = "1..*",
        arity = "1..*",
        paramLabel = "FIXTURE",
        description = "a C file, or a folder of them")
    private List<Path> fixtures = List.of();

    @Spec private CommandSpec spec;

    @Override
    public Integer call() {
      RuleSet loaded = Rules.load(List.of(rules));
      List<String> lines = new ArrayList<>();
      boolean wrong = false;
      for (Path file : files()) {
        Fixture fixture = read(file);
        List<String> problems = fixture.check(loaded);
        wrong |= !problems.isEmpty();
        lines.add(
            problems.isEmpty()
                ? "%s: ok, %d expected".formatted(file, fixture.expectations().size())
                : "%s: not as it says".formatted(file));
        problems.forEach(problem -> lines.add("  " + problem));
      }
      PrintWriter out = spec.commandLine().getOut();
      lines.forEach(line -> out.println(Printable.of(line)));
      out.flush();
      return wrong ? ExitCode.FOUND : ExitCode.OK;
    }

    private List<Path> files() {
      List<Path> files = new ArrayList<>();
      for (Path given : fixtures) {
        try (Stream<Path> below = Files.walk(given)) {
          List<Path> found =
              below
                  .filter(f -> f.equals(given) || f.toString().endsWith(".c"))
                  .filter(Files::isRegularFile)
                  .sorted()
                  .toList();
          if (found.isEmpty()) {
            throw new UserError(
                "no fixture", given.toString(), "name a C file or a folder of them");
          }
          files.addAll(found);
        } catch (IOException | UncheckedIOException e) {
          throw new UserError(
              "cannot be read", given.toString(), "name a C file or a folder of them");
        }
      }
      return files;
    }

    private static Fixture read(Path file) {
      try {
        return Fixture.read(file.getFileName().toString(), Files.readAllBytes(file));
      } catch (IOException e) {
        throw new UserError("cannot be read", file.toString(), "name a C file or a folder of them");
      } catch (IllegalArgumentException e) {
        throw new UserError(
            String.valueOf(e.getMessage()),
            file.toString(),
            "see 'zaudit rules test --help' for what a fixture says");
      }
    }
  }
}
