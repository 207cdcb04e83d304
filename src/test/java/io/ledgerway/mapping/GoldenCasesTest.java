package io.ledgerway.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.ledgerway.reference.Books;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Runs every {@code mappings/<mapping>/<case>.in.json}: the mapping must make of it exactly what
 * {@code <case>.out.json} holds, or find exactly the problems in {@code <case>.problems.json}. Run
 * with {@code -Dgolden.write} to write what is missing; then read it before keeping it.
 */
class GoldenCasesTest {

  private static final Path FOLDER = Path.of("mappings");
  private static final JsonMapper PRETTY =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
  private static final Mappings MAPPINGS =
      new Mappings(
          FOLDER,
          SampleBooks.sources(),
          company -> SampleBooks.acme(),
          SampleBooks.posted(),
          Clock.systemUTC());

  static List<String> cases() throws IOException {
    try (Stream<Path> files = Files.walk(FOLDER)) {
      return files
          .map(file -> FOLDER.relativize(file).toString())
          .filter(file -> file.endsWith(".in.json"))
          .map(file -> file.substring(0, file.length() - ".in.json".length()))
          .sorted()
          .toList();
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void the_mapping_makes_what_the_case_says(String each) throws IOException {
    String input = Files.readString(FOLDER.resolve(each + ".in.json"));
    String mapping = Path.of(each).getParent().toString();
    Path file;
    Object made;
    try {
      made =
          MAPPINGS.mapAgainst(
              books(each),
              mapping,
              input,
              "LW-7K3M9QX2ABCD-07",
              "https://ledgerway.example/documents/7");
      file = FOLDER.resolve(each + ".out.json");
    } catch (MappingProblems found) {
      made = PRETTY.convertValue(found.problems(), List.class);
      file = FOLDER.resolve(each + ".problems.json");
    }
    String written = PRETTY.writeValueAsString(made) + "\n";
    if (System.getProperty("golden.write") != null && Files.notExists(file)) {
      Files.writeString(file, written);
    }

    assertThat(written).isEqualTo(Files.readString(file));
  }

  /** A case may have chosen settings of its own: {@code <case>.settings.json}. */
  private static Books books(String each) throws IOException {
    Path settings = FOLDER.resolve(each + ".settings.json");
    Books.Builder books = SampleBooks.choosing();
    if (Files.exists(settings)) {
      String source = Path.of(each).getName(0).toString();
      PRETTY
          .readTree(settings.toFile())
          .fields()
          .forEachRemaining(
              chosen -> books.choice(source, chosen.getKey(), "", chosen.getValue().asText()));
    }
    return books.build();
  }

  @Test
  void every_mapping_compiles_and_has_a_case() throws IOException {
    try (Stream<Path> files = Files.walk(FOLDER)) {
      assertThat(files.filter(file -> file.toString().endsWith(".jsonata")))
          .isNotEmpty()
          .allSatisfy(
              file -> {
                String name = FOLDER.relativize(file).toString().replace(".jsonata", "");
                MAPPINGS.require(name);
                assertThat(cases()).anySatisfy(each -> assertThat(each).startsWith(name + "/"));
              });
    }
  }
}
