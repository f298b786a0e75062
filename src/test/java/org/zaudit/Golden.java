package org.zaudit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Text that must stay as it is, kept in a file beside the test. {@code mvn test -Dgolden.update}
 * rewrites the files; read the diff before you commit it.
 */
public final class Golden {
  private static final Path RESOURCES = Path.of("src", "test", "resources");

  private Golden() {}

  /** Fails, showing both, unless the text is what the file of this name beside the test holds. */
  public static void check(Class<?> test, String name, String actual) {
    Path file = RESOURCES.resolve(test.getPackageName().replace('.', '/')).resolve(name);
    try {
      if (System.getProperty("golden.update") != null) {
        Files.createDirectories(file.getParent());
        Files.writeString(file, actual);
      }
      assertThat(file).isRegularFile();
      assertThat(actual).as("%s", file).isEqualTo(Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
