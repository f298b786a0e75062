package org.zaudit.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;

/**
 * Threads that do independent pieces of work. A piece may have pieces of its own: whoever asks does
 * all that nobody else has begun, and waits for no thread that has not begun. Safe to share between
 * threads.
 */
public final class Crew implements AutoCloseable {
  private final ExecutorService threads;
  private final Semaphore idle;

  /**
   * @param jobs threads, the caller's included
   */
  public Crew(int jobs) {
    idle = new Semaphore(jobs - 1);
    threads =
        Executors.newCachedThreadPool(
            Thread.ofPlatform().name("zaudit-walk-", 0).daemon(true).factory());
  }

  /** One that needs no thread but the caller's. */
  public static Crew alone() {
    return new Crew(1);
  }

  /** The results of all pieces, in their order. */
  public <T> List<T> all(List<Callable<T>> pieces) {
    List<FutureTask<T>> tasks = pieces.stream().map(FutureTask::new).toList();
    for (int i = 1; i < tasks.size() && idle.tryAcquire(); i++) {
      threads.execute(() -> {
        try {
          // From the end, where the caller comes last. One that was begun is not run again.
          tasks.reversed().forEach(FutureTask::run);
        } finally {
          idle.release();
        }
      });
    }
    tasks.forEach(FutureTask::run);
    List<T> results = new ArrayList<>();
    try {
      for (FutureTask<T> task : tasks) {
        results.add(task.get());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while analysing", e);
    } catch (ExecutionException e) {
      switch (e.getCause()) {
        case Error error -> throw error;
        case RuntimeException failure -> throw failure;
        case null, default -> throw new IllegalStateException("analysing failed", e);
      }
    }
    return results;
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
