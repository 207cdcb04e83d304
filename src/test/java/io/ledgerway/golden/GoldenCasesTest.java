package io.ledgerway.golden;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerway.golden.GoldenCases.Outcome;
import io.ledgerway.mapping.Mappings;
import io.ledgerway.source.Sources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Runs every case of this repository. Run with {@code -Dgolden.write} to write what is missing;
 * then read it before keeping it.
 */
class GoldenCasesTest {

  private static final Path FOLDER = Path.of("mappings");
  private static final Sources SOURCES = new Sources(Path.of("routes"), FOLDER);
  private static final GoldenCases CASES = new GoldenCases(FOLDER, SOURCES);

  static List<GoldenCase> cases() {
    return GoldenCases.under(FOLDER);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void the_mapping_makes_what_the_case_says(GoldenCase each) throws IOException {
    Outcome outcome = CASES.run(each);
    if (System.getProperty("golden.write") != null && outcome.expected() == null) {
      Files.writeString(outcome.file(), outcome.made());
      outcome = CASES.run(each);
    }
    assertThat(outcome.made()).isEqualTo(outcome.expected());
  }

  @Test
  void every_mapping_compiles_and_has_a_case() throws IOException {
    Mappings mappings = new Mappings(FOLDER, SOURCES, company -> null, (c, s, i) -> null);
    try (Stream<Path> files = Files.walk(FOLDER)) {
      assertThat(files.filter(file -> file.toString().endsWith(".jsonata")))
          .isNotEmpty()
          .allSatisfy(
              file -> {
                String name = FOLDER.relativize(file).toString().replace(".jsonata", "");
                mappings.require(name);
                assertThat(cases()).anySatisfy(one -> assertThat(one.mapping()).isEqualTo(name));
              });
    }
  }
}
