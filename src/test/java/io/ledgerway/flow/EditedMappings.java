package io.ledgerway.flow;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/** A copy of the mappings that a test may spoil and mend while the engine runs. */
final class EditedMappings {

  private static final Path ORIGINALS = Path.of("mappings");
  private static final AtomicLong EDITS = new AtomicLong();

  private final Path folder;

  EditedMappings() {
    try {
      folder = Files.createTempDirectory("mappings");
      try (Stream<Path> files = Files.walk(ORIGINALS)) {
        for (Path file : files.filter(f -> f.toString().endsWith(".jsonata")).toList()) {
          Path copy = folder.resolve(ORIGINALS.relativize(file));
          Files.createDirectories(copy.getParent());
          Files.copy(file, copy);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Path folder() {
    return folder;
  }

  /** Replaces a part of the mapping as it came; the part must be there. */
  void edit(String name, String part, String by) {
    String text = read(ORIGINALS.resolve(name + ".jsonata"));
    if (!text.contains(part)) {
      throw new IllegalArgumentException(name + " has no " + part);
    }
    write(name, text.replace(part, by));
  }

  void mend(String name) {
    write(name, read(ORIGINALS.resolve(name + ".jsonata")));
  }

  private void write(String name, String text) {
    try {
      Path file = folder.resolve(name + ".jsonata");
      Path draft = Files.createTempFile(folder, "draft", null);
      Files.writeString(draft, text);
      // Each edit is newer than the one before, however quickly it follows.
      Files.setLastModifiedTime(
          draft, FileTime.from(Instant.ofEpochSecond(1_900_000_000L + EDITS.incrementAndGet())));
      Files.move(draft, file, java.nio.file.StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
