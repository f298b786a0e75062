package org.zaudit.rules;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/**
 * The rule files that come with the program, as they lie in its jar, or in a folder while it is
 * being built.
 */
final class Library {
  private static final String ROOT = "/rules/";
  private static final String SUFFIX = ".yaml";

  /** What is in each folder that was asked for: to list the jar takes as long as to read a rule. */
  private static final Map<String, List<String>> LISTED = new ConcurrentHashMap<>();

  private Library() {}

  /** Ids of the files in a folder below {@code rules}, sorted. */
  static List<String> ids(String folder) {
    return LISTED.computeIfAbsent(folder, Library::listed);
  }

  private static List<String> listed(String folder) {
    URL root = Library.class.getResource(ROOT + "schema.json");
    if (root == null) {
      throw new IllegalStateException("the program was built without its rules");
    }
    try {
      return root.openConnection() instanceof JarURLConnection jar
          ? inJar(jar, folder)
          : inFolder(root.toURI(), folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * @param name a path below {@code rules}, without {@code .yaml}
   */
  static Optional<byte[]> bytes(String name) {
    try (InputStream in = Library.class.getResourceAsStream(ROOT + name + SUFFIX)) {
      return in == null ? Optional.empty() : Optional.of(in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> inJar(JarURLConnection connection, String folder) throws IOException {
    connection.setUseCaches(false);
    try (JarFile jar = connection.getJarFile()) {
      return ids(jar.stream().map(entry -> "/" + entry.getName()), ROOT + folder);
    }
  }

  private static List<String> inFolder(URI root, String folder) throws IOException {
    Path directory = Path.of(root).resolveSibling(folder.isEmpty() ? "." : folder);
    if (!Files.isDirectory(directory)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(directory)) {
      return ids(files.map(file -> file.getFileName().toString()), "");
    }
  }

  private static List<String> ids(Stream<String> names, String prefix) {
    return names
        .filter(name -> name.startsWith(prefix) && name.endsWith(SUFFIX))
        .map(name -> name.substring(prefix.length(), name.length() - SUFFIX.length()))
        .filter(name -> !name.contains("/"))
        .sorted()
        .toList();
  }
}
