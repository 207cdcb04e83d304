package io.ledgerway.flow;

import io.ledgerway.edition.EditedFolders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/** A copy of the routes and mappings that a test may spoil and mend while the engine runs. */
final class EditedFiles {

  private static final AtomicLong EDITS = new AtomicLong();

  private final Path folder;

  EditedFiles() {
    try {
      folder = Files.createTempDirectory("edited");
      for (Path original : new Path[] {Path.of("routes"), Path.of("mappings")}) {
        try (Stream<Path> files = Files.walk(original)) {
          for (Path file : files.filter(Files::isRegularFile).toList()) {
            Files.createDirectories(folder.resolve(file).getParent());
            Files.copy(file, folder.resolve(file));
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Path routes() {
    return folder.resolve("routes");
  }

  Path mappings() {
    return folder.resolve("mappings");
  }

  /** What the files look like now. */
  Map<String, String> stamps() {
    try {
      return new EditedFolders(routes(), mappings()).stamps();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Replaces a part of the file as it came; the part must be there. */
  void edit(String file, String part, String by) {
    String text = original(file);
    if (!text.contains(part)) {
      throw new IllegalArgumentException(file + " has no " + part);
    }
    write(file, text.replace(part, by));
  }

  void mend(String file) {
    if (!read(folder.resolve(file)).equals(original(file))) {
      write(file, original(file));
    }
  }

  void write(String name, String text) {
    try {
      Path file = folder.resolve(name);
      Path draft = Files.createTempFile(folder, "draft", null);
      Files.writeString(draft, text);
      // Each edit is newer than the one before, however quickly it follows.
      Files.setLastModifiedTime(
          draft, FileTime.from(Instant.ofEpochSecond(1_900_000_000L + EDITS.incrementAndGet())));
      Files.createDirectories(file.getParent());
      Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void delete(String name) {
    try {
      Files.delete(folder.resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String original(String file) {
    return read(Path.of(file));
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
