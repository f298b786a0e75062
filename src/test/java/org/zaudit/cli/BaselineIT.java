package org.zaudit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zaudit.Ring;

/** Findings that a project knows of, in files. */
class BaselineIT {
  private static final String SETTINGS = "rules: [pages]\npaths: ['*']\nbaseline: known.json\n";

  @TempDir private Path home;
  private Path repository;
  private Path known;
  private Scratch scratch;
  private String base = "";

  @BeforeEach
  void makeHistory() throws IOException, GitAPIException {
    repository = Files.createDirectory(home.resolve("ring"));
    known = home.resolve("known.json");
    scratch = new Scratch(repository);
    base = scratch.commit("Begin", Ring.FILE, Ring.SIMPLE);
  }

  @AfterEach
  void close() {
    scratch.close();
  }

  @Test
  void whatIsListedIsNotShownAndDoesNotFail() throws IOException, GitAPIException {
    scratch.commit("ring: busy", Ring.FILE, Ring.LEAKS);
    String[] check = {"check", "--rules", "pages", "--path", "*", "--base", base};
    Program.Outcome writing = run(check, "--write-baseline", known.toString());
    assertThat(writing.exitCode()).as("it is a list, no pardon").isEqualTo(1);
    assertThat(known).content().contains("\"function\":\"ring_start\"").hasLineCount(3);
    assertThat(run(check, "--baseline", known.toString(), "-q"))
        .isEqualTo(new Program.Outcome(0, "", ""));
    String[] scan = {"scan", "--rules", "pages", "--path", "*", "--fail-on", "open"};
    assertThat(run(scan).exitCode()).isEqualTo(1);
    assertThat(run(scan, "--baseline", known.toString()).exitCode()).isZero();
  }

  @Test
  void aChangeCannotListWhatItBringsIn() throws IOException, GitAPIException {
    scratch.commit("ring: busy", Ring.FILE, Ring.LEAKS);
    run(
        new String[] {"scan", "--rules", "pages", "--path", "*"},
        "--write-baseline",
        known.toString());
    scratch.commit("ring: not busy", Ring.FILE, Ring.SIMPLE);
    String empty = "{\"schema\": \"zaudit-baseline/1\", \"findings\": []}";
    scratch.commit("ring: nothing is known", "known.json", empty);
    String strict = scratch.commit("ring: settings", ".zaudit.yaml", SETTINGS);
    scratch.commit("ring: it is known", "known.json", Files.readString(known));
    String head = scratch.commit("ring: busy", Ring.FILE, Ring.LEAKS);
    assertThat(run(new String[] {"check", "--base", strict}).exitCode()).isEqualTo(1);
    assertThat(run(new String[] {"check", "--base", head + "^"}).exitCode()).isZero();
  }

  @Test
  void whatIsNoBaselineIsOneMessage() throws IOException {
    for (String text : List.of("", "{", "[]", "{\"schema\": \"x\", \"findings\": []}")) {
      Files.writeString(known, text);
      Program.Outcome outcome =
          run(new String[] {"check", "--base", base}, "--baseline", known.toString());
      assertThat(outcome.exitCode()).as(text).isEqualTo(2);
      assertThat(outcome.out()).isEmpty();
      assertThat(outcome.err()).startsWith("zaudit: " + known).hasLineCount(1);
    }
  }

  private Program.Outcome run(String[] command, String... more) {
    String[] all = new String[command.length + more.length];
    System.arraycopy(command, 0, all, 0, command.length);
    System.arraycopy(more, 0, all, command.length, more.length);
    return new Program(repository).run(all);
  }
}
