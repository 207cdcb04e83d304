package io.ledgerway.cause;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ErrorsDocumentedTest {

  private static final Path PAGE = Path.of("docs", "errors.md");
  private static final Path TESTS = Path.of("src", "test", "java");
  private static final Pattern CODE = Pattern.compile("\"([A-Z]+(?:_[A-Z]+|_UTF8)+)\"");

  /** As the product's own article lists them; the rest of its messages is about the company. */
  private static final List<String> SENTENCES =
      List.of(
          "Your {noun} is missing a required field for Xero: {model}. Please review and retry.",
          "We couldn't find a matching {model} in Xero. Check your Xero setup.",
          "This {noun} may already exist in Xero. Check for duplicates before retrying.",
          "An invalid value was sent for {model}. Check your Xero setup.",
          "An invalid value type was sent for {model}. Check your Xero setup.",
          "Your {noun} could not be posted to Xero. Please review the data and retry.",
          "Your Xero connection has expired. Please reconnect from Settings.",
          "An unexpected error occurred. Our team has been notified.",
          "The employee could not be matched to a valid Xero user. Please verify the user mapping.",
          "Xero rejected the request due to insufficient permissions. Please check the Xero"
              + " integration credentials.");

  @Test
  void the_page_is_what_the_catalogue_says() throws IOException {
    if (System.getProperty("docs.write") != null) {
      Files.writeString(PAGE, ErrorsPage.text());
    }
    assertThat(Files.readString(PAGE)).isEqualTo(ErrorsPage.text());
  }

  @Test
  void every_cause_has_its_words_and_a_test_that_provokes_it() throws IOException {
    Map<String, String> tests = tests();
    for (Cause cause : Cause.values()) {
      Catalogue.Entry entry = Catalogue.OURS.of(cause);
      assertThat(entry).as("%s in causes.yaml", cause).isNotNull();
      String test = Provoked.BY.get(cause);
      assertThat(tests).as("%s is provoked", cause).containsKey(test);
      assertThat(tests.get(test)).as("%s by %s", cause, test).contains(told(cause));
    }
  }

  @Test
  void the_sentences_that_users_know_stand_in_it_letter_for_letter() {
    assertThat(
            Stream.of(Cause.values())
                .map(cause -> Catalogue.OURS.of(cause).message().template())
                .collect(Collectors.toSet()))
        .containsAll(SENTENCES);
  }

  @Test
  void every_code_with_which_a_record_is_refused_stands_in_it() throws IOException {
    Set<String> codes = new TreeSet<>();
    try (Stream<Path> files = Files.walk(Path.of("src/main/java/io/ledgerway/intake"))) {
      files
          .filter(file -> file.toString().endsWith(".java"))
          .forEach(
              file ->
                  CODE.matcher(read(file))
                      .results()
                      .map((MatchResult found) -> found.group(1))
                      .forEach(codes::add));
    }
    assertThat(Catalogue.OURS.letters().keySet()).containsExactlyInAnyOrderElementsOf(codes);
  }

  /** Sources name the causes of what was not chosen; differences are named after what differs. */
  private static String told(Cause cause) {
    return switch (cause) {
      case NOT_IN_TABLE -> "CARD_NOT_MAPPED";
      case DIFFERENT -> "DIFFERENT_";
      default -> cause.name();
    };
  }

  private static Map<String, String> tests() throws IOException {
    Map<String, String> tests = new LinkedHashMap<>();
    try (Stream<Path> files = Files.walk(TESTS)) {
      files
          .filter(file -> file.toString().endsWith("Test.java"))
          .filter(file -> !file.endsWith("ErrorsDocumentedTest.java"))
          .forEach(
              file -> tests.put(file.getFileName().toString().replace(".java", ""), read(file)));
    }
    return tests;
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
