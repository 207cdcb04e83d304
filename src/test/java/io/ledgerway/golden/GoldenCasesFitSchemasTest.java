package io.ledgerway.golden;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerway.contract.Schemas;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Cases are about what really comes from Perk and goes to it. */
class GoldenCasesFitSchemasTest {

  static List<Path> events() throws IOException {
    return files("mappings/perk", ".in.json").stream()
        .filter(file -> !file.toString().contains("reference-record"))
        .filter(file -> !file.toString().contains("expense-lines"))
        .filter(file -> !file.toString().contains("not-of-schema"))
        .toList();
  }

  static List<Path> outcomes() throws IOException {
    return files("mappings/shared/outcome", ".out.json");
  }

  static List<Path> records() throws IOException {
    return files("mappings/perk/reference-record", ".out.json");
  }

  @ParameterizedTest
  @MethodSource("events")
  void an_event_is_one_that_intake_accepts(Path file) throws IOException {
    assertFits(file, "perk/expense.v1");
  }

  @ParameterizedTest
  @MethodSource("outcomes")
  void an_outcome_is_as_described_to_perk(Path file) throws IOException {
    assertFits(file, "perk/expense-export.v1");
  }

  @ParameterizedTest
  @MethodSource("records")
  void a_record_is_as_described_to_perk(Path file) throws IOException {
    assertFits(file, "perk/reference-record.v1");
  }

  private static void assertFits(Path file, String schema) throws IOException {
    assertThat(Schemas.violations(schema, Files.readString(file))).isEmpty();
  }

  private static List<Path> files(String folder, String ending) throws IOException {
    try (Stream<Path> files = Files.walk(Path.of(folder))) {
      return files.filter(file -> file.toString().endsWith(ending)).sorted().toList();
    }
  }
}
