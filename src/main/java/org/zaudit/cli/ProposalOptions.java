package org.zaudit.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.zaudit.history.Proposal;
import org.zaudit.rules.UserError;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/** What is to be checked. */
final class ProposalOptions {
  @Parameters(
      paramLabel = "PATCH",
      arity = "0..*",
      description = "diffs, git format-patch files or mailboxes; - is standard input")
  private List<String> patches = new ArrayList<>();

  @Option(
      names = "--base",
      paramLabel = "REV",
      description = "where the change starts; for patches (default: HEAD)")
  private Optional<String> base = Optional.empty();

  @Option(
      names = "--head",
      paramLabel = "REV",
      description = "check what it has beyond its merge base with --base (default: HEAD)")
  private Optional<String> head = Optional.empty();

  @Option(names = "--staged", description = "check what would be committed now")
  private boolean staged;

  @Option(names = "--worktree", description = "check all that is not committed")
  private boolean workTree;

  @Option(
      names = "-p",
      paramLabel = "N",
      description = "take N components off the paths in patches (default: 1)")
  private int strip = 1;

  /** The one thing that was asked for. */
  Proposal proposal(CommandLine command) {
    int kinds = (staged ? 1 : 0) + (workTree ? 1 : 0) + (patches.isEmpty() ? 0 : 1);
    boolean revisions = base.isPresent() || head.isPresent();
    if (kinds > 1 || (kinds == 1 && patches.isEmpty() && revisions)) {
      throw new ParameterException(
          command, "give one of --base, --staged, --worktree and patches, not several");
    }
    if (!patches.isEmpty() && head.isPresent()) {
      throw new ParameterException(command, "'--head' means nothing with patches; use --base");
    }
    if (strip < 0) {
      throw new ParameterException(command, "invalid value for option '-p': it takes 0 or more");
    }
    if (staged) {
      return new Proposal.Staged();
    }
    if (workTree) {
      return new Proposal.WorkTree();
    }
    if (!patches.isEmpty()) {
      return new Proposal.Patches(
          base.orElse("HEAD"), patches.stream().map(ProposalOptions::text).toList(), strip);
    }
    return new Proposal.Range(
        base.orElseThrow(() ->
            new ParameterException(
                command, "nothing to check: give --base, --staged, --worktree or a patch")),
        head.orElse("HEAD"));
  }

  private static Proposal.Text text(String name) {
    boolean standard = name.equals("-");
    String place = standard ? "standard input" : name;
    try (InputStream in = standard ? System.in : Files.newInputStream(Path.of(name))) {
      byte[] bytes = in.readNBytes(Proposal.Text.LIMIT + 1);
      if (bytes.length > Proposal.Text.LIMIT) {
        throw new UserError(
            "is larger than " + (Proposal.Text.LIMIT >> 20) + " MiB", place, "split it");
      }
      return new Proposal.Text(place, bytes);
    } catch (IOException | java.nio.file.InvalidPathException _) {
      throw new UserError("cannot be read", place, "give a patch file, or - for standard input");
    }
  }
}
