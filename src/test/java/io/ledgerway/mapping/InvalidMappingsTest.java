package io.ledgerway.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** One invalid file per mistake, named after it. */
class InvalidMappingsTest {

  private static final Path FOLDER = Path.of("src/test/resources/mappings/invalid");

  static Stream<String> files() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("files")
  void each_mistake_is_refused_with_file_line_and_column(String file) throws IOException {
    MappingException refused =
        catchThrowableOfType(
            MappingException.class,
            () -> Mapping.compile("x", file, Files.readString(FOLDER.resolve(file))));

    assertThat(refused).as(file).isNotNull();
    assertThat(refused.file()).isEqualTo(file);
    assertThat(refused.column()).isPositive();
    assertThat(refused.getMessage()).contains(file + ":" + refused.line() + ":");
    if (file.startsWith("syntax-")) {
      assertThat(refused.code()).isEqualTo("MAPPING_BROKEN");
    } else {
      assertThat(refused.code()).isEqualTo("MAPPING_REFUSED");
      assertThat(refused.line()).isEqualTo(2);
      assertThat(refused.getMessage())
          .containsAnyOf("inexact-operator", "inexact-function", "unsteady-function");
    }
  }
}
