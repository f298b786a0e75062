package org.zaudit.cli;

import java.nio.file.Path;
import java.util.Optional;
import org.zaudit.history.RepositoryRequest;
import picocli.CommandLine.Option;

/** Which repository, and how to come by it. */
final class RepositoryOptions {
  @Option(
      names = "--repo",
      paramLabel = "REPO",
      description = "work tree, git folder, bundle, URL, name (default: around this folder)")
  private Optional<String> repository = Optional.empty();

  @Option(names = "--offline", description = "never ask the network: use the clone as it is")
  private boolean offline;

  @Option(
      names = "--cache",
      paramLabel = "DIR",
      description = "where clones are kept (default: $$XDG_CACHE_HOME/zaudit)")
  private Optional<Path> cache = Optional.empty();

  RepositoryRequest request(Folders folders, Config config) {
    return new RepositoryRequest(
        repository,
        Path.of("").toAbsolutePath(),
        config.repositories(),
        cache.orElse(folders.cache()),
        offline);
  }
}
