package org.zaudit.history;

import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.lib.ConfigConstants;
import org.eclipse.jgit.storage.file.FileBasedConfig;
import org.eclipse.jgit.storage.file.WindowCacheConfig;
import org.eclipse.jgit.util.FS;
import org.eclipse.jgit.util.SystemReader;
import org.jspecify.annotations.Nullable;

/** How JGit is set up in this process: to read much and fast, and to leave the machine as it is. */
final class GitSettings {
  /** The packs of a large project fit in whole, so that no part of them is read twice. */
  private static final int PACKS_KEPT = 256 << 20;

  /** One read for what lies together: a chain of differences is mostly written in a row. */
  private static final int WINDOW = 64 << 10;

  /** Holds the last versions of every file that a thread is going through. */
  private static final int DELTA_BASES_KEPT = 32 << 20;

  private GitSettings() {}

  static void apply() {
    if (!(SystemReader.getInstance() instanceof QuietSystem)) {
      SystemReader.setInstance(new QuietSystem(SystemReader.getInstance()));
    }
    var config = new WindowCacheConfig();
    config.setPackedGitLimit(PACKS_KEPT);
    config.setPackedGitWindowSize(WINDOW);
    config.setPackedGitOpenFiles(256);
    config.setDeltaBaseCacheLimit(DELTA_BASES_KEPT);
    // Larger blobs are not audited; with this threshold their size is known without inflating them.
    config.setStreamFileThreshold(BlobReader.LIMIT + 1);
    config.install();
  }

  /**
   * Without this, JGit starts a git process to find the system's configuration, measures the clock
   * of the file system for two seconds by writing files next to the repository, and keeps the
   * result in the user's home.
   */
  private static final class QuietSystem extends SystemReader.Delegate {
    QuietSystem(SystemReader system) {
      super(system);
    }

    @Override
    public FileBasedConfig openUserConfig(Config parent, FS fs) {
      return new CoarseClock(super.openUserConfig(parent, fs), fs);
    }

    @Override
    public FileBasedConfig openSystemConfig(Config parent, FS fs) {
      return new NoFile(parent, fs);
    }

    @Override
    public FileBasedConfig openJGitConfig(Config parent, FS fs) {
      return new NoFile(parent, fs);
    }
  }

  /** A configuration that is nowhere kept: what its parent says. */
  private static class NoFile extends FileBasedConfig {
    @SuppressWarnings("NullAway") // JGit's own way to say that there is no file
    NoFile(Config parent, FS fs) {
      super(parent, null, fs);
    }

    @Override
    public void load() {}

    @Override
    public void save() {}

    @Override
    public boolean isOutdated() {
      return false;
    }
  }

  /**
   * The user's own configuration (proxies, for one), and what JGit would measure: the coarsest
   * clock there is, which is safe on any file system.
   */
  private static final class CoarseClock extends NoFile {
    CoarseClock(Config parent, FS fs) {
      super(parent, fs);
    }

    @Override
    public @Nullable String getString(String section, @Nullable String subsection, String name) {
      if (section.equals(ConfigConstants.CONFIG_FILESYSTEM_SECTION)) {
        return switch (name) {
          case ConfigConstants.CONFIG_KEY_TIMESTAMP_RESOLUTION -> "2 s";
          case ConfigConstants.CONFIG_KEY_MIN_RACY_THRESHOLD -> "0 ns";
          default -> super.getString(section, subsection, name);
        };
      }
      return super.getString(section, subsection, name);
    }
  }
}
