package io.ledgerway.validation;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerway.problem.Mistake;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * One folder per mistake, named after it: a file or two that go over those of the valid project,
 * and what is told, word for word. Run with {@code -Dgolden.write} to write what is missing.
 */
class ValidationTest {

  private static final Path FILES = Path.of("src", "test", "resources", "workbench");
  private static final String TOLD = "told.txt";

  @TempDir Path project;

  static List<String> mistakes() throws IOException {
    try (Stream<Path> folders = Files.list(FILES.resolve("mistakes"))) {
      return folders.map(folder -> folder.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void there_are_eighty_of_them() throws IOException {
    assertThat(mistakes()).hasSizeGreaterThanOrEqualTo(80);
  }

  @Test
  void nothing_is_told_of_what_is_right() {
    assertThat(Validation.of(FILES.resolve("valid/routes"), FILES.resolve("valid/mappings")))
        .isEmpty();
  }

  @Test
  void nothing_is_wrong_in_this_repository() {
    assertThat(Validation.of(Path.of("routes"), Path.of("mappings"))).isEmpty();
  }

  @Test
  void folders_that_are_not_there_are_told() {
    assertThat(Validation.of(project.resolve("r"), project.resolve("m")))
        .extracting(Mistake::file)
        .contains(project.resolve("r").toString(), project.resolve("m").toString());
  }

  @Test
  void all_mistakes_of_a_project_are_told_at_once() throws IOException {
    copy(FILES.resolve("valid"));
    for (String each : List.of("misspelt-step", "mapping-with-unknown-table", "source-misspelt")) {
      copy(FILES.resolve("mistakes").resolve(each));
    }
    assertThat(told()).contains("setVariabel", "titel").doesNotContain("acorn has no table");
    // What a source has cannot be known while its file is mistaken.
    copy(FILES.resolve("valid"));
    copy(FILES.resolve("mistakes/misspelt-step"));
    copy(FILES.resolve("mistakes/mapping-with-unknown-table"));
    assertThat(told()).contains("setVariabel", "acorn has no table");
  }

  @ParameterizedTest
  @MethodSource("mistakes")
  void a_mistake_is_told_with_its_place_and_what_to_do(String mistake) throws IOException {
    Path folder = FILES.resolve("mistakes").resolve(mistake);
    copy(FILES.resolve("valid"));
    copy(folder);
    String told = told();
    if (System.getProperty("golden.write") != null && Files.notExists(folder.resolve(TOLD))) {
      Files.writeString(folder.resolve(TOLD), told);
    }

    assertThat(told).isNotBlank().isEqualTo(Files.readString(folder.resolve(TOLD)));
  }

  private String told() {
    return Validation.of(project.resolve("routes"), project.resolve("mappings")).stream()
        .map(mistake -> mistake.toString().replace(project + "/", "") + "\n")
        .collect(Collectors.joining());
  }

  private void copy(Path from) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      files
          .filter(file -> Files.isRegularFile(file) && !file.endsWith(TOLD))
          .forEach(
              file -> {
                try {
                  Path to = project.resolve(from.relativize(file).toString());
                  Files.createDirectories(to.getParent());
                  Files.copy(file, to, StandardCopyOption.REPLACE_EXISTING);
                } catch (IOException e) {
                  throw new UncheckedIOException(e);
                }
              });
    }
  }
}
