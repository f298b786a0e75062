package org.zaudit.cli;

import java.io.PrintWriter;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** A completion script for fish, which picocli does not speak. */
final class FishCompletion {
  private final PrintWriter out;

  FishCompletion(PrintWriter out) {
    this.out = out;
  }

  void write(CommandSpec program) {
    String name = program.name();
    out.println("complete -c " + name + " -f");
    options(name, "__fish_use_subcommand", program);
    for (CommandLine command : program.subcommands().values()) {
      CommandSpec spec = command.getCommandSpec();
      out.println(
          "complete -c %s -n __fish_use_subcommand -a %s -d %s"
              .formatted(name, spec.name(), quoted(first(spec.usageMessage().header()))));
      below(name, "__fish_seen_subcommand_from " + spec.name(), spec);
    }
  }

  private void below(String name, String condition, CommandSpec spec) {
    options(name, condition, spec);
    for (PositionalParamSpec parameter : spec.positionalParameters()) {
      out.println("complete -c %s -n %s%s".formatted(name, quoted(condition), values(parameter)));
    }
    for (CommandLine command : spec.subcommands().values()) {
      CommandSpec sub = command.getCommandSpec();
      out.println(
          "complete -c %s -n %s -a %s -d %s"
              .formatted(
                  name, quoted(condition), sub.name(), quoted(first(sub.usageMessage().header()))));
    }
  }

  private void options(String name, String condition, CommandSpec spec) {
    for (OptionSpec option : spec.options()) {
      out.println(
          "complete -c %s -n %s%s%s -d %s"
              .formatted(
                  name,
                  quoted(condition),
                  names(option),
                  option.arity().max() > 0 ? " -r" + values(option) : "",
                  quoted(first(option.description()))));
    }
  }

  private static String names(OptionSpec option) {
    var names = new StringBuilder();
    for (String name : option.names()) {
      names.append(name.startsWith("--") ? " -l " + name.substring(2) : " -s " + name.substring(1));
    }
    return names.toString();
  }

  /** The values that it can have; files, where it is open. */
  private static String values(ArgSpec argument) {
    if (argument.completionCandidates() == null) {
      return " -F";
    }
    return " -f -a "
        + quoted(
            StreamSupport.stream(argument.completionCandidates().spliterator(), false)
                .collect(Collectors.joining(" ")));
  }

  private static String first(String[] lines) {
    return lines.length == 0 ? "" : lines[0];
  }

  private static String quoted(String text) {
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
  }
}
