package org.zaudit.history;

import java.time.Duration;
import org.eclipse.jgit.lib.BatchingProgressMonitor;

/** Hands JGit's progress on. */
final class Progress extends BatchingProgressMonitor {
  private final TransferListener listener;

  Progress(TransferListener listener) {
    this.listener = listener;
  }

  @Override
  protected void onUpdate(String step, int done, Duration duration) {
    listener.progress(step, done, 0);
  }

  @Override
  protected void onEndTask(String step, int done, Duration duration) {
    listener.progress(step, done, done);
  }

  @Override
  protected void onUpdate(String step, int done, int total, int percent, Duration duration) {
    listener.progress(step, done, total);
  }

  @Override
  protected void onEndTask(String step, int done, int total, int percent, Duration duration) {
    listener.progress(step, done, total);
  }
}
