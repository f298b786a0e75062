package org.zaudit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zaudit.Ring;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** What README tells people to paste, pasted. */
class ReadmeIT {
  @TempDir private Path home;
  private Path work;
  private RealGit git;

  @BeforeEach
  void begin() throws IOException {
    git = new RealGit(home);
    work = home.resolve("work");
    git.run(0, home, "init", "-q", "-b", "master", "work");
    Files.writeString(work.resolve(".zaudit.yaml"), "rules: [pages]\npaths: ['*']\n");
    write(Ring.SIMPLE);
    git.run(0, work, "add", ".");
    git.run(0, work, "commit", "-q", "-m", "Begin");
  }

  @Test
  void preCommitSeesWhatWouldBeCommitted() throws IOException {
    RealGit.script(work.resolve(".git/hooks/pre-commit"), Readme.block("`.git/hooks/pre-commit`"));
    write(Ring.LEAKS);
    assertThat(git.run(1, work, "commit", "--all", "-m", "busy")).contains("ring_start");
    assertThat(git.run(1, work, "commit", "-m", "busy", Ring.FILE)).contains("ring_start");
    git.run(0, work, "add", ".");
    assertThat(git.run(1, work, "commit", "-m", "busy")).contains("ring_start");
    write(Ring.RIGHT);
    git.run(0, work, "commit", "--all", "-m", "busy");
    git.run(0, work, "worktree", "add", "-q", "../other", "-b", "other");
    Files.writeString(home.resolve("other").resolve(Ring.FILE), Ring.LEAKS);
    assertThat(git.run(1, home.resolve("other"), "commit", "-a", "-m", "busy"))
        .contains("ring_start");
  }

  @Test
  void prePushSeesWhatWouldBePushed() throws IOException {
    git.run(0, home, "init", "-q", "--bare", "-b", "master", "server.git");
    git.run(0, work, "remote", "add", "origin", home.resolve("server.git").toString());
    git.run(0, work, "push", "-q", "origin", "master");
    RealGit.script(work.resolve(".git/hooks/pre-push"), Readme.block("`.git/hooks/pre-push`"));
    pushes();
  }

  @Test
  void preReceiveSeesWhatIsNotYetInTheRepository() throws IOException {
    git.run(0, home, "init", "-q", "--bare", "-b", "master", "server.git");
    RealGit.script(
        home.resolve("server.git/hooks/pre-receive"), Readme.block("`hooks/pre-receive`"));
    git.run(0, work, "remote", "add", "origin", home.resolve("server.git").toString());
    git.run(0, work, "push", "-q", "origin", "master");
    pushes();
  }

  private void pushes() throws IOException {
    write(Ring.LEAKS);
    git.run(0, work, "commit", "-q", "--all", "-m", "ring: busy");
    assertThat(git.run(1, work, "push", "origin", "master")).contains("leak", "ring_start");
    assertThat(git.run(1, work, "push", "origin", "master:topic")).contains("leak", "ring_start");
    write(Ring.RIGHT);
    git.run(0, work, "commit", "-q", "--all", "--amend", "-m", "ring: busy");
    git.run(0, work, "push", "origin", "master", "master:topic");
    git.run(0, work, "push", "origin", ":topic");
  }

  @Test
  void theYamlIsYaml() throws IOException {
    JsonNode workflow = YAMLMapper.shared().readTree(Readme.block("GitHub Actions, with"));
    assertThat(workflow.at("/jobs/zaudit/steps/0/with/fetch-depth").asInt(-1)).isZero();
    assertThat(workflow.at("/jobs/zaudit/steps")).hasSizeGreaterThan(5);
    JsonNode gitlab = YAMLMapper.shared().readTree(Readme.block("GitLab CI"));
    assertThat(gitlab.at("/zaudit/script").asString()).startsWith("zaudit check --base ");
    JsonNode hook = YAMLMapper.shared().readTree(Readme.block("`.pre-commit-config.yaml`"));
    assertThat(hook.at("/repos/0/hooks/0/entry").asString()).isEqualTo("zaudit check --staged");
    git.run(0, work, "checkout", "-q", "-b", "settings");
    String baseline = work.resolve(".zaudit-baseline.json").toString();
    new Program(work).run("scan", "--rules", "pages", "--write-baseline", baseline);
    Files.writeString(work.resolve(".zaudit.yaml"), Readme.block("are read from `.zaudit.yaml`"));
    git.run(0, work, "add", ".");
    git.run(0, work, "commit", "-q", "-m", "settings");
    assertThat(new Program(work).run("check", "--base", "HEAD").exitCode()).isZero();
  }

  private void write(String text) throws IOException {
    Path file = work.resolve(Ring.FILE);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
