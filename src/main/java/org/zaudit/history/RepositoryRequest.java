package org.zaudit.history;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * Which repository to open.
 *
 * @param repository a work tree, a git directory, a bundle file, a URL or a known name; empty: the
 *     one around {@code folder}
 * @param folder what relative paths start from
 * @param knownNames names and the URLs they stand for
 * @param cache folder for clones of what does not lie on this machine
 * @param offline never ask the network: use the clone as it is
 * @param environment in which git, if it is git that started this process, says what it works on
 */
public record RepositoryRequest(
    Optional<String> repository,
    Path folder,
    Map<String, String> knownNames,
    Path cache,
    boolean offline,
    Map<String, String> environment) {
  /** One that was not started by git. */
  public RepositoryRequest(
      Optional<String> repository,
      Path folder,
      Map<String, String> knownNames,
      Path cache,
      boolean offline) {
    this(repository, folder, knownNames, cache, offline, Map.of());
  }

  /** The same for another repository, which git knows nothing of. */
  public RepositoryRequest of(String other) {
    return new RepositoryRequest(Optional.of(other), folder, knownNames, cache, offline);
  }

  public RepositoryRequest {
    knownNames = Map.copyOf(knownNames);
    environment = Map.copyOf(environment);
  }
}
