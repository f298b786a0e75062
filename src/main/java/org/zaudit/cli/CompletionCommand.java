package org.zaudit.cli;

import java.io.PrintWriter;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints what lets a shell complete the program's commands, options and values. */
@Command(
    name = "completion",
    header = "Print a completion script for a shell.",
    customSynopsis = "zaudit completion bash|zsh|fish",
    footer = {
      "",
      "Examples:",
      "  zaudit completion bash > ~/.local/share/bash-completion/completions/zaudit",
      "  source <(zaudit completion zsh)        # in ~/.zshrc, after compinit",
      "  zaudit completion fish > ~/.config/fish/completions/zaudit.fish"
    })
final class CompletionCommand extends Helpful implements Runnable {
  @Parameters(
      paramLabel = "SHELL",
      description = "bash, zsh or fish",
      converter = Choice.OfShell.class,
      completionCandidates = Choice.OfShell.class)
  private Shell shell;

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    CommandLine program = spec.root().commandLine();
    PrintWriter out = spec.commandLine().getOut();
    switch (shell) {
      // picocli's script serves both: in zsh it turns on bash's way of completing.
      case BASH, ZSH -> out.println(AutoComplete.bash(spec.root().name(), program));
      case FISH -> new FishCompletion(out).write(spec.root());
    }
    out.flush();
  }

  /** The shells that can be told. */
  enum Shell {
    BASH("bash"),
    ZSH("zsh"),
    FISH("fish");

    private final String id;

    Shell(String id) {
      this.id = id;
    }

    String id() {
      return id;
    }
  }
}
