package org.zaudit.cli;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.zaudit.audit.store.Store;
import org.zaudit.history.History;
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
      description = "where clones and results are kept (default: $$XDG_CACHE_HOME/zaudit)")
  private Optional<Path> cache = Optional.empty();

  @Option(names = "--no-cache", description = "neither use nor keep results of earlier runs")
  private boolean forgetful;

  @Option(
      names = "--cache-size",
      paramLabel = "SIZE",
      converter = ByteSize.Reader.class,
      description = "most that results may take, oldest go first (default: 2 GiB)")
  private ByteSize cacheSize = ByteSize.DEFAULT;

  /** Where results are kept between runs, if they are: never in the repository that is read. */
  Optional<Store.Folder> kept(Folders folders, History history) {
    Path results = cache.orElse(folders.cache()).toAbsolutePath().resolve("results");
    return forgetful || history.holds(results)
        ? Optional.empty()
        : Optional.of(new Store.Folder(results, cacheSize.bytes()));
  }

  RepositoryRequest request(Folders folders, Config config, Map<String, String> environment) {
    return new RepositoryRequest(
        repository,
        Path.of("").toAbsolutePath(),
        config.repositories(),
        cache.orElse(folders.cache()),
        offline,
        environment);
  }
}
