package org.zaudit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchService;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zaudit.Ring;

/**
 * Whatever the gate is asked, and whatever it is given: the repository, its index and its work tree
 * stay as they are. Not even a file that is gone again is made there, which only the system itself
 * can tell: it watches every folder.
 */
class UntouchedIT {
  @TempDir private Path home;
  private Path repository;
  private Path cache;
  private String base = "";
  private Path patch;

  @BeforeEach
  void makeHistory() throws IOException, GitAPIException {
    repository = Files.createDirectory(home.resolve("ring"));
    cache = Files.createDirectory(home.resolve("cache"));
    patch = Files.writeString(home.resolve("busy.patch"), Ring.PATCH);
    try (var scratch = new Scratch(repository)) {
      base = scratch.commit("Begin", Ring.FILE, Ring.SIMPLE);
      scratch.commit("ring: readme", "README", "A ring.\n");
    }
    Files.writeString(repository.resolve(Ring.FILE), Ring.LEAKS);
    try (Git git = Git.open(repository.toFile())) {
      git.add().addFilepattern(Ring.FILE).call();
    }
    Files.writeString(repository.resolve(Ring.FILE), Ring.LEAKS + "\n");
  }

  @Test
  void nothingIsWritten() throws IOException, InterruptedException {
    Map<String, String> before = everything();
    try (WatchService watch = watch()) {
      assertThat(check("--base", base).exitCode()).isZero();
      assertThat(check("--staged").exitCode()).isEqualTo(1);
      assertThat(check("--worktree", "--format", "sarif").exitCode()).isEqualTo(1);
      assertThat(check(patch.toString(), "--format", "github").exitCode()).isEqualTo(1);
      assertThat(check("--worktree", "--cache", repository.resolve("c").toString()).exitCode())
          .as("a cache in the repository is not used")
          .isEqualTo(1);
      assertThat(events(watch)).isEmpty();
    }
    assertThat(everything()).isEqualTo(before);
    try (Stream<Path> kept = Files.list(cache)) {
      assertThat(kept).as("it does keep results, elsewhere").isNotEmpty();
    }
  }

  /** Root may write everywhere, and so proves nothing here; then the watch above does. */
  @Test
  void nothingNeedsToBeWritable() throws IOException {
    Program.Outcome free = check("--worktree", "--format", "json");
    permit(false);
    try {
      assertThat(check("--worktree", "--format", "json")).isEqualTo(free);
      assertThat(check(patch.toString()).exitCode()).isEqualTo(1);
    } finally {
      permit(true);
    }
  }

  @Test
  void hostilePatchesAreOneMessage() throws IOException, InterruptedException {
    Map<String, String> before = everything();
    String made = "--- /dev/null\n+++ b/%s\n@@ -0,0 +1 @@\n+x\n";
    List<String> patches =
        List.of(
            made.formatted("../../evil.c"),
            made.formatted("/etc/evil.c"),
            made.formatted(".git/hooks/post-checkout"),
            made.formatted(".GIT/config"),
            made.formatted(Ring.FILE + "/x.c"),
            made.replace("b/%s", "\"b/e\\033]0;owned\\007.c\""),
            made.replace("+1 @@", "+1,99 @@").formatted("new.c"),
            "From: \u001b[31mAnn\nSubject: \u001b]0;owned\u0007\n\n" + made.formatted(Ring.FILE),
            Ring.PATCH.replace("return (-EBUSY)", "return \0"),
            Ring.PATCH.replace("@@ -6,5 +6,7 @@", "@@ -6,999999999 +6,7 @@"));
    try (WatchService watch = watch()) {
      for (int i = 0; i < patches.size(); i++) {
        Path file = Files.writeString(home.resolve("p\u001b[31m" + i), patches.get(i));
        refused(check(file.toString()));
      }
      Path huge = home.resolve("huge.patch");
      try (OutputStream out = Files.newOutputStream(huge)) {
        out.write(
            "--- /dev/null\n+++ b/new.c\n@@ -0,0 +1,50000000 @@\n"
                .getBytes(StandardCharsets.US_ASCII));
        byte[] lines = "+\n".repeat(1 << 20).getBytes(StandardCharsets.US_ASCII);
        for (int i = 0; i < 50; i++) {
          out.write(lines);
        }
      }
      refused(check(huge.toString()));
      assertThat(events(watch)).isEmpty();
    }
    assertThat(everything()).isEqualTo(before);
  }

  private static void refused(Program.Outcome outcome) {
    assertThat(outcome.exitCode()).as(outcome.err()).isEqualTo(2);
    assertThat(outcome.out()).isEmpty();
    assertThat(outcome.err())
        .startsWith("zaudit: ")
        .hasLineCount(1)
        .doesNotContainPattern("[\\p{Cc}\\p{Cf}&&[^\n]]");
  }

  private WatchService watch() throws IOException {
    WatchService watch = repository.getFileSystem().newWatchService();
    try (Stream<Path> folders = Files.walk(repository)) {
      for (Path folder : folders.filter(Files::isDirectory).toList()) {
        folder.register(
            watch,
            StandardWatchEventKinds.ENTRY_CREATE,
            StandardWatchEventKinds.ENTRY_MODIFY,
            StandardWatchEventKinds.ENTRY_DELETE);
      }
    }
    return watch;
  }

  /** What happened so far: it is told by a thread of its own, which a file of ours proves awake. */
  private List<String> events(WatchService watch) throws IOException, InterruptedException {
    Path sign = Files.createFile(repository.resolve("sign"));
    Files.delete(sign);
    List<String> events = new ArrayList<>();
    while (!events.contains(repository + " ENTRY_DELETE sign")) {
      var key = watch.take();
      key.pollEvents()
          .forEach(
              event -> events.add(key.watchable() + " " + event.kind() + " " + event.context()));
      key.reset();
    }
    events.removeIf(event -> event.endsWith(" sign"));
    return events;
  }

  /** Every file, with what it holds and when it was last changed; every folder. */
  private Map<String, String> everything() throws IOException {
    Map<String, String> all = new TreeMap<>();
    try (Stream<Path> files = Files.walk(repository)) {
      for (Path file : files.toList()) {
        boolean isFile = Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS);
        // The sign changes the time of the folder in which it was.
        String time = file.equals(repository) ? "" : Files.getLastModifiedTime(file).toString();
        all.put(
            file.toString(),
            time + (isFile ? HexFormat.of().formatHex(Files.readAllBytes(file)) : ""));
      }
    }
    return all;
  }

  private void permit(boolean writing) throws IOException {
    try (Stream<Path> files = Files.walk(repository)) {
      for (Path file : files.toList()) {
        Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(file);
        if (writing) {
          permissions.add(PosixFilePermission.OWNER_WRITE);
        } else {
          permissions.removeAll(
              Set.of(
                  PosixFilePermission.OWNER_WRITE,
                  PosixFilePermission.GROUP_WRITE,
                  PosixFilePermission.OTHERS_WRITE));
        }
        Files.setPosixFilePermissions(file, permissions);
      }
    }
  }

  private Program.Outcome check(String... arguments) {
    List<String> all = new ArrayList<>(List.of("check", "--rules", "pages", "--path", "*"));
    all.addAll(List.of(arguments));
    return new Program(repository)
        .run(
            Map.of("HOME", home.toString(), "XDG_CACHE_HOME", cache.toString()),
            all.toArray(String[]::new));
  }
}
