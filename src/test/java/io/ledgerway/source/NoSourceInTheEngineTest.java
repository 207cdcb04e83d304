package io.ledgerway.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The engine serves sources and knows none: what is a source's stands in its folders. */
class NoSourceInTheEngineTest {

  @Test
  void no_class_statement_or_schema_of_the_engine_names_a_source() throws IOException {
    List<String> names = List.of("perk", "expensify", "precoro");
    try (Stream<Path> files = Files.walk(Path.of("src", "main"))) {
      assertThat(
              files
                  .filter(Files::isRegularFile)
                  // Migrations tell what was; the doubles are programs of their own.
                  .filter(file -> !file.toString().contains("db/migration"))
                  .filter(file -> !file.toString().contains("sandbox"))
                  // Fonts are no text.
                  .filter(file -> !file.toString().endsWith(".woff2"))
                  .filter(
                      file ->
                          names.stream().anyMatch(read(file).toLowerCase(Locale.ROOT)::contains)))
          .isEmpty();
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
