package org.zaudit.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Threads that do independent pieces of one step of the walk, whose own thread does the first. */
final class Crew implements AutoCloseable {
  private final Optional<ExecutorService> helpers;

  /**
   * @param jobs threads, the caller's included
   */
  Crew(int jobs) {
    helpers =
        jobs < 2
            ? Optional.empty()
            : Optional.of(
                Executors.newFixedThreadPool(
                    jobs - 1, Thread.ofPlatform().name("zaudit-walk-", 0).daemon(true).factory()));
  }

  /** One that needs no thread but the caller's. */
  static Crew alone() {
    return new Crew(1);
  }

  /** The results of all pieces, in their order. */
  <T> List<T> all(List<Callable<T>> pieces) {
    int own = helpers.isPresent() ? Math.min(1, pieces.size()) : pieces.size();
    List<Future<T>> helped = new ArrayList<>();
    for (Callable<T> piece : pieces.subList(own, pieces.size())) {
      helpers.ifPresent(threads -> helped.add(threads.submit(piece)));
    }
    List<T> results = new ArrayList<>();
    try {
      for (Callable<T> piece : pieces.subList(0, own)) {
        results.add(piece.call());
      }
      for (Future<T> one : helped) {
        results.add(one.get());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while analysing", e);
    } catch (ExecutionException e) {
      throw failure(Objects.requireNonNull(e.getCause()));
    } catch (Exception e) {
      throw failure(e);
    }
    return results;
  }

  private static RuntimeException failure(Throwable cause) {
    return switch (cause) {
      case Error error -> throw error;
      case RuntimeException e -> e;
      default -> new IllegalStateException("analysing failed", cause);
    };
  }

  @Override
  public void close() {
    helpers.ifPresent(ExecutorService::shutdownNow);
  }
}
