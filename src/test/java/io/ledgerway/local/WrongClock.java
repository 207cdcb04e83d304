package io.ledgerway.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;

/**
 * By how much the machine's clock is wrong for an engine in a process of its own; changes while it
 * runs. Right at first. Thread-safe.
 *
 * @see EngineProcess.Builder#clock
 */
public final class WrongClock {

  private final Path file;

  public WrongClock() {
    try {
      Path folder = Files.createTempDirectory("wrong-clock");
      file = folder.resolve("milliseconds");
      by(Duration.ZERO);
      folder.toFile().deleteOnExit();
      file.toFile().deleteOnExit();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whoever reads it meanwhile reads what was before, or what is now. */
  public synchronized void by(Duration wrong) {
    try {
      Path next = file.resolveSibling("next");
      Files.writeString(next, String.valueOf(wrong.toMillis()));
      Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Path file() {
    return file;
  }
}
