package org.zaudit.audit;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.zaudit.history.BlobReader;
import org.zaudit.history.Change;
import org.zaudit.history.Changes;
import org.zaudit.history.Content;
import org.zaudit.history.History;

/**
 * Reads and scans blobs ahead of the walk, on several threads. The versions of a file are read one
 * after the other, from new to old, since that is how git stores them.
 */
final class BlobScanner implements AutoCloseable {
  private final History history;
  private final Corpus corpus;
  private final int jobs;
  private final ExecutorService threads;
  private final Map<String, String> unreadable = new ConcurrentHashMap<>();
  private final Set<String> asked = new HashSet<>();

  BlobScanner(History history, Corpus corpus, int jobs) {
    this.history = history;
    this.corpus = corpus;
    this.jobs = jobs;
    this.threads =
        Executors.newFixedThreadPool(
            jobs, Thread.ofPlatform().name("zaudit-scan-", 0).daemon(true).factory());
  }

  /** Work that is under way. */
  interface Pending {
    /** Returns when it is done. */
    void await();
  }

  /** Begins to scan what these changes bring in, in the order of the walk. */
  Pending scan(List<Changes> walk) {
    Map<String, List<String>> byPath = new TreeMap<>();
    for (Changes changes : walk) {
      for (Change change : changes.changes()) {
        if (change instanceof Change.Put(String path, String blob) && asked.add(blob)) {
          byPath.computeIfAbsent(path, _ -> new ArrayList<>()).add(blob);
        }
      }
    }
    List<List<String>> groups = byPath.values().stream().map(List::reversed).toList();
    var next = new AtomicInteger();
    List<Future<?>> workers = new ArrayList<>();
    for (int job = 0; job < jobs; job++) {
      workers.add(threads.submit(() -> work(groups, next)));
    }
    return () -> workers.forEach(BlobScanner::join);
  }

  /** Why a blob could not be read; empty when it could. */
  Optional<String> damage(String blob) {
    return Optional.ofNullable(unreadable.get(blob));
  }

  private void work(List<List<String>> groups, AtomicInteger next) {
    try (BlobReader reader = history.blobs()) {
      for (int at = next.getAndIncrement(); at < groups.size(); at = next.getAndIncrement()) {
        for (String blob : groups.get(at)) {
          switch (reader.read(blob)) {
            case Content.Bytes(byte[] bytes) -> corpus.scan(blob, bytes);
            case Content.TooLarge(long size) -> unreadable.put(blob, size + " bytes are too many");
            case Content.Unreadable(String reason) -> unreadable.put(blob, reason);
          }
        }
      }
    }
  }

  private static void join(Future<?> worker) {
    try {
      worker.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while scanning", e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof Error error) {
        throw error;
      }
      throw new IllegalStateException("scanning failed", e.getCause());
    }
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
