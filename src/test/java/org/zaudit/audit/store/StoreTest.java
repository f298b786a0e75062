package org.zaudit.audit.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zaudit.source.ChunkText.Digest;

class StoreTest {
  private static final Digest VERSION = new Digest(1, 2);
  private static final Digest KEY = new Digest(-3, 4);

  @TempDir private Path root;

  @Test
  void whatIsSealedIsThereForOthersAtOnce() {
    try (Store store = open()) {
      store.put(Digest.of(new byte[] {1}), new byte[] {7});
      store.seal();
      store.put(Digest.of(new byte[] {2}), new byte[] {8});
      try (Store other = open()) {
        assertThat(other.get(Digest.of(new byte[] {1}))).hasSize(1);
        assertThat(other.get(Digest.of(new byte[] {2}))).isEmpty();
      }
    }
    try (Store later = open()) {
      assertThat(later.get(Digest.of(new byte[] {1}))).hasSize(1);
      assertThat(later.get(Digest.of(new byte[] {2}))).hasSize(1);
    }
  }

  private Store open() {
    return open(VERSION, Long.MAX_VALUE);
  }

  private Store open(Digest version, long limit) {
    return Store.open(new Store.Folder(root, limit), version);
  }

  private void keep(Digest key, String value) {
    try (Store store = open()) {
      store.put(key, value.getBytes(StandardCharsets.UTF_8));
    }
  }

  private List<String> found(Digest key) {
    try (Store store = open()) {
      return texts(store.get(key));
    }
  }

  private static List<String> texts(List<ByteBuffer> found) {
    return found.stream().map(bytes -> StandardCharsets.UTF_8.decode(bytes).toString()).toList();
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> walk = Files.walk(root)) {
      return walk.filter(Files::isRegularFile).sorted().toList();
    }
  }

  @Test
  void findsWhatWasKept() {
    assertThat(found(KEY)).isEmpty();
    keep(KEY, "one");
    keep(new Digest(7, 7), "other");
    keep(KEY, "two");
    assertThat(found(KEY)).containsExactlyInAnyOrder("one", "two");
    assertThat(found(new Digest(7, 8))).isEmpty();
  }

  @Test
  void anotherVersionFindsNothing() {
    keep(KEY, "one");
    try (Store other = open(new Digest(1, 3), Long.MAX_VALUE)) {
      assertThat(other.get(KEY)).isEmpty();
    }
  }

  @Test
  void twoThatShareItBothKeep() {
    try (Store one = open();
        Store other = open()) {
      one.put(KEY, new byte[] {'a'});
      other.put(KEY, new byte[] {'b'});
    }
    assertThat(found(KEY)).containsExactlyInAnyOrder("a", "b");
  }

  /** Every byte of the file in turn is another, and every length shorter. */
  @Test
  void neverTakesDamageForAValue() throws IOException {
    keep(KEY, "value");
    Path file = files().getFirst();
    byte[] whole = Files.readAllBytes(file);
    for (int i = 0; i < whole.length; i++) {
      byte[] damaged = whole.clone();
      damaged[i] ^= 0x10;
      Files.write(file, damaged);
      assertThat(found(KEY)).as("byte %d", i).isSubsetOf("value");
      Files.write(file, java.util.Arrays.copyOf(whole, i));
      assertThat(found(KEY)).as("length %d", i).isEmpty();
    }
  }

  @Test
  void whatCannotBeWrittenIsNotKept() throws IOException {
    Files.writeString(root.resolve(VERSION.toString()), "a file where the folder should be");
    keep(KEY, "one");
    assertThat(found(KEY)).isEmpty();
    assertThat(files()).hasSize(1);
  }

  @Test
  void theOldestGoFirst() throws IOException {
    keep(KEY, "x".repeat(1000));
    Path old = files().getFirst();
    Files.setLastModifiedTime(old, FileTime.from(Instant.now().minus(Duration.ofDays(3))));
    try (Store store = open(new Digest(5, 6), 1500)) {
      store.put(KEY, "y".repeat(1000).getBytes(StandardCharsets.UTF_8));
    }
    assertThat(files()).hasSize(1).doesNotContain(old);
    try (Store store = open(new Digest(5, 6), 10)) {
      assertThat(store.get(KEY)).hasSize(1);
    }
    assertThat(files()).isEmpty();
  }

  @Test
  void manySmallFilesBecomeOne() throws IOException {
    for (int i = 0; i < 30; i++) {
      keep(new Digest(i, 0), "value " + i);
    }
    assertThat(files()).hasSizeLessThan(15);
    for (int i = 0; i < 30; i++) {
      assertThat(found(new Digest(i, 0))).containsExactly("value " + i);
    }
  }

  @Test
  void leavingsOfKilledRunsGo() throws IOException {
    keep(KEY, "one");
    Path left = Files.writeString(files().getFirst().resolveSibling("z1"), "half");
    assertThat(found(KEY)).containsExactly("one");
    assertThat(left).as("it may be written to right now").exists();
    Files.setLastModifiedTime(left, FileTime.from(Instant.now().minus(Duration.ofDays(30))));
    assertThat(found(KEY)).containsExactly("one");
    assertThat(left).doesNotExist();
  }
}
