package org.zaudit.history;

import java.io.File;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;

/**
 * What git tells the hooks that it starts. {@code git commit -a} keeps what it is about to commit
 * in an index of its own, and what is being pushed lies in a folder of its own until {@code
 * pre-receive} has let it pass: a gate that reads the usual files looks at the wrong ones.
 *
 * @param folder from which relative paths start
 */
record GitEnvironment(Map<String, String> variables, Path folder) {
  /** The git directory that the variables name, if they do. */
  Optional<Path> directory() {
    return path("GIT_DIR", folder);
  }

  /** Sets the builder of that repository to the files that git works on now. */
  void apply(FileRepositoryBuilder builder, Path workTree) {
    path("GIT_INDEX_FILE", workTree).ifPresent(file -> builder.setIndexFile(file.toFile()));
    path("GIT_OBJECT_DIRECTORY", folder)
        .ifPresent(objects -> builder.setObjectDirectory(objects.toFile()));
    String others = variables.getOrDefault("GIT_ALTERNATE_OBJECT_DIRECTORIES", "");
    for (String other : others.split(File.pathSeparator)) {
      resolved(other, folder)
          .ifPresent(objects -> builder.addAlternateObjectDirectory(objects.toFile()));
    }
  }

  private Optional<Path> path(String variable, Path start) {
    return resolved(variables.getOrDefault(variable, ""), start);
  }

  private static Optional<Path> resolved(String path, Path start) {
    try {
      return path.isEmpty() ? Optional.empty() : Optional.of(start.resolve(path).normalize());
    } catch (InvalidPathException _) {
      return Optional.empty();
    }
  }
}
