package io.ledgerway.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Where the output of local services goes. */
final class LogFile {

  // Tests that run beside one another start services of the same name.
  private static final Path FOLDER =
      Path.of("target", "local", System.getProperty("ledgerway.fork", ""));

  private LogFile() {}

  /** The path of {@code target/local/<fork>/<name>.log}, whose folder exists. */
  static Path named(String name) {
    try {
      return Files.createDirectories(FOLDER).resolve(name + ".log").toAbsolutePath();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The last lines, for the message of an error. */
  static String tail(Path file, int lines) {
    if (!Files.exists(file)) {
      return "";
    }
    try {
      List<String> all = Files.readString(file, StandardCharsets.ISO_8859_1).lines().toList();
      return String.join("\n", all.subList(Math.max(0, all.size() - lines), all.size()));
    } catch (IOException e) {
      return e.toString();
    }
  }
}
