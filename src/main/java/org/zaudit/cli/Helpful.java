package org.zaudit.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What all commands have in common: help, and how it looks. */
@Command(
    synopsisHeading = "usage: ",
    parameterListHeading = "%n",
    optionListHeading = "%n",
    commandListHeading = "%nCommands:%n",
    sortOptions = false)
abstract class Helpful {
  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      order = Integer.MAX_VALUE,
      description = "show this help")
  @SuppressWarnings("unused") // picocli acts on it
  private boolean help;
}
