package org.zaudit.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.zaudit.rules.UserError;

/** Where a report goes. A file is written whole or not at all, and replaced in one step. */
final class Output {
  private final Optional<Path> file;

  private Output(Optional<Path> file) {
    this.file = file;
  }

  /**
   * Standard output, or a file.
   *
   * @throws UserError at once, so that nobody waits for a report that cannot be written
   */
  static Output to(Optional<Path> file) {
    file.ifPresent(Output::demandWritable);
    return new Output(file);
  }

  boolean isStandard() {
    return file.isEmpty();
  }

  /** Writes a report. */
  void write(Writing writing) throws IOException {
    if (file.isPresent()) {
      try {
        replace(file.get(), writing);
      } catch (IOException e) {
        throw new UserError(
            "cannot be written (" + reason(e) + ")",
            file.get().toString(),
            "free some space or choose another --output");
      }
    } else {
      // Not System.out, which swallows errors.
      writing.to(new FileOutputStream(FileDescriptor.out));
    }
  }

  private static void demandWritable(Path file) {
    if (Files.isDirectory(file)) {
      throw new UserError("is a folder", file.toString(), "name a file in it");
    }
    Path folder = folder(file);
    if (!Files.isDirectory(folder)) {
      throw new UserError(
          "there is no folder " + folder, file.toString(), "create it or choose another --output");
    }
    boolean replaced = !Files.exists(file) || Files.isRegularFile(file);
    if (!Files.isWritable(replaced ? folder : file)) {
      throw new UserError(
          "may not be written", file.toString(), "change permissions or choose another --output");
    }
  }

  private static void replace(Path file, Writing writing) throws IOException {
    if (Files.exists(file) && !Files.isRegularFile(file)) {
      // A device or pipe (/dev/stdout): there is nothing to keep.
      try (OutputStream out = Files.newOutputStream(file, StandardOpenOption.WRITE)) {
        writing.to(out);
      }
      return;
    }
    // A link stays one: what it points to is replaced.
    Path target = Files.exists(file) ? file.toRealPath() : file;
    Path draft =
        folder(target)
            .resolve("." + target.getFileName() + "." + ProcessHandle.current().pid() + ".tmp");
    // For when the user interrupts the program here.
    draft.toFile().deleteOnExit();
    try {
      try (OutputStream out =
          Files.newOutputStream(draft, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
        writing.to(out);
      }
      move(draft, target);
    } finally {
      Files.deleteIfExists(draft);
    }
  }

  private static void move(Path draft, Path target) throws IOException {
    try {
      Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(draft, target, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private static Path folder(Path file) {
    Path parent = file.toAbsolutePath().getParent();
    return parent == null ? file.toAbsolutePath() : parent;
  }

  private static String reason(IOException e) {
    return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
  }

  /** Writes to the stream that it is given. */
  @FunctionalInterface
  interface Writing {
    void to(OutputStream out) throws IOException;
  }
}
