package org.zaudit.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.zaudit.report.Printable;
import org.zaudit.rules.Nearest;
import org.zaudit.rules.UserError;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** Tells on standard error why the program could not do its work, and chooses the exit code. */
final class Failures {
  private final PrintStream err;

  Failures(PrintStream err) {
    this.err = err;
  }

  int wrongUsage(ParameterException e) {
    CommandSpec command = e.getCommandLine().getCommandSpec();
    List<String> unmatched = e.getCommandLine().getUnmatchedArguments();
    String what =
        unmatched.isEmpty()
            ? uncapitalized(String.valueOf(e.getMessage()))
            : unknown(unmatched.getFirst(), command);
    tell(what + "; see '" + command.qualifiedName() + " --help'");
    return ExitCode.USAGE;
  }

  private static String unknown(String argument, CommandSpec command) {
    boolean option = argument.startsWith("-");
    String word = option ? argument.replaceFirst("=.*", "") : argument;
    Collection<String> words =
        option ? command.optionsMap().keySet() : command.subcommands().keySet();
    String kind = option ? "option" : words.isEmpty() ? "argument" : "command";
    String meant = Nearest.of(word, words).map(near -> "; did you mean '" + near + "'?").orElse("");
    return "unknown " + kind + " '" + word + "'" + meant;
  }

  private static String uncapitalized(String text) {
    return text.substring(0, 1).toLowerCase(Locale.ROOT) + text.substring(1);
  }

  /** Any other failure of a command. */
  int failed(Throwable e) {
    return switch (e) {
      case UserError error -> {
        tell(String.valueOf(error.getMessage()));
        yield ExitCode.USAGE;
      }
      case IOException broken when isBrokenPipe(broken) -> ExitCode.BROKEN_PIPE;
      case IOException error -> {
        tell("cannot write the report: " + error.getMessage());
        yield ExitCode.USAGE;
      }
      case OutOfMemoryError _ -> {
        tell("out of memory; give it more with ZAUDIT_OPTS=-Xmx4g, or use fewer --jobs");
        yield ExitCode.USAGE;
      }
      case Throwable bug -> crashed(bug);
    };
  }

  private int crashed(Throwable bug) {
    err.println("zaudit: this is a bug in zaudit, not in what you asked of it.");
    err.println("Please report it with what follows, and the command that you gave.");
    err.println();
    for (String line : Main.versionLines()) {
      err.println(line);
    }
    var trace = new StringWriter();
    bug.printStackTrace(new PrintWriter(trace));
    // Its message may quote the repository.
    trace.toString().lines().map(Printable::of).forEach(err::println);
    return ExitCode.BUG;
  }

  private void tell(String message) {
    err.println("zaudit: " + Printable.of(message));
  }

  private static boolean isBrokenPipe(IOException e) {
    return String.valueOf(e.getMessage()).contains("Broken pipe");
  }
}
