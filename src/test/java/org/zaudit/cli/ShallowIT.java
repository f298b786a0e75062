package org.zaudit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zaudit.Ring;

/** Clones as build servers make them: too little history is an error that says how to get more. */
class ShallowIT {
  @TempDir private Path home;
  private Path work;
  private RealGit git;

  @BeforeEach
  void begin() throws IOException {
    git = new RealGit(home);
    work = home.resolve("work");
    git.run(0, home, "init", "-q", "-b", "master", "work");
    commit("Begin", Ring.SIMPLE);
    commit("ring: say what", "/* A ring. */\n" + Ring.SIMPLE);
    git.run(0, work, "checkout", "-q", "-b", "topic");
    commit("ring: say more", "/* A ring, round. */\n" + Ring.SIMPLE);
    commit("ring: busy", "/* A ring, round. */\n" + Ring.LEAKS);
    git.run(0, work, "checkout", "-q", "master");
    commit("ring: say it well", "/* The ring. */\n" + Ring.SIMPLE);
  }

  @Test
  void tooLittleHistoryIsAnErrorUntilTheAdviceIsTaken() {
    Path clone = clone("--depth=1", "--no-single-branch");
    Program.Outcome outcome = check(clone);
    assertThat(outcome.exitCode()).isEqualTo(2);
    assertThat(outcome.out()).isEmpty();
    assertThat(outcome.err())
        .startsWith("zaudit: ")
        .contains("no commit in common in this shallow clone", "fetch-depth: 0")
        .contains("git fetch --deepen=1000")
        .hasLineCount(1);
    git.run(0, clone, "fetch", "-q", "--deepen=1000");
    assertThat(check(clone).exitCode()).isEqualTo(1);
  }

  @Test
  void aBaseThatWasNotFetched() {
    Path clone = clone("--depth=1");
    assertThat(check(clone).err())
        .contains("'origin/master' names no commit here", "shallow", "fetch-depth: 0")
        .hasLineCount(1);
  }

  /** What lies on this side of the cut needs nothing from the other. */
  @Test
  void enoughHistoryIsEnough() {
    Path clone = clone("--depth=3", "--no-single-branch");
    Program.Outcome outcome = check(clone);
    assertThat(outcome.exitCode()).isEqualTo(1);
    assertThat(outcome.out()).contains("ring: busy");
  }

  /** Where the files before the change are missing, all in them would seem to be new. */
  @Test
  void aPartialCloneIsAnErrorUntilTheAdviceIsTaken() {
    git.run(0, work, "config", "uploadpack.allowFilter", "true");
    Path clone = clone("--filter=blob:none");
    Program.Outcome outcome = check(clone);
    assertThat(outcome.exitCode()).isEqualTo(2);
    assertThat(outcome.err())
        .contains("this partial clone lacks " + Ring.FILE, "git fetch --refetch --no-filter")
        .hasLineCount(1);
    git.run(0, clone, "fetch", "-q", "--refetch", "--no-filter");
    assertThat(check(clone).exitCode()).isEqualTo(1);
  }

  private Path clone(String... options) {
    Path clone = home.resolve("clone");
    String[] all = new String[options.length + 6];
    System.arraycopy(new String[] {"clone", "-q", "-b", "topic"}, 0, all, 0, 4);
    System.arraycopy(options, 0, all, 4, options.length);
    all[all.length - 2] = work.toUri().toString();
    all[all.length - 1] = clone.toString();
    git.run(0, home, all);
    return clone;
  }

  private static Program.Outcome check(Path clone) {
    return new Program(clone)
        .run(
            Map.of(),
            "check",
            "--rules",
            "pages",
            "--path",
            "*",
            "--no-cache",
            "--base",
            "origin/master");
  }

  private void commit(String subject, String text) throws IOException {
    Path file = work.resolve(Ring.FILE);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
    git.run(0, work, "add", ".");
    git.run(0, work, "commit", "-q", "-m", subject);
  }
}
